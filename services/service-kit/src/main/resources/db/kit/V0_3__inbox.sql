-- Ids of the events that were applied; an event whose id is here is not applied again.
create table inbox (
    id text constraint pk_inbox primary key,
    type text not null,
    received_at timestamptz not null
);

create index ix_inbox_received_at on inbox (received_at);

-- How far this service has processed each partition: the next offset, as Kafka counts.
create table inbox_position (
    topic text not null,
    partition integer not null,
    next_offset bigint not null,
    constraint pk_inbox_position primary key (topic, partition)
);

-- Parts of a bulk that have arrived.
create table inbox_bulk (
    bulk text constraint pk_inbox_bulk primary key,
    arrived integer not null,
    updated_at timestamptz not null
);

-- Records that could not be applied, with the cause, until they are replayed. Headers (a JSON list of pairs of name and
-- Base64) and data are as they arrived; an empty record has no data.
create table dead_letter (
    id text constraint pk_dead_letter primary key,
    topic text not null,
    type text not null,
    subject text not null,
    version bigint not null,
    time timestamptz not null,
    headers bytea not null,
    data bytea,
    cause text not null,
    failed_at timestamptz not null,
    attempts integer not null,
    replayed_at timestamptz
);

create index ix_dead_letter_open on dead_letter (failed_at, id) where replayed_at is null;
