create table body (
    code        text   not null,
    version     bigint not null,
    name        text   not null,
    kind        text   not null,
    stakeholder text,
    valid_from  date,
    valid_to    date,
    competences jsonb  not null,
    constraint pk_body primary key (code),
    constraint fk_body_stakeholder foreign key (stakeholder) references stakeholder (key),
    constraint ck_body_competences check (competences is json array)
);

-- the tiers of a district's main statute, to be adapted by PUT
insert into body (code, version, name, kind, competences) values
    ('administration', 1, 'Verwaltung', 'ADMINISTRATION',
     '[{"matter":"grant","below":{"amount":"5000.00","currency":"EUR"},"consult":[]}]'),
    ('specialist-committee', 1, 'Fachausschuss', 'COMMITTEE', '[]'),
    ('main-committee', 1, 'Hauptausschuss', 'COMMITTEE',
     '[{"matter":"grant","atLeast":{"amount":"5000.00","currency":"EUR"},
        "atMost":{"amount":"250000.00","currency":"EUR"},"consult":["specialist-committee"]}]'),
    ('council', 1, 'Vertretung', 'COUNCIL',
     '[{"matter":"grant","above":{"amount":"250000.00","currency":"EUR"},
        "consult":["specialist-committee","main-committee"]}]');
