-- A release makes values known at one instant. Its values are there before, invisible while recorded_at is null.
create table release (
    number bigint generated always as identity,
    id uuid not null,
    submission uuid not null,
    released_by text not null,
    written_at timestamptz not null default clock_timestamp(),
    recorded_at timestamptz,
    batches integer not null default 0,
    chosen integer not null default 0,
    chosen_at_least integer not null default 0,
    constraint pk_release primary key (number)
);
create unique index ix_release_id on release (id);
create unique index ix_release_submission on release (submission);
create index ix_release_written on release (number) where recorded_at is null;

-- Values are only ever added. What the public may see is decided at release and stored with the value, as is where it
-- comes from: the line and column of the file, or how it was made from other values. A release is read group by group,
-- along the primary key: an index by release would mislead the planner, which cannot know how many rows a new one has.
create table value (
    indicator text not null,
    period text not null,
    space text not null,
    revision integer not null,
    release bigint not null,
    period_end date not null,
    value numeric,
    numerator numeric,
    denominator numeric,
    status text not null,
    public_status text not null,
    suppression text,
    rounded numeric,
    line bigint,
    column_number integer,
    origin text,
    constraint pk_value primary key (indicator, period, space, revision),
    constraint ck_value_origin check (origin in ('computed', 'rolled-up'))
);
create index ix_value_space on value (space, indicator);
-- Which indicators of a period have suppressed values: secondary suppression looks at no others.
create index ix_value_suppressed on value (period, indicator) where public_status = 'suppressed';

-- In how wide an interval a suppressed small count must lie for everybody who adds up; for stewards.
create table disclosure_width (
    release bigint not null,
    indicator text not null,
    period text not null,
    space text not null,
    width double precision not null,
    constraint pk_disclosure_width primary key (release, indicator, period, space)
);

-- Which of several numbers of nearly equal loss is suppressed is decided by lots that depend on this secret, so that nobody
-- can tell from the published rules. A new row changes the lots of releases to come; what is released stays.
create table disclosure_secret (
    since timestamptz not null default clock_timestamp(),
    secret bytea not null,
    constraint pk_disclosure_secret primary key (since)
);
insert into disclosure_secret (secret)
values (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

-- In which pieces a release is published to the other services.
create table release_batch (
    release bigint not null,
    number integer not null,
    indicator text not null,
    period text not null,
    period_end date not null,
    first_space text not null,
    last_space text not null,
    constraint pk_release_batch primary key (release, number)
);

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
