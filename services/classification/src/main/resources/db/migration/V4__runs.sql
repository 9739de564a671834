-- Spaces of a level with their larger areas as a run found them; runs on the same spaces share one row.
create table territory (
    hash text constraint pk_territory primary key,
    content bytea not null
);

create table run (
    id uuid constraint pk_run primary key,
    number bigint generated always as identity constraint uq_run_number unique,
    scheme text not null,
    version integer not null,
    level text not null,
    period text not null,
    area text,
    area_path text[] not null,
    as_of date not null,
    recorded_at timestamptz not null,
    repeat_of uuid constraint fk_run_repeat_of references run,
    basis text not null,
    territory text not null constraint fk_run_territory references territory,
    state text not null,
    standing text not null,
    automatic boolean not null,
    requested_by text not null,
    created_at timestamptz not null,
    finished_at timestamptz,
    failure text,
    spaces integer not null,
    polarities jsonb not null,
    kinds jsonb not null,
    summary jsonb,
    note text,
    consulted text[] not null,
    publication_started_at timestamptz,
    published_by text,
    published_at timestamptz,
    constraint fk_run_scheme_version foreign key (scheme, version) references scheme_version (code, version)
);

create index ix_run_open on run (number) where state = 'RUNNING';
create index ix_run_scheme on run (scheme, period, number);
create index ix_run_published on run (scheme, publication_started_at) where publication_started_at is not null;

-- How often a run was tried, counted beside it: its own row is locked while it is computed.
create table run_attempt (
    run uuid constraint pk_run_attempt primary key,
    attempts integer not null
);

create table run_exclusion (
    run uuid not null constraint fk_run_exclusion_run references run,
    space text collate "C" not null,
    reason text not null,
    constraint pk_run_exclusion primary key (run, space)
);

-- The vectors that a run works on, found when it was started.
create table run_input (
    run uuid not null constraint fk_run_input_run references run,
    vector bigint not null constraint fk_run_input_vector references value_vector,
    lag integer not null,
    constraint pk_run_input primary key (run, vector, lag)
);

-- Runs that a release of values asked for; they start when no further release has arrived for a moment, a minute after
-- they were first asked for at the latest. One whose values are not all there waits without a time.
create table automatic_run (
    scheme text not null,
    period text not null,
    asked_at timestamptz not null default now(),
    due_at timestamptz,
    constraint pk_automatic_run primary key (scheme, period)
);

-- How many neighbours of a suppressed count below and above it would have led to the same classes and needs in all runs so
-- far, and whether it could lie beyond the next public value: so little that the count is known must never be left.
create table confinement (
    indicator text not null,
    day date not null,
    space text collate "C" not null,
    count double precision not null,
    below integer not null,
    above integer not null,
    lower boolean not null,
    higher boolean not null,
    constraint pk_confinement primary key (indicator, day, space)
);

-- Which suppressed counts are thought larger, and which smaller, to see what classes by rank tell of them, is decided by lots
-- that depend on this secret: else the classes that are withheld would tell on which side the count lies.
create table withholding_secret (
    secret bytea not null
);
insert into withholding_secret (secret)
values (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

-- Spaces and larger areas whose class, group and needs a run withholds, since they would confine a suppressed count too far.
create table run_withheld (
    run uuid not null constraint fk_run_withheld_run references run,
    space text collate "C" not null,
    constraint pk_run_withheld primary key (run, space)
);
