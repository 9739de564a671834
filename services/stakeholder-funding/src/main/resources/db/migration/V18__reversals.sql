-- a change of a line's year that was a mistake is reversed once, by two people
alter table budget_authorisation add column reversal_reason text;
alter table budget_authorisation add column reversal_proposed_by text;
alter table budget_authorisation add column reversed_by text;
alter table budget_authorisation add column reversed_at timestamptz;
alter table budget_authorisation add constraint ck_budget_authorisation_reversal
    check (reversed_by <> reversal_proposed_by);
