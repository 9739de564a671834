create table result (
    run uuid not null,
    level text not null,
    space text collate "C" not null,
    path text[] not null,
    municipality text,
    exclusion text,
    raw double precision[] not null,
    value double precision[] not null,
    class smallint[] not null,
    gap text[] not null,
    -- for each number the components in whose place something else stands, joined by commas
    imputed text[] not null,
    class_group text,
    needs text[] not null,
    constraint pk_result primary key (run, level, space)
);
