-- When the writing of a submission's values began; done and total count values from its approval on.
alter table submission add column releasing_since timestamptz;
