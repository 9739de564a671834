-- The indicators and periods of a submission's checked values, found by leaps through the index instead of reading all.
create function staged_groups(wanted uuid) returns table (indicator text, period text, period_end date)
language sql stable as $$
    with recursive leap as (
        (select s.indicator, s.period, s.period_end from staged_value s
         where s.submission = wanted order by s.indicator, s.period limit 1)
        union all
        select n.* from leap l cross join lateral (
            select s.indicator, s.period, s.period_end from staged_value s
            where s.submission = wanted and (s.indicator, s.period) > (l.indicator, l.period)
            order by s.indicator, s.period limit 1) n)
    select * from leap
$$;
