-- How many children a space has on a level; a check asks for each parent, indicator and period.
create index ix_space_parent on space (parent, level);
