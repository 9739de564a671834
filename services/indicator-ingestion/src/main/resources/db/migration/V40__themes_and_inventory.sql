-- Subjects that indicators belong to.
create table theme (
    code text not null,
    version bigint not null default 1,
    name text not null,
    english_name text,
    constraint pk_theme primary key (code)
);

-- Which data exist in house, and which are missing.
create table inventory_entry (
    code text not null,
    version bigint not null default 1,
    title text not null,
    holder text not null,
    granularity text not null,
    periodicity text,
    first_period text,
    last_period text,
    legal_basis text,
    state text not null,
    area text,
    indicators text[] not null,
    contact text,
    note text,
    changed_at timestamptz not null default clock_timestamp(),
    changed_by text not null,
    constraint pk_inventory_entry primary key (code),
    constraint ck_inventory_entry_state check (state in ('delivered', 'available', 'promised', 'restricted', 'missing'))
);
create index ix_inventory_entry_indicators on inventory_entry using gin (indicators);
