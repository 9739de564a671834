-- The columns of a stored mapping keep the order in which they were written: templates have them in that order.
alter table profile alter column document type json using document::json;
