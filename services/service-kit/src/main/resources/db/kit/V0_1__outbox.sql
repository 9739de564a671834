-- Events that a transaction wants to send; a relay sends them in the order of their sequence.
create table outbox (
    sequence bigint generated always as identity constraint pk_outbox primary key,
    id uuid not null,
    topic text not null,
    key text not null,
    type text not null,
    subject text not null,
    version bigint not null,
    time timestamptz not null,
    data text not null,
    attempts integer not null default 0,
    sent_at timestamptz
);

create index ix_outbox_unsent on outbox (sequence) where sent_at is null;
create index ix_outbox_sent_at on outbox (sent_at) where sent_at is not null;
