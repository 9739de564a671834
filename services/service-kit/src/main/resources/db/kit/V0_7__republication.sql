-- The topics of this service as the broker had them when it was asked last.
create table published_topic (
    topic text constraint pk_published_topic primary key,
    topic_id text not null
);

-- Things that a republication tells in several batches, and where each begins.
create table republication_part (
    job uuid not null,
    first_batch integer not null,
    thing uuid not null,
    constraint pk_republication_part primary key (job, first_batch)
);
