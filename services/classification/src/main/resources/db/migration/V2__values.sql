-- Batches of a release until the last of them has arrived.
create table value_batch (
    release uuid not null,
    batch integer not null,
    indicator text not null,
    period text not null,
    content bytea not null,
    constraint pk_value_batch primary key (release, batch)
);

-- The values of one indicator, period and release: little-endian integers and doubles, one position per space.
-- A guarded vector holds at least one value that the public does not see as it is; rounded values that the public sees
-- instead stand beside the exact ones.
create table value_vector (
    id bigint generated always as identity constraint pk_value_vector primary key,
    release uuid not null,
    indicator text not null,
    period text not null,
    period_end date not null,
    recorded_at timestamptz not null,
    size integer not null,
    ordinals bytea not null,
    numbers bytea not null,
    numerators bytea not null,
    denominators bytea not null,
    public_numbers bytea,
    marks bytea not null,
    guarded boolean not null,
    constraint uq_value_vector unique (release, indicator, period)
);

alter table value_vector
    alter column ordinals set storage external,
    alter column numbers set storage external,
    alter column numerators set storage external,
    alter column denominators set storage external,
    alter column public_numbers set storage external,
    alter column marks set storage external;

create index ix_value_vector_indicator on value_vector (indicator, period_end, recorded_at);
