-- Notifications to the phones of departments: where they go, and what has been sent.

create table push_subscription (
  id uuid primary key default uuidv7(),
  user_id uuid not null references app_user (id) on delete cascade,
  endpoint text not null unique,
  p256dh text not null,
  auth text not null,
  language text not null check (language in ('id', 'en')),
  created_at timestamptz not null default now()
);
create index push_subscription_by_user on push_subscription (user_id);
comment on column push_subscription.endpoint is
  'An address that the browser''s own push service gave. Whoever knows it, with the keys, can send to that phone: it is told to nobody.';

-- One row a phone and log entry: what makes a push happen once, over restarts and on several nodes.
create table push_delivery (
  id uuid primary key default uuidv7(),
  seq bigint not null,
  subscription_id uuid not null references push_subscription (id) on delete cascade,
  message jsonb not null,
  created_at timestamptz not null default now(),
  claimed_until timestamptz,
  settled_at timestamptz,
  outcome text check (outcome in ('sent', 'refused', 'late')),
  unique (seq, subscription_id)
);
create index push_delivery_waiting on push_delivery (created_at) where settled_at is null;
create index push_delivery_settled on push_delivery (settled_at) where settled_at is not null;
create index push_delivery_by_subscription on push_delivery (subscription_id);
comment on column push_delivery.claimed_until is
  'Whoever sends it has it until then: a queue that lost patience with a slow worker gives its job to another.';
comment on column push_delivery.message is 'What the phone shows: number, kind, area and priority of a ticket; nothing a citizen said.';

-- Up to where the log has been looked at; locked by the node that looks.
create table push_position (
  only_row boolean primary key default true check (only_row),
  seq bigint not null
);
insert into push_position (seq) select value from counter where name = 'log';
