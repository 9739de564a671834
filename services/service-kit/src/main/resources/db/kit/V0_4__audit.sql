-- the audit trail: who changed what, when, from what to what; only ever inserted
create table audit_entry (
    id          bigint generated always as identity,
    recorded_at timestamptz not null default clock_timestamp(),
    actor       text        not null,
    action      text        not null,
    subject     text        not null,
    before      jsonb,
    after       jsonb,
    constraint pk_audit_entry primary key (id)
);

create index ix_audit_entry_subject on audit_entry (subject, id);
create index ix_audit_entry_actor on audit_entry (actor, id);
create index ix_audit_entry_recorded_at on audit_entry (recorded_at);
