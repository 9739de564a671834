-- Whether a vector holds a value that the public does not see as it is; vectors from before count as such. Rounded values
-- that the public sees instead stand beside the exact ones.
alter table value_vector
    add column guarded boolean not null default true,
    add column public_numbers bytea;

alter table value_vector
    alter column public_numbers set storage external;
