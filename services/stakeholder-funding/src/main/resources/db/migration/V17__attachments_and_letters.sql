-- files of applications, as they came
create table attachment (
    id          uuid        not null,
    application uuid        not null,
    kind        text        not null,
    title       text        not null,
    file_name   text        not null,
    type        text        not null,
    size        integer     not null,
    sha256      text        not null,
    content     bytea       not null,
    added_by    text        not null,
    added_at    timestamptz not null,
    constraint pk_attachment primary key (id),
    constraint fk_attachment_application foreign key (application) references application (id) on delete cascade
);

create index ix_attachment_application on attachment (application, added_at, id);
alter table attachment alter column content set storage external;

-- notices, agreements, hearings and recovery notices as they were made
create sequence letter_number;

create table letter (
    number      bigint      not null,
    application uuid        not null,
    kind        text        not null,
    html        bytea       not null,
    docx        bytea       not null,
    sha256      text        not null,
    made_by     text        not null,
    made_at     timestamptz not null,
    constraint pk_letter primary key (number),
    constraint fk_letter_application foreign key (application) references application (id)
);

create index ix_letter_application on letter (application, number);

create function written_once() returns trigger language plpgsql as $$
begin
    raise exception '% is written once', tg_table_name using errcode = 'insufficient_privilege';
end
$$;

create trigger tr_letter_fixed before update or delete or truncate on letter
    for each statement execute function written_once();
create trigger tr_attachment_fixed before update on attachment
    for each statement execute function written_once();
