-- an import of a file of spaces
create table space_import (
    id uuid constraint pk_space_import primary key,
    level text collate "C" not null constraint fk_space_import_level references space_level,
    valid_from date not null,
    atomic boolean not null,
    dry_run boolean not null,
    crs text not null,
    tolerance double precision not null,
    anywhere boolean not null,
    partial boolean not null,
    parent_stated boolean not null,
    file_name text not null,
    caller text not null,
    everywhere boolean not null,
    areas text[] not null,
    state text not null constraint ck_space_import_state check (state in ('RUNNING', 'COMPLETED', 'FAILED')),
    failure text,
    applied boolean not null default false,
    map_tolerance double precision not null,
    received integer not null,
    created integer not null default 0,
    updated integer not null default 0,
    unchanged integer not null default 0,
    rejected integer not null default 0,
    started_at timestamptz not null,
    ended_at timestamptz
);

create index ix_space_import_open on space_import (started_at) where state = 'RUNNING';

-- the good rows of a file, until they are applied
create table space_import_row (
    import_id uuid not null constraint fk_space_import_row_import references space_import on delete cascade,
    row integer not null,
    key text collate "C" not null,
    name text not null,
    parent text collate "C",
    attributes jsonb not null,
    area_square_metres numeric(16, 2),
    lon double precision,
    lat double precision,
    west double precision,
    south double precision,
    east double precision,
    north double precision,
    wkb bytea,
    hash bytea,
    map_wkb bytea,
    -- found by comparing with the registry
    effect text,
    path text[],
    current_id bigint,
    current_path text[],
    splits boolean,
    valid_to date,
    space_id bigint,
    constraint pk_space_import_row primary key (import_id, row)
);

-- what was wrong with the file; row is null where the whole file is meant
create table space_import_finding (
    import_id uuid not null constraint fk_space_import_finding_import references space_import on delete cascade,
    number bigint generated always as identity,
    row integer,
    key text,
    code text not null,
    severity text not null,
    value text,
    lon double precision,
    lat double precision,
    arguments text[] not null,
    constraint pk_space_import_finding primary key (import_id, number)
);

create index ix_space_import_finding_row on space_import_finding (import_id, row);

-- which spaces the batches of a bulk job tell of, until they are published
create table space_publication (
    job uuid not null,
    batch integer not null,
    position integer not null,
    space_id bigint not null constraint fk_space_publication_space references space on delete cascade,
    constraint pk_space_publication primary key (job, batch, position)
);

create index ix_space_publication_space on space_publication (space_id);
