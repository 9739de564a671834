-- Needs that missing values leave open at a space: a run says nothing of them there. Null for results of before, of which
-- that is not known.
alter table result
    add open_needs text[];
