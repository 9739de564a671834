-- deadlines of which others were told that they are near, each once
create table deadline_told (
    application uuid not null,
    action      text not null,
    deadline    date not null,
    constraint pk_deadline_told primary key (application, action, deadline)
);
