-- Spaces are never deleted, and an import looked up each of its spaces once more for this key.
alter table space_publication drop constraint fk_space_publication_space;
drop index ix_space_publication_space;
