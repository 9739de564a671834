-- steps off the straight way; a grant that was taken back or revoked stays in the register with nothing left of it
alter table application
    add column earlier_submissions jsonb not null default '[]',
    add column returns             jsonb not null default '[]',
    add column withdrawal          jsonb,
    add column waivers             jsonb not null default '[]',
    add column corrections         jsonb not null default '[]',
    add column revocation          jsonb,
    add column closure             jsonb,
    add column remarks             jsonb not null default '[]',
    add column writers             text[] not null default '{}',
    drop constraint ck_application_granted,
    add constraint ck_application_granted check (granted is null or granted >= 0 and granted <= requested);

update application set writers = array[created_by];

-- what an auditor looks at; further kinds are added by replacing the view
create view irregularity (kind, subject, day, reason, recorded_by, recorded_at) as
select 'decision.late', 'applications/' || id, (decision ->> 'decidedOn')::date, decision ->> 'lateReason',
       decision ->> 'by', (decision ->> 'at')::timestamptz
from application
where decision ->> 'lateReason' is not null;

create index ix_application_late on application (id) where decision ->> 'lateReason' is not null;
