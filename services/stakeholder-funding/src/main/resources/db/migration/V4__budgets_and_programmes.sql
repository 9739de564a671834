-- one row per group of lines that cover each other; decisions lock it before they compare
create table budget_group (
    code text not null,
    constraint pk_budget_group primary key (code)
);

create table budget_line (
    code        text   not null,
    version     bigint not null,
    name        text   not null,
    product     text,
    account     text,
    cover_group text   not null,
    years       jsonb  not null,
    constraint pk_budget_line primary key (code),
    constraint fk_budget_line_group foreign key (cover_group) references budget_group (code),
    constraint ck_budget_line_years check (years is json array)
);

create index ix_budget_line_cover_group on budget_line (cover_group);

create table programme (
    code                text    not null,
    version             bigint  not null,
    name                text    not null,
    description         text,
    budget_line         text    not null,
    area                text,
    matter              text    not null,
    open                boolean not null,
    open_from           date,
    open_to             date,
    voluntary           boolean not null,
    early_start_allowed boolean not null,
    kinds               text[]  not null,
    financings          text[]  not null,
    criteria            jsonb   not null,
    constraint pk_programme primary key (code),
    constraint fk_programme_budget_line foreign key (budget_line) references budget_line (code),
    constraint ck_programme_criteria check (criteria is json array)
);

create index ix_programme_budget_line on programme (budget_line);
