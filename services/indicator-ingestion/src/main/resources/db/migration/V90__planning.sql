-- What lists of the catalogue look for, taken out of the documents by the database.
alter table indicator
    add column theme text generated always as (document ->> 'theme') stored,
    add column name text not null generated always as (document ->> 'name') stored;

-- How often an observation was changed, for conditional writes.
alter table observation add column version bigint not null default 1;
