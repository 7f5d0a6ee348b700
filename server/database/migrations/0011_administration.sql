-- What administrators change about the city on screens, and who did what.

create table city_change (
  id bigint generated always as identity primary key,
  kind text not null,
  key text not null,
  value jsonb,
  effective_from timestamptz not null,
  entered_at timestamptz not null,
  actor_id text not null,
  actor_name text not null,
  reason text not null
);
create index city_change_by_key on city_change (kind, key, id desc);
comment on table city_change is
  'Rows on top of the city pack; what is in force is computed from both (shared/city/in-force.ts). History is the rows themselves.';
comment on column city_change.value is 'The whole new value; null takes earlier changes back to what the pack says.';

create table audit_event (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  kind text not null,
  actor_kind text not null,
  actor_id text,
  actor_name text not null,
  actor_role text,
  subject text not null default '',
  subject_id text,
  details jsonb not null default '{}',
  address text,
  search tsvector not null generated always as (
    to_tsvector('simple'::regconfig, regexp_replace(
      lower(actor_name || ' ' || kind || ' ' || subject || ' ' || coalesce(address, '') || ' ' || details::text),
      '[^[:alnum:]]+', ' ', 'g'))
  ) stored
);
create index audit_event_newest on audit_event (at desc, id desc);
create index audit_event_by_kind on audit_event (kind, at desc, id desc);
create index audit_event_by_actor on audit_event (actor_id, at desc, id desc);
create index audit_event_search on audit_event using gin (search);
comment on table audit_event is
  'What people do outside of tickets; what they do to tickets is in ticket_log. Nothing of a citizen, no password, no token.';

-- The same list shows what people do to tickets.
create index ticket_log_by_people on ticket_log (at desc, seq desc) where actor ->> 'kind' <> 'system';

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or deleted', tg_table_name;
end $$;
create trigger audit_event_is_kept before update or delete on audit_event
  for each row execute function refuse_change();
create trigger audit_event_is_not_emptied before truncate on audit_event
  for each statement execute function refuse_change();
create trigger city_change_is_kept before update or delete on city_change
  for each row execute function refuse_change();
create trigger city_change_is_not_emptied before truncate on city_change
  for each statement execute function refuse_change();
