-- whose applications count together when a body's competence is found
alter table stakeholder
    add column part_of text,
    add constraint fk_stakeholder_part_of foreign key (part_of) references stakeholder (key),
    add constraint ck_stakeholder_part_of check (part_of <> key);

create index ix_stakeholder_part_of on stakeholder (part_of);
