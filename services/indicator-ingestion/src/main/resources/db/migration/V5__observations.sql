-- What people on the spot see, beside the figures. The version counts changes, for conditional writes.
create table observation (
    id uuid not null,
    number bigint generated always as identity,
    version bigint not null default 1,
    state text not null,
    submitter text not null,
    organisation text,
    field text not null,
    space text not null,
    target_group text,
    finding text not null,
    certainty text not null,
    since text,
    source_kind text not null,
    source text,
    submitted_at timestamptz not null default clock_timestamp(),
    decided_at timestamptz,
    decided_by text,
    reason text,
    constraint pk_observation primary key (id),
    constraint ck_observation_state check (state in ('SUBMITTED', 'RELEASED', 'REFUSED', 'WITHDRAWN'))
);
create unique index ix_observation_number on observation (number);
create index ix_observation_space on observation (space, number);
create index ix_observation_submitter on observation (submitter, number);
