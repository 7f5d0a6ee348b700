-- What people of the control room keep for themselves, so that it follows them from desk to desk.

create table desk_filter (
  id uuid primary key default uuidv7(),
  user_id uuid not null references app_user (id) on delete cascade,
  name text not null,
  filter jsonb not null,
  created_at timestamptz not null default now(),
  unique (user_id, name)
);
comment on column desk_filter.filter is 'What the queue is narrowed to, see shared/wire/filter.ts.';
