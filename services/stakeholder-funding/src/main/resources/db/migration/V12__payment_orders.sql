-- accounts of actors; the newest confirmed one counts
create table bank_details (
    id           uuid        not null,
    stakeholder  text        not null,
    holder       text        not null,
    iban         text        not null,
    bic          text,
    changed_by   text        not null,
    changed_at   timestamptz not null,
    confirmed_by text,
    confirmed_at timestamptz,
    constraint pk_bank_details primary key (id),
    constraint fk_bank_details_stakeholder foreign key (stakeholder) references stakeholder (key),
    constraint ck_bank_details_persons check (confirmed_by <> changed_by)
);

create index ix_bank_details_stakeholder on bank_details (stakeholder, changed_at);

-- files of orders for the treasury
create table payment_batch (
    number     integer     not null,
    created_by text        not null,
    created_at timestamptz not null,
    constraint pk_payment_batch primary key (number)
);

-- orders to the treasury as they were given; only state, file and outcome change
create table payment_order (
    id          uuid           not null,
    application uuid           not null,
    recipient   text           not null,
    call        text,
    year        integer        not null,
    amount      numeric(14, 2) not null,
    due_on      date,
    holder      text,
    iban        text,
    bic         text,
    parts       jsonb          not null,
    state       text           not null,
    ordered_by  text           not null,
    ordered_at  timestamptz    not null,
    batch       integer,
    paid_on     date,
    reference   text,
    reason      text,
    constraint pk_payment_order primary key (id),
    constraint fk_payment_order_application foreign key (application) references application (id),
    constraint fk_payment_order_batch foreign key (batch) references payment_batch (number),
    constraint ck_payment_order_amount check (amount > 0),
    constraint ck_payment_order_parts check (parts is json array)
);

create index ix_payment_order_state on payment_order (state, ordered_at, id);
create index ix_payment_order_batch on payment_order (batch, ordered_at, id);
create index ix_payment_order_application on payment_order (application);
