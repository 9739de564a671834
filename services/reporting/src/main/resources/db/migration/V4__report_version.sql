-- Published versions of reports. A correction is a report of its own until it is published as the next version.
alter table report add column corrects uuid constraint fk_report_corrects references report (id);
alter table report add column number integer not null default 1;
alter table report add column reason text;

create index ix_report_corrects on report (corrects) where corrects is not null;

-- The report is the first version's; draft is the report that became this version.
create table report_version (
    report uuid not null constraint fk_report_version_report references report (id),
    number integer not null,
    draft uuid not null,
    published_at timestamptz not null,
    note text,
    reason text,
    manifest bytea not null,
    constraint pk_report_version primary key (report, number),
    constraint uq_report_version_draft unique (draft)
);

-- Every form of a version is rendered once and kept as bytes.
create table report_form (
    report uuid not null,
    number integer not null,
    form text not null,
    sha256 text not null,
    content bytea not null,
    constraint pk_report_form primary key (report, number, form),
    constraint fk_report_form_version foreign key (report, number) references report_version (report, number)
);

create function keep_report_version() returns trigger language plpgsql as $$
begin
    raise exception 'version % of report % must not change', old.number, old.report;
end $$;

create trigger tr_report_version before update or delete on report_version
    for each row execute function keep_report_version();
create trigger tr_report_form before update or delete on report_form
    for each row execute function keep_report_version();
