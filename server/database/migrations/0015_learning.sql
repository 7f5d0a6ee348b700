-- What the city's own tickets teach: versions of the models, and which of them is in force.

create table learnt_version (
  id bigint generated always as identity primary key,
  asked_at timestamptz not null,
  asked_by_id text,
  asked_by text not null,
  state text not null,
  started_at timestamptz,
  finished_at timestamptz,
  figures jsonb,
  models bytea,
  failure text,
  in_force_from timestamptz
);
create index learnt_version_open on learnt_version (id) where state in ('waiting', 'training');
comment on column learnt_version.state is 'waiting, training, kept, refused (worse than what was in force), or failed';
comment on column learnt_version.models is
  'Compressed JSON of LearntModels; nothing of a version that was refused, and of old ones that were never in force.';
comment on column learnt_version.in_force_from is 'When it last came into force.';

create table learning (
  only_row boolean primary key default true check (only_row),
  is_on boolean not null default true,
  in_force bigint references learnt_version (id),
  changed_at timestamptz,
  changed_by text
);
comment on column learning.in_force is 'Null: the models that the city pack came with.';
insert into learning default values;

-- How often what somebody sent came to nothing: asked when the next of theirs is looked at.
create index report_set_aside_by_account on report ((reporter ->> 'accountId'), occurred_at desc)
  where state = 'set_aside' and reporter ->> 'accountId' is not null;
