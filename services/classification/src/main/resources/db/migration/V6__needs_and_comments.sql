-- Needs of qualitative or municipal origin.
create table stated_need (
    run uuid not null constraint fk_stated_need_run references run,
    space text collate "C" not null,
    need text not null,
    origin text not null,
    reason text not null,
    added_by text not null,
    added_at timestamptz not null,
    constraint pk_stated_need primary key (run, space, need)
);

-- What municipalities and departments say of results; the results do not change by it.
create table run_comment (
    id uuid constraint pk_run_comment primary key,
    number bigint generated always as identity constraint uq_run_comment_number unique,
    run uuid not null constraint fk_run_comment_run references run,
    space text collate "C",
    path text[] not null,
    author text not null,
    speaker text not null,
    text text not null,
    added_at timestamptz not null
);

create index ix_run_comment_run on run_comment (run, number);
