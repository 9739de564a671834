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

-- Every key that a space or a value ever named. Its ordinal stands for it in vectors.
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
    minimum_count integer not null,
    protection_method text,
    deviation double precision,
    version bigint not null
);
