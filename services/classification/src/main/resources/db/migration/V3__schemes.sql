-- The revision of a scheme counts its changes: new versions, and approvals of its latest one.
create table scheme (
    code text constraint pk_scheme primary key,
    latest integer not null,
    revision bigint not null
);

create table scheme_version (
    code text not null constraint fk_scheme_version_scheme references scheme,
    version integer not null,
    title text not null,
    level text not null,
    automatic boolean not null,
    indicators text[] not null,
    document jsonb not null,
    canonical text not null,
    author text not null,
    created_at timestamptz not null,
    approved_by text,
    approved_at timestamptz,
    revision bigint not null,
    constraint pk_scheme_version primary key (code, version)
);

create index ix_scheme_version_indicators on scheme_version using gin (indicators);
