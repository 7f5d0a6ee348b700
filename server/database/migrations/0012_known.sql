-- What is known already: the same incident told again, and the same person by another name.

-- Every category's tickets lie on a sheet of their own, side by side, so that one index finds the nearest of a category.
create function ticket_spot(category text, lat double precision, lng double precision) returns point
language sql immutable parallel safe return point(lng + 1000.0 * (hashtext(category) & 65535), lat);
drop index ticket_match;
create index ticket_match on ticket using gist (ticket_spot(category, lat, lng)) where is_open;

create table ticket_proposal (
  id uuid primary key default uuidv7(),
  ticket_id uuid not null,
  other_id uuid not null,
  report_id uuid,
  score double precision not null,
  because text[] not null,
  created_at timestamptz not null,
  verdict text check (verdict in ('same', 'different')),
  decided_at timestamptz,
  decided_by text,
  check (ticket_id <> other_id)
);
comment on table ticket_proposal is
  'Two tickets that may be one incident; a person decides. No foreign keys: checking them would wait for tickets that somebody has in hand, after the log has been written.';
create unique index ticket_proposal_pair
  on ticket_proposal (least(ticket_id, other_id), greatest(ticket_id, other_id));
create index ticket_proposal_by_ticket on ticket_proposal (ticket_id);
create index ticket_proposal_by_other on ticket_proposal (other_id);

alter table report add column home_id uuid;
comment on column report.home_id is
  'The ticket it belongs to by itself, where that was merged into another: there it goes again when the two are split. Null: its ticket.';
create index report_by_home on report (home_id) where home_id is not null;

create table person (
  id uuid primary key default uuidv7(),
  since timestamptz not null default now()
);
comment on table person is 'Somebody who reports, under whatever names.';

create table person_alias (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person (id),
  kind text not null check (kind in ('account', 'phone', 'email')),
  channel text not null default '',
  value text not null,
  since timestamptz not null default now(),
  report_id uuid,
  apart boolean not null default false,
  unique (kind, channel, value)
);
create index person_alias_by_person on person_alias (person_id);
comment on column person_alias.report_id is 'The report that first proved it.';
comment on column person_alias.apart is 'Taken off a person by hand: no message puts it back.';

-- The names a report carries, its own account first. A number that is no whole one (a service, a hidden caller) names nobody.
create function reporter_aliases(channel text, reporter jsonb)
returns table (rank integer, kind text, of_channel text, value text)
language sql immutable as $$
  select 1, 'account', channel, reporter ->> 'accountId' where coalesce(reporter ->> 'accountId', '') <> ''
  union all
  select 2, 'phone', '', reporter ->> 'phone' where reporter ->> 'phone' ~ '^\+[0-9]{8,15}$'
  union all
  select 3, 'email', '', lower(reporter ->> 'email') where coalesce(reporter ->> 'email', '') <> ''
$$;

create function person_of(channel text, reporter jsonb) returns uuid
language sql stable as $$
  select known.person_id from reporter_aliases(channel, reporter) as alias
  join person_alias as known on known.kind = alias.kind and known.channel = alias.of_channel and known.value = alias.value
  order by alias.rank limit 1
$$;

create function know_people(ids uuid[]) returns void
language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  said record;
  persons uuid[];
  known integer;
  own uuid;
begin
  for said in
    select report.id, array_agg(alias.kind) as kinds, array_agg(alias.of_channel) as channels, array_agg(alias.value) as vals
    from report cross join lateral reporter_aliases(report.channel, report.reporter) as alias
    where report.id = any(ids) group by report.id order by report.id
  loop
    select array_agg(distinct alias.person_id order by alias.person_id) filter (where not alias.apart), count(*)
    into persons, known
    from unnest(said.kinds, said.channels, said.vals) as name (kind, channel, value)
    join person_alias as alias
      on alias.kind = name.kind and alias.channel = name.channel and alias.value = name.value;
    continue when known = cardinality(said.kinds) and coalesce(cardinality(persons), 0) <= 1;
    own := persons[1];
    if own is null then
      insert into person default values returning id into own;
    end if;
    insert into person_alias (person_id, kind, channel, value, report_id)
      select own, name.kind, name.channel, name.value, said.id
      from unnest(said.kinds, said.channels, said.vals) as name (kind, channel, value)
      on conflict do nothing;
    -- One message that carries both names proves that they are one person's.
    if cardinality(persons) > 1 then
      update person_alias set person_id = own where person_id = any(persons[2:]) and not apart;
    end if;
  end loop;
end $$;
comment on function know_people is
  'Keeps the names that reports carry, and makes one person of those whose names come together. The oldest goes on.';

create function know_phone(number text) returns uuid
language plpgsql as $$
declare
  own uuid;
begin
  if number !~ '^\+[0-9]{8,15}$' then
    return null;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('phone  ' || number, 0));
  select person_id into own from person_alias where kind = 'phone' and channel = '' and value = number;
  if own is null then
    insert into person default values returning id into own;
    insert into person_alias (person_id, kind, value) values (own, 'phone', number);
  end if;
  return own;
end $$;
comment on function know_phone is 'Who has this number, as somebody new where nobody does. In a transaction of its own.';

drop function take_up_reports;
create function take_up_reports(ids uuid[], around interval)
returns table (report report, person uuid, thread jsonb)
language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
begin
  -- A doubled job waits here.
  perform from report where id = any(ids) order by id for update;
  perform pg_advisory_xact_lock(key) from (
    select distinct hashtextextended(alias.kind || ' ' || alias.of_channel || ' ' || alias.value, 0) as key
    from report as said cross join lateral reporter_aliases(said.channel, said.reporter) as alias
    where said.id = any(ids) order by key
  ) as sender;
  -- Statements of their own: they see what whoever was at a sender's reports has made of them.
  perform know_people(ids);
  return query
    select said, who.id, to_jsonb(earlier) from report as said
    left join lateral (select person_of(said.channel, said.reporter) as id) as who on true
    left join lateral (
      select wrote.quoted, wrote.home, ticket.id, ticket.number, ticket.status, ticket.category, ticket.lat, ticket.lng
      from (
        select ticket_id, coalesce(home_id, ticket_id) as home, occurred_at, true as quoted from report as answered
        where answered.channel = said.channel and answered.external_id = said.in_reply_to and ticket_id is not null
        union all
        select before.ticket_id, coalesce(before.home_id, before.ticket_id), before.occurred_at, false
        from person_alias as alias
        join report as before on before.reporter ->> 'accountId' = alias.value and before.channel = alias.channel
          and before.reporter ->> 'accountId' is not null
        where alias.person_id = who.id and alias.kind = 'account' and before.id <> said.id
          and before.occurred_at between said.occurred_at - around and said.occurred_at + around
          and before.ticket_id is not null
        union all
        select before.ticket_id, coalesce(before.home_id, before.ticket_id), before.occurred_at, false
        from person_alias as alias
        join report as before on before.reporter ->> 'phone' = alias.value and before.reporter is not null
        where alias.person_id = who.id and alias.kind = 'phone' and before.id <> said.id
          and before.occurred_at between said.occurred_at - around and said.occurred_at + around
          and before.ticket_id is not null
      ) as wrote
      join ticket on ticket.id = wrote.ticket_id and ticket.is_open
      order by wrote.quoted desc, wrote.occurred_at desc limit 1
    ) as earlier on true
    where said.id = any(ids);
end $$;
comment on function take_up_reports is
  'Locks the reports in the order of their ids, then their senders'' names in the order of their numbers, until the transaction ends. Answers the reports, each with who sent it, and the open ticket that the message it answers went to or else its sender''s last one within the time around it: messages do not always arrive in the order they were written.';
