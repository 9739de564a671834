-- The broker's id of the topic to which a position belongs, so that a position in a topic that was lost and made anew is
-- not taken for one in the new topic; null in positions from before. The number of applied events only grows.
alter table inbox_position
    add topic_id text,
    add applied bigint not null default 0;
