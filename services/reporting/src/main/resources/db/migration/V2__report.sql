-- Reports as they are requested, assembled and published.
create table report (
    id uuid constraint pk_report primary key,
    type text not null,
    area text,
    -- varchar, not text: the type that Hibernate gives to arrays of strings
    area_path varchar[] not null,
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
    version bigint not null default 0,
    constraint ck_report_state check (state in ('RUNNING', 'COMPLETED', 'FAILED'))
);

create index ix_report_created_at on report (created_at, id);
create index ix_report_running on report (created_at) where state = 'RUNNING';
create index ix_report_area_path on report using gin (area_path);

-- The document of a report and its drawings are written once, when the report is complete, and never changed.
create table report_document (
    report uuid constraint pk_report_document primary key,
    document bytea not null,
    drawings bytea not null,
    constraint fk_report_document_report foreign key (report) references report (id)
);

create function keep_report_document() returns trigger language plpgsql as $$
begin
    raise exception 'the document of report % must not change', old.report;
end $$;

create trigger tr_report_document before update or delete on report_document
    for each row execute function keep_report_document();
