-- whom a field of action concerns, as its scheme says; null for runs that came before
alter table run_need add column target_group text;
