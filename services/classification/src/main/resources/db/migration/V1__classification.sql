-- Copies of what the registry says.
create table level (
    code text constraint pk_level primary key,
    name text not null,
    rank integer not null,
    version bigint not null
);

create table space (
    key text collate "C" not null,
    valid_from date not null,
    valid_to date,
    name text not null,
    level text not null,
    parent text,
    path text[] not null,
    area_square_metres double precision,
    attributes jsonb not null,
    version bigint not null,
    constraint pk_space primary key (key, valid_from)
);

create index ix_space_level on space (level, key);
create index ix_space_path on space using gin (path);

-- Every key that was ever named, by a space or by a value: its ordinal stands for it in vectors.
create table space_key (
    ordinal integer generated always as identity constraint pk_space_key primary key,
    key text collate "C" not null constraint uq_space_key unique
);

-- Copies of the catalogue's definitions.
create table indicator (
    code text constraint pk_indicator primary key,
    name text not null,
    unit text not null,
    kind text not null,
    polarity text not null,
    version bigint not null
);

-- Batches of a release until the last of them has arrived.
create table value_batch (
    release uuid not null,
    batch integer not null,
    indicator text not null,
    period text not null,
    content bytea not null,
    constraint pk_value_batch primary key (release, batch)
);

-- The values of one indicator, period and release: little-endian integers and doubles, one position per space.
create table value_vector (
    id bigint generated always as identity constraint pk_value_vector primary key,
    release uuid not null,
    indicator text not null,
    period text not null,
    period_end date not null,
    recorded_at timestamptz not null,
    size integer not null,
    ordinals bytea not null,
    numbers bytea not null,
    numerators bytea not null,
    denominators bytea not null,
    marks bytea not null,
    constraint uq_value_vector unique (release, indicator, period)
);

alter table value_vector
    alter column ordinals set storage external,
    alter column numbers set storage external,
    alter column numerators set storage external,
    alter column denominators set storage external,
    alter column marks set storage external;

create index ix_value_vector_indicator on value_vector (indicator, period_end, recorded_at);

create table scheme (
    code text constraint pk_scheme primary key,
    latest integer not null
);

create table scheme_version (
    code text not null constraint fk_scheme_version_scheme references scheme,
    version integer not null,
    title text not null,
    level text not null,
    automatic boolean not null,
    indicators text[] not null,
    document jsonb not null,
    canonical text not null,
    author text not null,
    created_at timestamptz not null,
    approved_by text,
    approved_at timestamptz,
    constraint pk_scheme_version primary key (code, version)
);

create index ix_scheme_version_indicators on scheme_version using gin (indicators);

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
    area_path text[],
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
    attempts integer not null default 0,
    failure text,
    spaces integer not null,
    polarities jsonb not null,
    summary jsonb,
    note text,
    consulted text[],
    publication_started_at timestamptz,
    published_by text,
    published_at timestamptz,
    constraint fk_run_scheme_version foreign key (scheme, version) references scheme_version (code, version)
);

create index ix_run_open on run (number) where state = 'RUNNING';
create index ix_run_scheme on run (scheme, period, number);

create table run_exclusion (
    run uuid not null constraint fk_run_exclusion_run references run,
    space text collate "C" not null,
    reason text not null,
    constraint pk_run_exclusion primary key (run, space)
);

-- The vectors a run works on, found when it was started.
create table run_input (
    run uuid not null constraint fk_run_input_run references run,
    vector bigint not null constraint fk_run_input_vector references value_vector,
    lag integer not null,
    constraint pk_run_input primary key (run, vector, lag)
);

create table result (
    run uuid not null,
    level text not null,
    space text collate "C" not null,
    path text[] not null,
    municipality text,
    exclusion text,
    raw double precision[] not null,
    value double precision[] not null,
    class smallint[] not null,
    gap text[] not null,
    class_group text,
    needs text[] not null
);

alter table result add constraint pk_result primary key (run, level, space);

create table stated_need (
    run uuid not null constraint fk_stated_need_run references run,
    space text collate "C" not null,
    need text not null,
    origin text not null,
    reason text not null,
    added_by text not null,
    added_at timestamptz not null,
    constraint pk_stated_need primary key (run, space, need)
);

-- Runs that a release of values asked for; they start when no further release has arrived for a moment.
create table automatic_run (
    scheme text not null,
    period text not null,
    due_at timestamptz not null,
    constraint pk_automatic_run primary key (scheme, period)
);
