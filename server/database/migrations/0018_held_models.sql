-- A version that a person chose stays in use: trainings make new ones, but put none in force.

alter table learning add column held boolean not null default false;
comment on column learning.held is 'A person chose what is in force; trainings put nothing else in force until one lets them.';
