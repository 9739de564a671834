-- changes of a line's year whose money is in use: proposed by one person, confirmed by another
create table budget_authorisation (
    id           uuid           not null,
    line         text           not null,
    year         integer        not null,
    kind         text           not null,
    amount       numeric(14, 2) not null,
    source       text,
    paper_number text           not null,
    body         text           not null,
    decided_on   date           not null,
    reason       text           not null,
    proposed_by  text           not null,
    proposed_at  timestamptz    not null,
    confirmed_by text,
    confirmed_at timestamptz,
    constraint pk_budget_authorisation primary key (id),
    constraint fk_budget_authorisation_line foreign key (line) references budget_line (code),
    constraint fk_budget_authorisation_source foreign key (source) references budget_line (code),
    constraint ck_budget_authorisation_amount check (amount > 0),
    constraint ck_budget_authorisation_persons check (confirmed_by <> proposed_by)
);

create index ix_budget_authorisation_line on budget_authorisation (line, proposed_at, id);

-- years whose books are closed
create table budget_closing (
    year         integer     not null,
    paper_number text        not null,
    closed_by    text        not null,
    closed_at    timestamptz not null,
    constraint pk_budget_closing primary key (year)
);

-- posts of the staffing plan
create table post (
    code         text          not null,
    version      bigint        not null,
    title        text          not null,
    fte          numeric(6, 2) not null,
    valid_from   date          not null,
    valid_to     date,
    product      text,
    paper_number text          not null,
    constraint pk_post primary key (code),
    constraint ck_post_fte check (fte > 0),
    constraint ck_post_validity check (valid_to is null or valid_to >= valid_from)
);
