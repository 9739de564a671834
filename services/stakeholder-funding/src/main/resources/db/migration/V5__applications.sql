-- queried facts in columns, each step as a document of its own; every change locks the row
create table application (
    id            uuid           not null,
    version       bigint         not null,
    state         text           not null,
    programme     text           not null,
    applicant     text           not null,
    spaces        text[]         not null,
    requested     numeric(20, 2) not null,
    granted       numeric(20, 2),
    created_by    text           not null,
    created_at    timestamptz    not null,
    content       jsonb          not null,
    submission    jsonb,
    assessment    jsonb,
    consultations jsonb          not null,
    decision      jsonb,
    agreement     jsonb,
    payments      jsonb          not null,
    proof_of_use  jsonb,
    review        jsonb,
    recovery      jsonb,
    constraint pk_application primary key (id),
    constraint fk_application_programme foreign key (programme) references programme (code),
    constraint fk_application_stakeholder foreign key (applicant) references stakeholder (key),
    constraint ck_application_granted check (granted is null or granted > 0 and granted <= requested),
    constraint ck_application_documents check (content is json object and consultations is json array
        and payments is json array)
);

create index ix_application_created_at on application (created_at desc, id desc);
create index ix_application_applicant on application (applicant);
create index ix_application_programme on application (programme);
create index ix_application_spaces on application using gin (spaces);
create index ix_application_granted on application (created_at desc, id desc) where granted is not null;

-- money that decisions have taken from a line's year
create table commitment (
    application uuid           not null,
    line        text           not null,
    year        integer        not null,
    amount      numeric(14, 2) not null,
    constraint pk_commitment primary key (application, line, year),
    constraint fk_commitment_application foreign key (application) references application (id),
    constraint fk_commitment_line foreign key (line) references budget_line (code),
    constraint ck_commitment_amount check (amount > 0)
);

create index ix_commitment_line on commitment (line, year);
