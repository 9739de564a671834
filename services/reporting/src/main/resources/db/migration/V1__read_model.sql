-- What the other services have published. Every row carries the version of its last event; an older event never replaces it.

create table level (
    code text constraint pk_level primary key,
    name text not null,
    rank integer not null,
    version bigint not null
);

-- A space is identified by its key together with the first day of its validity.
create table space (
    key text not null,
    valid_from date not null,
    valid_to date,
    name text not null,
    level text not null,
    parent text,
    path text[] not null,
    area_square_metres numeric,
    boundary jsonb,
    attributes jsonb not null,
    version bigint not null,
    constraint pk_space primary key (key, valid_from)
);

create index ix_space_path on space using gin (path);

create table indicator (
    code text constraint pk_indicator primary key,
    version bigint not null,
    name text not null,
    description text,
    unit text not null,
    kind text not null,
    polarity text,
    theme text,
    source text,
    licence text
);

-- A release becomes visible when all its parts have arrived; until then value_part holds them.
create table value_release (
    id uuid constraint pk_value_release primary key,
    recorded_at timestamptz not null,
    parts integer not null,
    complete boolean not null
);

create table value_part (
    release uuid not null,
    batch integer not null,
    indicator text not null,
    period text not null,
    period_end date not null,
    spaces text[] not null,
    amounts numeric[] not null,
    numerators numeric[] not null,
    denominators numeric[] not null,
    statuses text[] not null,
    constraint pk_value_part primary key (release, batch),
    constraint fk_value_part_release foreign key (release) references value_release (id)
);

-- The public value that was released last.
create table public_value (
    indicator text not null,
    period text not null,
    space text not null,
    period_end date not null,
    amount numeric,
    numerator numeric,
    denominator numeric,
    status text not null,
    release uuid not null,
    recorded_at timestamptz not null,
    constraint pk_public_value primary key (indicator, period, space)
);

create index ix_public_value_space on public_value (space, period_end);

create table run (
    id uuid constraint pk_run primary key,
    scheme text not null,
    scheme_version bigint not null,
    scheme_title text not null,
    level text not null,
    period text not null,
    period_end date not null,
    area text,
    as_of date not null,
    published_at timestamptz not null,
    note text,
    consulted text[] not null,
    basis text not null,
    indices jsonb not null,
    needs jsonb not null,
    releases text[] not null,
    parts integer not null,
    complete boolean not null
);

create index ix_run_period_end on run (period_end, published_at) where complete;

create table run_part (
    run uuid not null,
    batch integer not null,
    constraint pk_run_part primary key (run, batch)
);

create table run_result (
    run uuid not null,
    space text not null,
    excluded text,
    indices jsonb not null,
    class_group text,
    constraint pk_run_result primary key (run, space)
);

create index ix_run_result_space on run_result (space);

-- Needs found by rules and needs that people stated; the latter may arrive before the run they belong to.
create table run_need (
    run uuid not null,
    space text not null,
    need text not null,
    origin text not null,
    reason text,
    constraint pk_run_need primary key (run, space, need)
);

create table stakeholder (
    key text constraint pk_stakeholder primary key,
    name text not null,
    kind text,
    published boolean not null,
    version bigint not null
);

create table offer (
    key text constraint pk_offer primary key,
    stakeholder text not null,
    name text not null,
    description text,
    target_group text,
    spaces text[] not null,
    needs text[] not null,
    published boolean not null,
    version bigint not null
);

create index ix_offer_spaces on offer using gin (spaces);

create table decided_grant (
    application uuid constraint pk_decided_grant primary key,
    programme text not null,
    applicant text not null,
    applicant_name text not null,
    purpose text not null,
    spaces text[] not null,
    needs text[] not null,
    result text not null,
    amount numeric not null,
    currency text not null,
    body_name text not null,
    decided_on date not null,
    paper_number text,
    version bigint not null
);

create index ix_decided_grant_spaces on decided_grant using gin (spaces);

-- The payments of a grant; they may arrive before the decision.
create table grant_paid (
    application uuid constraint pk_grant_paid primary key,
    paid_in_total numeric not null,
    currency text not null,
    version bigint not null
);
