-- How often a run was tried, counted beside it: its own row is locked while it is computed.
create table run_attempt (
    run uuid constraint pk_run_attempt primary key,
    attempts integer not null
);

insert into run_attempt (run, attempts) select id, attempts from run where state = 'RUNNING' and attempts > 0;

alter table run drop column attempts;
