-- members of bodies who may vote, with validity; competences and members change by two people
alter table body add column voting_members jsonb not null default '[]';
alter table body add constraint ck_body_voting_members check (voting_members is json array);

create table body_change (
    id           uuid        not null,
    body         text        not null,
    number       integer     not null,
    content      jsonb       not null,
    proposed_by  text        not null,
    proposed_at  timestamptz not null,
    confirmed_by text,
    confirmed_at timestamptz,
    constraint pk_body_change primary key (id),
    constraint uq_body_change_number unique (body, number),
    constraint fk_body_change_body foreign key (body) references body (code),
    constraint ck_body_change_persons check (confirmed_by <> proposed_by)
);

-- the budget and the staffing plan are the assembly's own (§ 26 KrO NRW, § 41 GO NRW), where no statute says otherwise
update body
set competences = competences || '[{"matter":"budget","consult":[],"legalBasis":"§ 26 KrO NRW"},
                                   {"matter":"posts","consult":[],"legalBasis":"§ 26 KrO NRW"}]'
where code = 'council'
  and not exists (select 1 from body b where b.competences @> '[{"matter":"budget"}]')
  and not exists (select 1 from body b where b.competences @> '[{"matter":"posts"}]');

-- papers of the council, and what it charges somebody with
create table paper (
    number        text        not null,
    version       bigint      not null,
    content       jsonb       not null,
    applications  uuid[]      not null,
    consultations jsonb       not null,
    decision      jsonb,
    created_by    text        not null,
    created_at    timestamptz not null,
    constraint pk_paper primary key (number),
    constraint ck_paper_documents check (content is json object and consultations is json array)
);

create index ix_paper_applications on paper using gin (applications);

create table mandate (
    id          uuid        not null,
    version     bigint      not null,
    paper       text        not null,
    task        text        not null,
    responsible text        not null,
    due         date        not null,
    state       text        not null,
    report      text,
    given_by    text        not null,
    given_at    timestamptz not null,
    reported_by text,
    reported_at timestamptz,
    constraint pk_mandate primary key (id),
    constraint fk_mandate_paper foreign key (paper) references paper (number)
);

create index ix_mandate_paper on mandate (paper);
create index ix_mandate_due on mandate (due, id);
