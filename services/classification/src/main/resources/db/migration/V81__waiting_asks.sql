-- An automatic run whose values are not all there waits, without a time, for the release that brings more of them.
alter table automatic_run alter column due_at drop not null;
