-- One row while a rebuild of the read model is asked for.
create table rebuild (
    single boolean constraint pk_rebuild primary key,
    requested_at timestamptz not null,
    requested_by text not null,
    constraint ck_rebuild_single check (single)
);
