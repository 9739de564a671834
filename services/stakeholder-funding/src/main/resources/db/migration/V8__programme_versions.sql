-- a submitted application keeps the programme as it was; those from before follow the programme as it is
alter table application add column rules jsonb;
