-- A release is read group by group, along the primary key. An index by release misled the planner, which cannot know
-- how many rows a new release has.
drop index ix_value_release;
