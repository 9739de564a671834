create table applied_fact (
    sequence bigint generated always as identity constraint pk_applied_fact primary key,
    event text not null,
    name text not null,
    version bigint not null
);
