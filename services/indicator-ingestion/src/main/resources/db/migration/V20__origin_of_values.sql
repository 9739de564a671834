-- Where a value comes from: the column of the file beside its line, or how it was made from other values.
alter table value add column column_number integer;
alter table value add column origin text;
alter table value add constraint ck_value_origin check (origin in ('computed', 'rolled-up'));

-- Which indicators of a period have suppressed values; secondary suppression looks at no others.
create index ix_value_suppressed on value (period, indicator) where public_status = 'suppressed';
