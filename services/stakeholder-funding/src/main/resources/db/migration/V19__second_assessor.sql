-- the assessment of the first of two assessors
alter table application add column first_assessment jsonb;
