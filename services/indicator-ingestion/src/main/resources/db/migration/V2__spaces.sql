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
    consists_of text[] not null default '{}',
    version bigint not null,
    constraint pk_space primary key (key, valid_from)
);
create index ix_space_level on space (level, key);
create index ix_space_path on space using gin (path);
-- How many children a space has on a level: a check asks for each parent, indicator and period.
create index ix_space_parent on space (parent, level);

-- What spaces were before they moved or their validity was corrected, with the last release for which they were so: what
-- was public then is judged with the tree of that time.
create table former_space (
    key text not null,
    valid_from date not null,
    until_release bigint not null,
    valid_to date,
    name text not null,
    level text not null,
    path text[] not null,
    consists_of text[] not null,
    constraint pk_former_space primary key (key, valid_from, until_release)
);
