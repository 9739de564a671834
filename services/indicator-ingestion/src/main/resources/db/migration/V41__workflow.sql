-- Warnings are answered with a reason; then they stand accepted.
alter table finding
    add column answer text,
    add column answered_by text,
    add column answered_at timestamptz;

-- What later submissions do to earlier ones, and how long a check will take.
alter table submission
    add column answered_count bigint not null default 0,
    add column corrects uuid,
    add column withdraws uuid,
    add column followed_by uuid,
    add column checking_since timestamptz,
    add column expected_rows bigint,
    add constraint fk_submission_corrects foreign key (corrects) references submission (id) on delete set null,
    add constraint fk_submission_withdraws foreign key (withdraws) references submission (id);
create index ix_submission_corrects on submission (corrects) where corrects is not null;
create index ix_submission_withdraws on submission (withdraws) where withdraws is not null;
create index ix_submission_pending on submission (id) where state in ('VALIDATED', 'RELEASING') and not dry_run;

-- Number of the table of the file in which a value stands, from 0.
alter table staged_value add column if not exists sheet integer not null default 0;

-- Closed periods. An empty list of indicators means all of them.
create table period_lock (
    code text not null,
    version bigint not null default 1,
    period text,
    until date,
    indicators text[] not null,
    area text,
    reason text not null,
    locked_at timestamptz not null default clock_timestamp(),
    locked_by text not null,
    constraint pk_period_lock primary key (code),
    constraint ck_period_lock_period check ((period is null) <> (until is null))
);

-- Who may deliver in spite of a lock, and how long.
create table period_lock_exception (
    lock text not null,
    code text not null,
    submitter text,
    organisation text,
    expires_at timestamptz not null,
    reason text not null,
    granted_at timestamptz not null default clock_timestamp(),
    granted_by text not null,
    constraint pk_period_lock_exception primary key (lock, code),
    constraint fk_period_lock_exception_lock foreign key (lock) references period_lock (code) on delete cascade,
    constraint ck_period_lock_exception_who check ((submitter is null) <> (organisation is null))
);

-- What an organisation shall deliver, and by when.
create table expectation (
    code text not null,
    version bigint not null default 1,
    organisation text not null,
    indicators text[] not null,
    level text not null,
    area text,
    period text not null,
    period_end date not null,
    due date not null,
    remind_days integer not null,
    changed_at timestamptz not null default clock_timestamp(),
    changed_by text not null,
    constraint pk_expectation primary key (code)
);
create index ix_expectation_organisation on expectation (organisation, due);
