-- one number per change of spaces, shared by all spaces that the change touched
create sequence space_version;

create extension if not exists pg_trgm;

-- A text as people look for it: without accents and capitals, ä as ae or a, ß as ss, "str." as "strasse", words apart by
-- one blank whatever stood between them.
create function fold_text(text) returns text language sql immutable strict parallel safe as $$
    select trim(regexp_replace(regexp_replace(replace(replace(replace(replace(
        regexp_replace(normalize(lower(normalize($1, NFKC)), NFKD), '[\u0300-\u036f]', '', 'g'),
        'ß', 'ss'), 'ae', 'a'), 'oe', 'o'), 'ue', 'u'),
        'str(\.|\M)', 'strasse', 'g'), '[^[:alnum:]]+', ' ', 'g'))
$$;

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
    folded text not null generated always as (fold_text(name || ' ' || key)) stored,
    constraint ck_space_validity check (valid_to >= valid_from)
);

create index ix_space_key on space (key, valid_from);
create index ix_space_level on space (level, key);
create index ix_space_parent on space (parent, key);
create index ix_space_version on space (version);
create index ix_space_path on space using gin (path);
create index ix_space_folded on space using gin (folded gin_trgm_ops);
create index ix_space_box on space using gist (box(point(west, south), point(east, north)));

-- One space per key at any moment, checked once per statement: for an import of 100,000 spaces an exclusion constraint,
-- which checks each row, took 35 of 50 seconds. An advisory lock lets changes of spaces happen one after the other, so
-- no two transactions can slip past each other here. The check is planned anew for each statement (execute): a plan
-- from the time when the table was small would scan the whole table for each of 100,000 changed spaces.
create function keep_space_keys_apart() returns trigger language plpgsql as $$
declare
    twice text;
begin
    execute '
        select s.key
        from changed c join space s on s.key = c.key and s.id <> c.id
            and daterange(s.valid_from, s.valid_to, ''[]'') && daterange(c.valid_from, c.valid_to, ''[]'')
        limit 1' into twice;
    if twice is not null then
        raise exception 'key % belongs to two spaces at once', twice
            using errcode = 'exclusion_violation', constraint = 'ex_space_key';
    end if;
    return null;
end
$$;

create trigger tr_space_inserted after insert on space
    referencing new table as changed for each statement execute function keep_space_keys_apart();
create trigger tr_space_updated after update on space
    referencing new table as changed for each statement execute function keep_space_keys_apart();

-- boundaries as WKB in WGS84: as delivered, and simplified for maps together with the neighbours
create table space_boundary (
    space_id bigint constraint pk_space_boundary primary key
        constraint fk_space_boundary_space references space on delete cascade,
    wkb bytea not null,
    hash bytea not null,
    map_wkb bytea not null,
    map_tolerance double precision not null
);
