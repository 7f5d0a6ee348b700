-- The room itself: which walls there are, what stands on all of them, and what is usual at this hour.

create table room (
  one boolean primary key default true check (one),
  flood_mode text not null default 'auto' check (flood_mode in ('auto', 'on', 'off')),
  flood_mode_by text,
  flood_mode_at timestamptz,
  rule_on_since timestamptz,
  rule_calm_since timestamptz,
  rule_posts integer not null default 0,
  rule_reports integer not null default 0,
  rule_looked_at timestamptz,
  channels jsonb not null default '[]',
  channels_at timestamptz
);
comment on table room is
  'One row: flood mode as people set it, as the rule sees it, and the channels'' pulse. One node writes the last two.';
insert into room default values;

create table room_pin (
  id uuid primary key,
  ticket_id uuid references ticket (id),
  text text,
  created_at timestamptz not null,
  created_by text not null,
  ended_at timestamptz,
  ended_by text,
  check ((ticket_id is null) <> (text is null)),
  check ((ended_at is null) = (ended_by is null))
);
create unique index room_pin_ticket on room_pin (ticket_id) where ended_at is null;
create index room_pin_standing on room_pin (created_at) where ended_at is null;

create table room_warning (
  id uuid primary key,
  severity text not null,
  event text not null,
  text text not null,
  kecamatan text[] not null,
  source text not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  ended_at timestamptz,
  ended_by text,
  check ((ended_at is null) = (ended_by is null))
);
create index room_warning_until on room_warning (until_at) where ended_at is null;

create table room_log (
  id uuid primary key default uuidv7(),
  at timestamptz not null,
  actor jsonb not null,
  act text not null,
  details jsonb not null
);
comment on table room_log is
  'Who did what in the room, and when: flood mode, pins, warnings, orders to walls. Only ever added to.';

-- Walls say all of it again within seconds, so a crash may empty it.
create unlogged table wall_screen (
  id text primary key,
  node text not null,
  name text not null,
  report jsonb not null,
  connected_at timestamptz not null,
  reported_at timestamptz not null,
  seen_at timestamptz not null
);
comment on column wall_screen.seen_at is 'When its node last said that the socket is there: a node that died says nothing.';

create table report_hour (
  hour timestamptz not null,
  channel text not null,
  count integer not null,
  primary key (hour, channel)
);
comment on table report_hour is 'How many reports came in by a channel in each whole hour that is over.';
-- Reports lie in the order they came in, so a few bytes for many pages tell where an hour lies; inserts hardly notice.
create index report_received on report using brin (received_at) with (pages_per_range = 16, autosummarize = on);
