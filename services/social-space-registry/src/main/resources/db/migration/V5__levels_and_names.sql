-- what a level says of its spaces
alter table space_level
    add column key_pattern text,
    add column hierarchy text collate "C" not null default 'social',
    add column covers boolean not null default true,
    add column attributes jsonb not null default '[]',
    add column size_recommendation jsonb;

update space_level set hierarchy = 'administrative' where code in ('district', 'municipality');

-- Levels that were taken back. If one comes again, its versions count on: the other services skip what is older. Imports
-- keep the code.
create table withdrawn_level (
    code text collate "C" constraint pk_withdrawn_level primary key,
    version bigint not null
);
alter table space_import drop constraint fk_space_import_level;

-- a short name is found as the name is; the label lies inside the boundary
alter table space
    add column short_name text,
    add column links jsonb not null default '[]',
    add column label_lon double precision,
    add column label_lat double precision;
alter table space drop column folded;
alter table space add column folded text not null
    generated always as (fold_text(name || ' ' || coalesce(short_name || ' ', '') || key)) stored;

create index ix_space_folded on space using gin (folded gin_trgm_ops);

alter table space_import_row
    add column short_name text,
    add column label_lon double precision,
    add column label_lat double precision;
