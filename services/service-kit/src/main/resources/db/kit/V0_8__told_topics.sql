-- The topics that this service consumes, as the broker had them when it was asked last. A topic that lost events is
-- incomplete until its producer says that everything is told, in an event with a version above told_after; null while
-- nothing was lost.
create table consumed_topic (
    topic text constraint pk_consumed_topic primary key,
    topic_id text not null,
    told_after bigint
);

insert into consumed_topic (topic, topic_id)
select topic, max(topic_id) from inbox_position where topic_id is not null group by topic;

-- Topics, by the broker's id, in which their producer has said that everything is told; the version of the last such event.
create table told_topic (
    topic_id text constraint pk_told_topic primary key,
    version bigint not null
);

-- How far the topics of this service have been written: the next offset, as Kafka counts. A topic that ends before has
-- lost its end.
create table published_offset (
    topic text not null,
    partition integer not null,
    next_offset bigint not null,
    constraint pk_published_offset primary key (topic, partition)
);

-- The topics as they were when a republication began: at its end it says in each of them that everything is told.
create table republication_topic (
    job uuid not null,
    topic text not null,
    topic_id text not null,
    begun_at timestamptz not null,
    constraint pk_republication_topic primary key (job, topic)
);
