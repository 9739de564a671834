-- Whether all spaces of a submission, each on its day, lie in one of some areas.
create function submission_within(keys text[], days date[], wanted text[]) returns boolean language sql stable as $$
    select keys <> '{}' and not exists (
        select 1 from unnest(keys, days) as area (key, day) where not exists (
            select 1 from space p where p.key = area.key and p.path && wanted and (area.day is null
                or (p.valid_from <= area.day and (p.valid_to is null or p.valid_to >= area.day)))))
$$;

-- What the service itself found against a release, as code and arguments.
alter table submission add column reason_code text;
alter table submission add column reason_arguments text[];
