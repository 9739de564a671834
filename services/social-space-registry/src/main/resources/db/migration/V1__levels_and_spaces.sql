-- needed for "one space per key at any moment": an exclusion over text and date ranges
create extension if not exists btree_gist;

-- levels of spaces, from large (low rank) to small
create table space_level (
    code text collate "C" constraint pk_space_level primary key,
    name text not null,
    rank integer not null,
    version bigint not null,
    announced boolean not null
);

-- there from the start; announced to the other services when the registry first starts
insert into space_level (code, name, rank, version, announced) values
    ('district', 'Kreis oder kreisfreie Stadt', 10, 1, false),
    ('municipality', 'Gemeinde', 20, 1, false);

-- one number per change of spaces, shared by all spaces that the change touched
create sequence space_version;

-- a social space in one span of validity; identity is key and valid_from
create table space (
    id bigint generated always as identity constraint pk_space primary key,
    key text collate "C" not null,
    name text not null,
    level text collate "C" not null constraint fk_space_level references space_level,
    parent text collate "C",
    path text[] not null,
    valid_from date not null,
    valid_to date,
    attributes jsonb not null,
    area_square_metres numeric(16, 2),
    lon double precision,
    lat double precision,
    west double precision,
    south double precision,
    east double precision,
    north double precision,
    version bigint not null,
    changed_at timestamptz not null default now(),
    constraint ck_space_validity check (valid_to >= valid_from),
    constraint ex_space_key exclude using gist (key with =, daterange(valid_from, valid_to, '[]') with &&)
);

create index ix_space_key on space (key, valid_from);
create index ix_space_level on space (level, key);
create index ix_space_parent on space (parent, key);
create index ix_space_version on space (version);
create index ix_space_path on space using gin (path);
create index ix_space_box on space using gist (box(point(west, south), point(east, north)));

-- boundaries as WKB in WGS84: as delivered, and simplified for maps together with the neighbours
create table space_boundary (
    space_id bigint constraint pk_space_boundary primary key
        constraint fk_space_boundary_space references space on delete cascade,
    wkb bytea not null,
    hash bytea not null,
    map_wkb bytea not null,
    map_tolerance double precision not null
);
