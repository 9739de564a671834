-- base rates (§ 247 BGB) as they were published
create table base_rate (
    valid_from date          not null,
    version    bigint        not null,
    percent    numeric(6, 2) not null,
    constraint pk_base_rate primary key (valid_from),
    constraint ck_base_rate_percent check (percent between -10 and 30)
);

-- proofs of use on the way, the hearing before a claim, and what was paid back on it
alter table application add column interim_proofs jsonb not null default '[]';
alter table application add column hearing jsonb;
alter table application add column repayments jsonb not null default '[]';
