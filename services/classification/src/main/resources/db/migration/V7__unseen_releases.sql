-- Releases of a run's indicators and period of which not all batches had arrived when it was started.
alter table run
    add unseen_releases uuid[] not null default '{}';
