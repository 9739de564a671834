-- Stored mappings: every version is kept, one of them is current. Their columns keep the order in which they were
-- written, since templates have them in that order.
create table profile (
    code text not null,
    version bigint not null,
    current boolean not null default true,
    document json not null,
    recorded_at timestamptz not null default clock_timestamp(),
    recorded_by text not null,
    constraint pk_profile primary key (code, version)
);
create unique index ix_profile_current on profile (code) where current;

-- A delivered file and what becomes of it. Areas are meant on their days, since a key may be given anew to a space
-- elsewhere. Until the approval done and total count rows, from then on values.
create table submission (
    id uuid not null,
    number bigint generated always as identity,
    state text not null,
    dry_run boolean not null,
    submitter text not null,
    organisation text,
    scope text[],
    reads_exact boolean not null default false,
    file_name text not null,
    file_size bigint not null,
    file_sha256 text not null,
    mapping jsonb not null,
    profile text,
    profile_version bigint,
    detected jsonb not null,
    header text[] not null,
    received_at timestamptz not null default clock_timestamp(),
    validated_at timestamptz,
    decided_at timestamptz,
    decided_by text,
    reason text,
    reason_code text,
    reason_arguments text[],
    released_at timestamptz,
    release uuid,
    corrects uuid,
    withdraws uuid,
    territory boolean not null default false,
    followed_by uuid,
    done bigint not null default 0,
    total bigint,
    expected_rows bigint,
    checking_since timestamptz,
    releasing_since timestamptz,
    row_count bigint,
    value_count bigint,
    created_count bigint,
    updated_count bigint,
    unchanged_count bigint,
    rejected_count bigint,
    warning_count bigint,
    answered_count bigint not null default 0,
    finding_counts jsonb,
    preview jsonb,
    coverage jsonb,
    areas text[] not null default '{}',
    area_days date[] not null default '{}',
    attempts integer not null default 0,
    attempt_after timestamptz not null default clock_timestamp(),
    constraint pk_submission primary key (id),
    constraint fk_submission_corrects foreign key (corrects) references submission (id) on delete set null,
    constraint fk_submission_withdraws foreign key (withdraws) references submission (id),
    constraint ck_submission_state check (state in
        ('RECEIVED', 'VALIDATING', 'REJECTED', 'VALIDATED', 'RELEASING', 'RELEASED', 'WITHDRAWN'))
);
create unique index ix_submission_number on submission (number);
create index ix_submission_submitter on submission (submitter, number);
create index ix_submission_work on submission (number) where state in ('RECEIVED', 'VALIDATING', 'RELEASING');
create index ix_submission_pending on submission (id) where state in ('VALIDATED', 'RELEASING') and not dry_run;
create index ix_submission_corrects on submission (corrects) where corrects is not null;
create index ix_submission_withdraws on submission (withdraws) where withdraws is not null;

-- Whether all spaces of a submission, each on its day, lie in one of some areas.
create function submission_within(keys text[], days date[], wanted text[]) returns boolean language sql stable as $$
    select keys <> '{}' and not exists (
        select 1 from unnest(keys, days) as area (key, day) where not exists (
            select 1 from space p where p.key = area.key and p.path && wanted and (area.day is null
                or (p.valid_from <= area.day and (p.valid_to is null or p.valid_to >= area.day)))))
$$;

-- The file as it was delivered, in pieces, so that no instance needs a folder of its own.
create table submission_file (
    submission uuid not null,
    number integer not null,
    bytes bytea not null,
    constraint pk_submission_file primary key (submission, number),
    constraint fk_submission_file_submission foreign key (submission) references submission (id) on delete cascade
);
alter table submission_file alter column bytes set storage external;

-- What is wrong with a file, as code and arguments, which are shown in the reader's language. Warnings are answered with
-- a reason; then they stand accepted.
create table finding (
    submission uuid not null,
    number bigint not null,
    line bigint,
    column_name text,
    cell text,
    code text not null,
    severity text not null,
    value text,
    before text,
    arguments text[] not null,
    answer text,
    answered_by text,
    answered_at timestamptz,
    constraint pk_finding primary key (submission, number),
    constraint fk_finding_submission foreign key (submission) references submission (id) on delete cascade
);

-- Checked values that wait for their release, with the table (sheet) of the file in which they stand, from 0. Loaded by
-- COPY; no constraint but those that the check itself makes sure of. Whether its source has controlled a value is null
-- where nobody has said so. Besides a value stands what only disclosure control needs: the cell key of a count, the
-- largest contributions to a sum.
create table staged_value (
    submission uuid not null,
    sheet integer not null default 0,
    line bigint,
    column_number integer not null,
    indicator text not null,
    period text not null,
    period_end date not null,
    space text not null,
    value numeric,
    numerator numeric,
    denominator numeric,
    status text not null,
    controlled boolean,
    besides numeric[]
);
create index ix_staged_value_cell on staged_value (submission, indicator, period, space);

-- The indicators and periods of a submission's checked values, found by leaps through the index instead of reading all.
-- A leap must follow the index: a planner that expects few values would read and sort all of them for each.
create function staged_groups(wanted uuid) returns table (indicator text, period text, period_end date)
language sql stable set enable_sort = off as $$
    with recursive leap as (
        (select s.indicator, s.period, s.period_end from staged_value s
         where s.submission = wanted order by s.indicator, s.period limit 1)
        union all
        select n.* from leap l cross join lateral (
            select s.indicator, s.period, s.period_end from staged_value s
            where s.submission = wanted and (s.indicator, s.period) > (l.indicator, l.period)
            order by s.indicator, s.period limit 1) n)
    select * from leap
$$;
