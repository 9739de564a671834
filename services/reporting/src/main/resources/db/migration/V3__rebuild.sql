-- The request to rebuild the read model; at most one row.
create table rebuild (
    single boolean constraint pk_rebuild primary key,
    requested_at timestamptz not null,
    requested_by text not null,
    constraint ck_rebuild_single check (single)
);
