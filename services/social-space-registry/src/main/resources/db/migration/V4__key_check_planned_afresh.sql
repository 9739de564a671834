-- The check of V3 with a plan made for each statement: a plan kept from the time when the table was small would look
-- through the whole table for every one of 100,000 changed spaces.
create or replace function keep_space_keys_apart() returns trigger language plpgsql as $$
declare
    twice text;
begin
    execute '
        select s.key
        from changed c join space s on s.key = c.key and s.id <> c.id
            and daterange(s.valid_from, s.valid_to, ''[]'') && daterange(c.valid_from, c.valid_to, ''[]'')
        limit 1' into twice;
    if twice is not null then
        raise exception 'key % belongs to two spaces at once', twice
            using errcode = 'exclusion_violation', constraint = 'ex_space_key';
    end if;
    return null;
end
$$;
