-- The spine: what came in (report and its companions), what became of it (ticket), and the numbered log.

create table counter (
  name text primary key,
  value bigint not null
);
comment on table counter is
  'Gapless numbers. The row is locked until the transaction ends, so a reader that saw N never sees anything below N appear.';
insert into counter (name, value) values ('log', 0);

create table ticket (
  id uuid primary key default uuidv7(),
  number text not null unique,
  version integer not null,
  status text not null,
  priority text not null,
  category text not null,
  department_code text not null,
  facts jsonb not null default '{}',
  lat double precision,
  lng double precision,
  accuracy_m double precision,
  kelurahan text,
  kecamatan text,
  location_source text,
  channel text not null,
  report_count integer not null,
  created_at timestamptz not null,
  acknowledge_from timestamptz not null,
  acknowledge_by timestamptz not null,
  resolve_from timestamptz not null,
  resolve_by timestamptz not null,
  acknowledged_at timestamptz,
  resolved_at timestamptz,
  closed_at timestamptz,
  merged_into uuid references ticket (id),
  acknowledge_mark text,
  resolve_mark text,
  last_seq bigint not null,
  is_open boolean not null generated always as
    (status in ('new', 'verified', 'routed', 'acknowledged', 'in_progress', 'returned')) stored
);
create index ticket_match on ticket (category, lat, lng) where is_open;
create index ticket_open on ticket (department_code, created_at) where is_open;
create index ticket_created on ticket (created_at desc, id desc);
create index ticket_acknowledge_due on ticket (acknowledge_by)
  where is_open and acknowledged_at is null and acknowledge_mark is distinct from 'breached';
create index ticket_resolve_due on ticket (resolve_by) where is_open and resolve_mark is distinct from 'breached';

create table ticket_log (
  seq bigint primary key,
  ticket_id uuid not null references ticket (id) deferrable initially deferred,
  version integer not null,
  type text not null,
  at timestamptz not null,
  actor jsonb not null,
  changes jsonb not null,
  details jsonb not null default '{}',
  departments text[] not null,
  command_id text,
  unique (ticket_id, version)
);
create unique index ticket_log_command on ticket_log (ticket_id, command_id) where command_id is not null;
comment on column ticket_log.changes is 'The fields of the ticket''s state that this entry set; folding them in order rebuilds it.';
comment on column ticket_log.departments is 'Whose ticket it was before and is after: these departments must hear of the entry.';

create table report (
  id uuid primary key default uuidv7(),
  channel text not null,
  external_id text not null,
  urgent boolean not null,
  text text not null,
  occurred_at timestamptz not null,
  received_at timestamptz not null default now(),
  reporter jsonb,
  location jsonb,
  measurement jsonb,
  media jsonb,
  in_reply_to text,
  raw jsonb not null,
  tracking_code text unique,
  state text not null default 'received',
  reason text,
  failure text,
  processed_at timestamptz,
  ticket_id uuid references ticket (id),
  unique (channel, external_id)
);
create index report_waiting on report (received_at) where state = 'received';
create index report_by_ticket on report (ticket_id) where ticket_id is not null;
create index report_set_aside on report (received_at desc) where state in ('set_aside', 'failed');
create index report_by_phone on report ((reporter ->> 'phone'), occurred_at desc) where reporter is not null;

create table call_event (
  call_id text not null,
  state text not null,
  at timestamptz not null,
  raw jsonb not null,
  received_at timestamptz not null default now(),
  primary key (call_id, state)
);

create table aml_location (
  digest text primary key,
  device_number text not null,
  lat double precision not null,
  lng double precision not null,
  accuracy_m double precision,
  located_at timestamptz not null,
  received_at timestamptz not null default now(),
  verified boolean not null,
  raw jsonb not null
);
create index aml_by_number on aml_location (device_number, located_at desc);

create table message_status (
  channel text not null,
  message_id text not null,
  status text not null,
  at timestamptz not null,
  raw jsonb not null,
  received_at timestamptz not null default now(),
  primary key (channel, message_id, status, at)
);

create table photo (
  id uuid primary key default uuidv7(),
  report_id uuid references report (id),
  ticket_id uuid references ticket (id),
  kind text not null,
  mime_type text not null,
  size_bytes integer not null,
  width integer not null,
  height integer not null,
  digest text not null,
  taken_at timestamptz,
  lat double precision,
  lng double precision,
  created_at timestamptz not null default now(),
  check (report_id is not null or ticket_id is not null)
);
create unique index photo_once on photo (coalesce(report_id, ticket_id), kind, digest);
create index photo_by_ticket on photo (ticket_id) where ticket_id is not null;
create index photo_by_report on photo (report_id) where report_id is not null;
comment on column photo.kind is 'report (the citizen''s), before or after (the department''s)';

create table sensor_reading (
  post_id text not null,
  at timestamptz not null,
  value double precision not null,
  primary key (post_id, at)
);

create table sensor_state (
  post_id text primary key,
  value double precision not null,
  at timestamptz not null,
  alarm boolean not null,
  ticket_id uuid references ticket (id)
);

create table area (
  code text primary key,
  name text not null,
  kecamatan text not null,
  rings jsonb not null,
  source text not null,
  imported_at timestamptz not null default now()
);
