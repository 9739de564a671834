-- a line's year whose budget nobody has adopted is an irregularity as well; the subject names line and year
create or replace view irregularity (kind, subject, day, reason, recorded_by, recorded_at) as
select 'decision.late', 'applications/' || id, (decision ->> 'decidedOn')::date, decision ->> 'lateReason',
       decision ->> 'by', (decision ->> 'at')::timestamptz
from application
where decision ->> 'lateReason' is not null
union all
select 'year.not-adopted', 'budget-lines/' || line.code || '#' || (years.one ->> 'year'),
       make_date((years.one ->> 'year')::int, 1, 1), null, null, null
from budget_line line cross join lateral jsonb_array_elements(line.years) years (one)
where years.one ->> 'adoption' is null;
