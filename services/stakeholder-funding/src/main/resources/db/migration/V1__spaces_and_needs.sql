-- copies of the social spaces; identity is key plus beginning of validity
create table space (
    key        text    not null,
    valid_from date    not null,
    valid_to   date,
    name       text    not null,
    level      text    not null,
    path       text[]  not null,
    version    bigint  not null,
    constraint pk_space primary key (key, valid_from)
);

create index ix_space_path on space using gin (path);

-- published runs; a run counts when all its batches have arrived
create table run (
    id           uuid        not null,
    scheme       text        not null,
    period       text        not null,
    area         text        not null,
    published_at timestamptz not null,
    batches      integer     not null,
    arrived      integer     not null default 0,
    constraint pk_run primary key (id)
);

create table run_batch (
    run   uuid    not null,
    batch integer not null,
    constraint pk_run_batch primary key (run, batch)
);

create table run_need (
    run   uuid not null,
    need  text not null,
    title text not null,
    constraint pk_run_need primary key (run, need)
);

create table run_space (
    run   uuid not null,
    space text not null,
    constraint pk_run_space primary key (run, space)
);

create index ix_run_space_space on run_space (space);

-- needs of the spaces; no reference to the run, since an added need may come before the run's batches
create table space_need (
    run    uuid not null,
    space  text not null,
    need   text not null,
    origin text not null,
    reason text,
    constraint pk_space_need primary key (run, space, need)
);
