-- Streams of many events that are read from the service's own tables instead of being copied through the outbox.
create table bulk_job (
    job uuid constraint pk_bulk_job primary key,
    kind text not null,
    batches integer not null,
    acknowledged integer not null default 0,
    started_at timestamptz not null,
    published_at timestamptz
);

create index ix_bulk_job_open on bulk_job (started_at) where published_at is null;
