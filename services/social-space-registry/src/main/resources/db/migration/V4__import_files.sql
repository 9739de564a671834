-- A file whose rows are not staged yet, in pieces, so that no instance needs a folder of its own. It is read in the
-- background; the options say how.
create table space_import_file (
    import_id uuid not null,
    number integer not null,
    bytes bytea not null,
    constraint pk_space_import_file primary key (import_id, number),
    constraint fk_space_import_file_import foreign key (import_id) references space_import on delete cascade
);
alter table space_import_file alter column bytes set storage external;

alter table space_import
    add column options jsonb,
    add column varying boolean not null default false,
    add column ends_stated boolean not null default false,
    add column united boolean not null default false,
    add column staged boolean not null default true,
    add column failure_arguments text[] not null default '{}';

-- How far an import is, told by transactions of their own while that of the work runs; without a foreign key, which
-- would wait for it.
create table space_import_progress (
    import_id uuid constraint pk_space_import_progress primary key,
    done bigint not null,
    total bigint
);

-- Boundaries of staged rows, apart from what is rewritten while rows are compared. The place puts neighbours together
-- (Hilbert curve). Rows that go with their import in any case need no foreign key, which would be looked up for each.
create table space_import_boundary (
    import_id uuid not null,
    row integer not null,
    place integer not null,
    wkb bytea not null,
    hash bytea not null,
    constraint pk_space_import_boundary primary key (import_id, row)
);

insert into space_import_boundary (import_id, row, place, wkb, hash)
select import_id, row, 0, wkb, hash from space_import_row where wkb is not null;

alter table space_import_boundary alter column wkb set storage external;

alter table space_import_row
    drop column wkb,
    drop column hash,
    drop column map_wkb,
    drop column space_id,
    add column valid_from date,
    add column ends date;
update space_import_row r set valid_from = i.valid_from from space_import i where i.id = r.import_id;
alter table space_import_row alter column valid_from set not null;

create index ix_space_import_row_key on space_import_row (import_id, key);

-- rows that would give their space another boundary, and the space that has their key now
create table space_import_fresh (
    import_id uuid not null,
    row integer not null,
    place integer not null,
    bytes integer not null,
    space_id bigint,
    box box not null,
    constraint pk_space_import_fresh primary key (import_id, row)
);

create index ix_space_import_fresh_place on space_import_fresh (import_id, place, row);
create index ix_space_import_fresh_space on space_import_fresh (import_id, space_id);
create index ix_space_import_fresh_box on space_import_fresh using gist (box);

-- their boundaries simplified for maps
create table space_import_map (
    import_id uuid not null,
    row integer not null,
    wkb bytea not null,
    constraint pk_space_import_map primary key (import_id, row)
);

-- the other of two rows that overlap, until it is known which of them are left out
alter table space_import_finding add column other_row integer;

-- what an import changes of spaces that are there already: a text before and after, or both boundaries
create table space_import_change (
    import_id uuid not null constraint fk_space_import_change_import references space_import on delete cascade,
    row integer not null,
    key text collate "C" not null,
    what text not null,
    before text,
    after text,
    area_before numeric(16, 2),
    area_after numeric(16, 2),
    wkb_before bytea,
    wkb_after bytea,
    constraint pk_space_import_change primary key (import_id, row, what)
);
