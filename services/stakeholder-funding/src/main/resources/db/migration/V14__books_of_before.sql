-- what was planned, committed, ordered and claimed before there was a journal
create function pg_temp.cents(money jsonb) returns bigint language sql immutable as $$
    select coalesce(round(cast(money ->> 'amount' as numeric) * 100)::bigint, 0)
$$;

create function pg_temp.move(cause text, in_line text, in_year integer, source text, target text, amount bigint,
        of_application uuid, about text) returns void language sql as $$
    insert into journal (entry, booked_on, cause, line, year, account, cents, application, reference, actor)
    select e.entry, current_date, cause, in_line, in_year, p.account, p.cents, of_application, about, 'stakeholder-funding'
    from (select journal_next_entry() as entry) e,
        (values (source, -amount), (target, amount)) as p (account, cents)
    where amount <> 0
$$;

create function pg_temp.balance(of_line text, of_year integer, of_account text) returns bigint language sql as $$
    select coalesce((select balance from journal where line = of_line and year = of_year and account = of_account
        order by posting desc limit 1), 0)
$$;

do $$
declare
    each record;
    source record;
    rest bigint;
    part bigint;
begin
    for each in
        select l.code, cast(y ->> 'year' as integer) as year, pg_temp.cents(y -> 'planned')
                + pg_temp.cents(y -> 'carriedOver')
                + coalesce((select sum(pg_temp.cents(a -> 'amount')) from jsonb_array_elements(y -> 'additional') a), 0)
                as authorised,
            pg_temp.cents(y -> 'blocked') as blocked
        from budget_line l, jsonb_array_elements(l.years) y order by 1, 2
    loop
        perform pg_temp.move('plan', each.code, each.year, 'plan', 'available', cast(each.authorised as bigint), null, null);
        perform pg_temp.move('block', each.code, each.year, 'available', 'blocked', each.blocked, null, null);
    end loop;
    for each in
        select c.application, c.line, c.year, round(c.amount * 100)::bigint as cents, l.cover_group
        from commitment c join budget_line l on l.code = c.line order by c.application, c.year
    loop
        rest := each.cents;
        for source in
            select code from budget_line where cover_group = each.cover_group order by code <> each.line, code
        loop
            part := least(rest, pg_temp.balance(source.code, each.year, 'available'));
            perform pg_temp.move('decision', source.code, each.year, 'available', 'committed', part, each.application, null);
            update application set tranches = tranches || jsonb_build_array(jsonb_build_object('line', source.code,
                'year', each.year, 'amount', jsonb_build_object('amount', to_char(part / 100.0, 'FM9999999999990.00'),
                'currency', 'EUR'))) where id = each.application and part > 0;
            rest := rest - part;
        end loop;
    end loop;
    for each in
        select a.id, p ->> 'id' as payment, cast(p ->> 'year' as integer) as year, pg_temp.cents(p -> 'amount') as cents
        from application a, jsonb_array_elements(a.payments) p where p ->> 'state' = 'ORDERED' order by 1, 2
    loop
        rest := each.cents;
        for source in
            select line, sum(cents) as cents from journal
            where application = each.id and year = each.year and account = 'committed' group by line order by line
        loop
            part := least(rest, source.cents);
            perform pg_temp.move('order', source.line, each.year, 'committed', 'ordered', part, each.id, each.payment);
            rest := rest - part;
        end loop;
    end loop;
    for each in
        select id, pg_temp.cents(recovery -> 'amount') as claimed, pg_temp.cents(recovery -> 'interest') as interest
        from application where recovery is not null order by id
    loop
        rest := each.claimed;
        for source in
            select line, year, sum(cents) as cents from journal
            where application = each.id and account = 'ordered' group by line, year order by year, line
        loop
            part := least(rest, source.cents);
            perform pg_temp.move('claim', source.line, source.year, 'ordered', 'claimed', part, each.id, null);
            if rest = each.claimed then
                perform pg_temp.move('interest', source.line, source.year, 'interest', 'claimed', each.interest, each.id, null);
            end if;
            rest := rest - part;
        end loop;
    end loop;
end
$$;

drop table commitment;
