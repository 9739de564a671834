-- Reports. The document and its drawings are written once, when the report is complete, and never changed.
create table report (
    id uuid constraint pk_report primary key,
    type text not null,
    area text,
    area_path text[] not null,
    period text not null,
    scheme text,
    language text not null,
    state text not null,
    done integer not null,
    total integer not null,
    failure text,
    claimed_until timestamptz,
    created_by text not null,
    created_at timestamptz not null,
    finished_at timestamptz,
    published_by text,
    published_at timestamptz,
    publication_note text,
    document bytea,
    drawings bytea,
    constraint ck_report_state check (state in ('RUNNING', 'COMPLETED', 'FAILED')),
    constraint ck_report_complete check (state <> 'COMPLETED' or document is not null and drawings is not null)
);

create index ix_report_created_at on report (created_at, id);
create index ix_report_running on report (created_at) where state = 'RUNNING';
create index ix_report_area_path on report using gin (area_path);

create function keep_report_document() returns trigger language plpgsql as $$
begin
    if old.document is not null and (new.document is distinct from old.document or new.drawings is distinct from old.drawings) then
        raise exception 'the document of report % must not change', old.id;
    end if;
    return new;
end $$;

create trigger tr_report_document before update on report for each row execute function keep_report_document();
