-- How often a step of an import was begun by an instance that then died. Told by transactions of their own, as the
-- progress is; without a foreign key, which would wait for that of the work.
create table space_import_attempt (
    import_id uuid constraint pk_space_import_attempt primary key,
    attempts integer not null
);
