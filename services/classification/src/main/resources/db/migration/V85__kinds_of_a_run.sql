-- Kinds of a run's indicators: only counts without a numerator are their own. Runs from before did not write them down.
alter table run add column kinds jsonb;
