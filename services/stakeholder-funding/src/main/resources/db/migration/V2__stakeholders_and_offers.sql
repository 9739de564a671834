create table stakeholder (
    key         text    not null,
    version     bigint  not null,
    name        text    not null,
    kind        text    not null,
    description text,
    website     text,
    spaces      text[]  not null,
    published   boolean not null,
    constraint pk_stakeholder primary key (key)
);

create table offer (
    key          text    not null,
    version      bigint  not null,
    stakeholder  text    not null,
    name         text    not null,
    description  text,
    target_group text,
    spaces       text[]  not null,
    needs        text[]  not null,
    published    boolean not null,
    constraint pk_offer primary key (key),
    constraint fk_offer_stakeholder foreign key (stakeholder) references stakeholder (key)
);

create index ix_offer_stakeholder on offer (stakeholder);
create index ix_offer_spaces on offer using gin (spaces);
