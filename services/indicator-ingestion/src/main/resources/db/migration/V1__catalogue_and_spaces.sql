-- Catalogue of indicators: every version of a definition is kept, one of them is current.
create table indicator (
    code text not null,
    version bigint not null,
    current boolean not null default true,
    document jsonb not null,
    recorded_at timestamptz not null default clock_timestamp(),
    recorded_by text not null,
    event_sequence bigint,
    constraint pk_indicator primary key (code, version)
);
create unique index ix_indicator_current on indicator (code) where current;

-- Stored mappings, versioned alike.
create table profile (
    code text not null,
    version bigint not null,
    current boolean not null default true,
    document jsonb not null,
    recorded_at timestamptz not null default clock_timestamp(),
    recorded_by text not null,
    constraint pk_profile primary key (code, version)
);
create unique index ix_profile_current on profile (code) where current;

-- What the registry of social spaces told.
create table level (
    code text not null,
    name text not null,
    rank integer not null,
    version bigint not null,
    constraint pk_level primary key (code)
);

create table space (
    key text not null,
    valid_from date not null,
    valid_to date,
    name text not null,
    level text not null,
    parent text,
    path text[] not null,
    area_square_metres numeric,
    version bigint not null,
    constraint pk_space primary key (key, valid_from)
);
create index ix_space_level on space (level, key);
create index ix_space_path on space using gin (path);
