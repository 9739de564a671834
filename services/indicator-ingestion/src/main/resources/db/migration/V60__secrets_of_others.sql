-- Whether who delivers may read what is suppressed.
alter table submission add column reads_exact boolean not null default false;

-- How many of a submission's checked values repeat a suppressed one that its side did not deliver. Whoever delivers must
-- not learn from a count that a guess was right. Only groups with suppressed values are read.
create function repeated_secrets(wanted uuid) returns bigint language sql stable as $$
    select coalesce(sum(g.repeated), 0)::bigint from submission me cross join lateral (
        select (
            select count(*) from (
                select distinct on (v.space) v.* from value v
                where v.indicator = o.indicator and v.period = o.period and v.space in (
                    select h.space from value h
                    where h.indicator = o.indicator and h.period = o.period and h.public_status = 'suppressed')
                order by v.space, v.revision desc) k
            join staged_value s on s.submission = me.id and s.indicator = k.indicator and s.period = k.period
                and s.space = k.space
            where k.public_status = 'suppressed'
                and (k.value, k.numerator, k.denominator, k.status)
                    is not distinct from (s.value, s.numerator, s.denominator, s.status)
                and (k.origin is not null or not exists (
                    select 1 from release r join submission d on d.id = r.submission
                    where r.number = k.release and (d.submitter = me.submitter or d.organisation = me.organisation)))
            ) as repeated
        from staged_groups(me.id) o
        where exists (
            select 1 from value h
            where h.indicator = o.indicator and h.period = o.period and h.public_status = 'suppressed')) g
    where me.id = wanted and not me.reads_exact
$$;
