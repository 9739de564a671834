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

-- Closed periods. An empty list of indicators means all of them.
create table period_lock (
    code text not null,
    version bigint not null default 1,
    period text,
    until date,
    indicators text[] not null,
    area text,
    reason text not null,
    locked_at timestamptz not null default clock_timestamp(),
    locked_by text not null,
    constraint pk_period_lock primary key (code),
    constraint ck_period_lock_period check ((period is null) <> (until is null))
);

-- Who may deliver in spite of a lock, and how long.
create table period_lock_exception (
    lock text not null,
    code text not null,
    submitter text,
    organisation text,
    expires_at timestamptz not null,
    reason text not null,
    granted_at timestamptz not null default clock_timestamp(),
    granted_by text not null,
    constraint pk_period_lock_exception primary key (lock, code),
    constraint fk_period_lock_exception_lock foreign key (lock) references period_lock (code) on delete cascade,
    constraint ck_period_lock_exception_who check ((submitter is null) <> (organisation is null))
);

-- What an organisation shall deliver, and by when.
create table expectation (
    code text not null,
    version bigint not null default 1,
    organisation text not null,
    indicators text[] not null,
    level text not null,
    area text,
    period text not null,
    period_end date not null,
    due date not null,
    remind_days integer not null,
    changed_at timestamptz not null default clock_timestamp(),
    changed_by text not null,
    constraint pk_expectation primary key (code)
);
create index ix_expectation_organisation on expectation (organisation, due);
