-- On which days the areas of a submission are meant: a key may have been given anew to a space elsewhere.
alter table submission add column area_days date[] not null default '{}';
