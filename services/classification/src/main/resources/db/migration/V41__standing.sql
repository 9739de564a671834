-- Which published runs came before one.
create index ix_run_published on run (scheme, publication_started_at) where publication_started_at is not null;

-- What municipalities and departments say of results; the results do not change by it.
create table run_comment (
    id uuid constraint pk_run_comment primary key,
    number bigint generated always as identity constraint uq_run_comment_number unique,
    run uuid not null constraint fk_run_comment_run references run,
    space text collate "C",
    path text[],
    author text not null,
    speaker text not null,
    text text not null,
    added_at timestamptz not null
);

create index ix_run_comment_run on run_comment (run, number);

-- A run that is asked for again and again still starts a minute after it was first asked for.
alter table automatic_run add column asked_at timestamptz not null default now();
