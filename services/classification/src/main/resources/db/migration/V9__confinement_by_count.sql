-- A revised count is another secret: what is known of the old one stays known.
alter table confinement
    drop constraint pk_confinement;
alter table confinement
    add constraint pk_confinement primary key (indicator, day, space, count);
