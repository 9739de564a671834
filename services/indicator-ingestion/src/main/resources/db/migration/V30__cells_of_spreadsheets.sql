-- The cell of a spreadsheet that a finding is about, as people name it there.
alter table finding add column cell text;

-- Number of the table (sheet) of the file in which a value stands, from 0.
alter table staged_value add column sheet integer not null default 0;
