-- the first days of the rows of the same key before and after a row, where a file has several spans of one key
alter table space_import_row
    add column prev_from date,
    add column next_from date;
