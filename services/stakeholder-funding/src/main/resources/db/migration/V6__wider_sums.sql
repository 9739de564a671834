-- an application may ask for the largest amount in many years
alter table application alter column requested type numeric(20, 2), alter column granted type numeric(20, 2);
