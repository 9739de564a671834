-- Catalogue of indicators: every version of a definition is kept, one of them is current. The database takes out of the
-- documents what lists look for.
create table indicator (
    code text not null,
    version bigint not null,
    current boolean not null default true,
    document jsonb not null,
    recorded_at timestamptz not null default clock_timestamp(),
    recorded_by text not null,
    event_sequence bigint,
    theme text generated always as (document ->> 'theme') stored,
    name text not null generated always as (document ->> 'name') stored,
    constraint pk_indicator primary key (code, version)
);
create unique index ix_indicator_current on indicator (code) where current;

-- Subjects that indicators belong to.
create table theme (
    code text not null,
    version bigint not null default 1,
    name text not null,
    english_name text,
    constraint pk_theme primary key (code)
);
