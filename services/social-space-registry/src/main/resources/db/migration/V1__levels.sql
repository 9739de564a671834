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
