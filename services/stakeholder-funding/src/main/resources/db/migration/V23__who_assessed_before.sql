-- assessments and proposed reviews that others replaced: whoever made them has taken that step all the same
alter table application
    add column earlier_assessments jsonb not null default '[]',
    add column earlier_reviews     jsonb not null default '[]';
