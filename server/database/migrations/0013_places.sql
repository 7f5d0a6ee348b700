-- Places that a city has imported beside its pack's own.

create table imported_place (
  id bigint generated always as identity primary key,
  name text not null,
  kind text not null,
  lat double precision not null,
  lng double precision not null,
  radius_m double precision not null,
  kelurahan_code text,
  variants text[] not null default '{}',
  precision text not null,
  along jsonb,
  source text not null,
  imported_at timestamptz not null default now()
);
comment on table imported_place is
  'What npm run gazetteer:import has read; a place of the pack with the same name and kind is taken for this one.';
comment on column imported_place.along is 'The course of something long: [[lat, lng], …].';

alter table photo add column accuracy_m double precision;
comment on column photo.accuracy_m is 'How far off the camera took its own position to be, metres.';
