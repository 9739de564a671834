-- The books: one row per posting, written once. The database numbers the postings, keeps the balance after each of them,
-- chains them by hashes and refuses an entry that does not sum to zero.
create table journal (
    posting      bigint      not null,
    entry        bigint      not null,
    recorded_at  timestamptz not null,
    booked_on    date        not null,
    cause        text        not null,
    line         text        not null,
    year         integer     not null,
    account      text        not null,
    cents        bigint      not null,
    balance      bigint      not null,
    application  uuid,
    reference    text,
    reverses     bigint,
    paper_number text,
    reason       text,
    actor        text        not null,
    hash         bytea       not null,
    constraint pk_journal primary key (posting),
    constraint fk_journal_line foreign key (line) references budget_line (code),
    constraint ck_journal_cents check (cents <> 0),
    constraint ck_journal_balance check (account in ('plan', 'interest') or balance >= 0)
);

create index ix_journal_balance on journal (line, year, account, posting desc) include (balance);
create index ix_journal_entry on journal (entry);
create index ix_journal_line on journal (line, entry);
create index ix_journal_application on journal (application, entry) where application is not null;
create index ix_journal_reference on journal (reference, cause) where reference is not null;
create index ix_journal_recorded_at on journal (recorded_at);
create unique index uk_journal_reverses on journal (reverses, line, year, account) where reverses is not null;

-- the same text of a posting whatever the session's settings, hashed with the hash before it
create function journal_hash(previous bytea, p journal) returns bytea language sql stable as $$
    select sha256(previous || convert_to(row (p.posting, p.entry, extract(epoch from p.recorded_at),
        p.booked_on - date '2000-01-01', p.cause, p.line, p.year, p.account, p.cents, p.balance, p.application,
        p.reference, p.reverses, p.paper_number, p.reason, p.actor)::text, 'UTF8'))
$$;

-- Only one transaction writes at a time, from its first posting to its end; so numbers have no gaps and hashes a chain.
create function journal_next_entry() returns bigint language plpgsql as $$
begin
    perform pg_advisory_xact_lock(7237954630);
    return coalesce((select entry from journal order by posting desc limit 1), 0) + 1;
end
$$;

create function journal_write() returns trigger language plpgsql as $$
declare
    latest journal%rowtype;
begin
    perform pg_advisory_xact_lock(7237954630);
    select * into latest from journal order by posting desc limit 1;
    if new.entry not in (coalesce(latest.entry, 0), coalesce(latest.entry, 0) + 1) then
        raise exception 'entry % is not the next one', new.entry using errcode = 'check_violation';
    end if;
    if new.reverses is not null
            and exists (select from journal where entry = new.reverses and reverses is not null) then
        raise exception 'entry % is a reversal', new.reverses using errcode = 'check_violation';
    end if;
    new.posting := coalesce(latest.posting, 0) + 1;
    new.recorded_at := case when new.entry = latest.entry then latest.recorded_at
        else greatest(clock_timestamp(), latest.recorded_at) end;
    new.balance := new.cents + coalesce((select balance from journal
        where line = new.line and year = new.year and account = new.account order by posting desc limit 1), 0);
    new.hash := journal_hash(coalesce(latest.hash, ''), new);
    return new;
end
$$;

create trigger tr_journal_write before insert on journal for each row execute function journal_write();

create function journal_balanced() returns trigger language plpgsql as $$
begin
    if (select sum(cents) from journal where entry = new.entry) <> 0 then
        raise exception 'entry % does not sum to zero', new.entry using errcode = 'check_violation';
    end if;
    return null;
end
$$;

create constraint trigger tr_journal_balanced after insert on journal
    deferrable initially deferred for each row execute function journal_balanced();

create function journal_fixed() returns trigger language plpgsql as $$
begin
    raise exception 'the journal is written once' using errcode = 'insufficient_privilege';
end
$$;

create trigger tr_journal_fixed before update or delete or truncate on journal
    for each statement execute function journal_fixed();

revoke update, delete, truncate on journal from current_user;

-- committed money of an application by line and year, as the journal has it
alter table application add column tranches jsonb not null default '[]';
