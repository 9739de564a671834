-- what a programme says beside its criteria: guideline, when proofs are due, petty limit, what came before it
alter table programme add column terms jsonb;
