-- first answers to requests with an Idempotency-Key, kept until they expire
create table idempotency_answer (
    caller       text        not null,
    request      text        not null,
    key          text        not null,
    content_hash text        not null,
    expires_at   timestamptz not null,
    status       integer,
    headers      jsonb,
    body         text,
    constraint pk_idempotency_answer primary key (caller, request, key)
);

create index ix_idempotency_answer_expires_at on idempotency_answer (expires_at);
