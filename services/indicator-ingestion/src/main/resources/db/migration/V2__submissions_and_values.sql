-- A delivered file and what becomes of it.
create table submission (
    id uuid not null,
    number bigint generated always as identity,
    state text not null,
    dry_run boolean not null,
    submitter text not null,
    organisation text,
    scope text[],
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
    released_at timestamptz,
    release uuid,
    done bigint not null default 0,
    total bigint,
    row_count bigint,
    value_count bigint,
    created_count bigint,
    updated_count bigint,
    unchanged_count bigint,
    rejected_count bigint,
    warning_count bigint,
    coverage jsonb,
    areas text[] not null default '{}',
    attempts integer not null default 0,
    attempt_after timestamptz not null default clock_timestamp(),
    constraint pk_submission primary key (id),
    constraint ck_submission_state check (state in
        ('RECEIVED', 'VALIDATING', 'REJECTED', 'VALIDATED', 'RELEASING', 'RELEASED', 'WITHDRAWN'))
);
create unique index ix_submission_number on submission (number);
create index ix_submission_submitter on submission (submitter, number);
create index ix_submission_work on submission (number) where state in ('RECEIVED', 'VALIDATING', 'RELEASING');

-- The file as it was delivered, in pieces, so that no instance needs a folder of its own.
create table submission_file (
    submission uuid not null,
    number integer not null,
    bytes bytea not null,
    constraint pk_submission_file primary key (submission, number),
    constraint fk_submission_file_submission foreign key (submission) references submission (id) on delete cascade
);
alter table submission_file alter column bytes set storage external;

-- What is wrong with a file, as code and arguments; rendered in the reader's language.
create table finding (
    submission uuid not null,
    number bigint not null,
    line bigint,
    column_name text,
    code text not null,
    severity text not null,
    value text,
    arguments text[] not null,
    constraint pk_finding primary key (submission, number),
    constraint fk_finding_submission foreign key (submission) references submission (id) on delete cascade
);

-- Checked values that wait for their release. Loaded by COPY; no constraint but those that the check itself makes sure of.
create table staged_value (
    submission uuid not null,
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
    controlled boolean not null
);
create index ix_staged_value_cell on staged_value (submission, indicator, period, space);

-- A release makes values known at one instant. Its values are there before, invisible while recorded_at is null.
create table release (
    number bigint generated always as identity,
    id uuid not null,
    submission uuid not null,
    released_by text not null,
    written_at timestamptz not null default clock_timestamp(),
    recorded_at timestamptz,
    batches integer not null default 0,
    constraint pk_release primary key (number)
);
create unique index ix_release_id on release (id);
create unique index ix_release_submission on release (submission);
create index ix_release_written on release (number) where recorded_at is null;

-- Values are only ever added. What the public may see is decided at release and stored with the value.
create table value (
    indicator text not null,
    period text not null,
    space text not null,
    revision integer not null,
    release bigint not null,
    period_end date not null,
    value numeric,
    numerator numeric,
    denominator numeric,
    status text not null,
    public_status text not null,
    suppression text,
    rounded numeric,
    line bigint,
    constraint pk_value primary key (indicator, period, space, revision)
);
create index ix_value_release on value (release, indicator, period);
create index ix_value_space on value (space, indicator);

-- In which pieces a release is told to the other services.
create table release_batch (
    release bigint not null,
    number integer not null,
    indicator text not null,
    period text not null,
    period_end date not null,
    first_space text not null,
    last_space text not null,
    constraint pk_release_batch primary key (release, number)
);
