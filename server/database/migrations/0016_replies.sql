-- Answers to reporters: what is to be sent to whom, and what became of it.

create table reply (
  id uuid primary key default uuidv7(),
  report_id uuid not null,
  ticket_number text not null,
  channel text not null,
  person_id uuid,
  send_to text,
  kind text not null check (kind in ('text', 'location', 'template', 'kept')),
  ask text check (ask = 'location'),
  text text not null,
  written_by jsonb not null,
  command_id text,
  created_at timestamptz not null,
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed', 'delivered', 'read')),
  attempts integer not null default 0,
  next_at timestamptz not null,
  claimed_until timestamptz,
  attempted_at timestamptz,
  external_id text,
  failure jsonb,
  sent_at timestamptz,
  failed_at timestamptz,
  delivered_at timestamptz,
  read_at timestamptz
);
comment on table reply is
  'One row a recipient. It belongs to the ticket that its report belongs to, so splitting and merging take it along. No foreign key: checking it would wait for a report that somebody has in hand, while the ticket is held.';
comment on column reply.report_id is 'The person''s latest report in the ticket: the message that is answered.';
comment on column reply.send_to is
  'WhatsApp: the number in digits, or the business-scoped id where there is no number. Null where the answer is fetched.';
comment on column reply.kind is
  'text; location: text with a button that sends a pin; template: outside of the 24 hours; kept: waits at the channel''s door.';
comment on column reply.claimed_until is
  'Whoever sends it has it until then. A claim that ran out without an outcome: nobody knows whether it was sent.';
create index reply_by_report on reply (report_id);
create index reply_waiting on reply (next_at) where state = 'queued' and kind <> 'kept';
create index reply_by_address on reply (send_to, created_at) where send_to is not null;
create unique index reply_by_message on reply (channel, external_id) where external_id is not null;
create index reply_by_person on reply (person_id, created_at) where person_id is not null;
create index reply_failed on reply (failed_at) where state = 'failed';

-- What answers one of ours belongs to that answer's ticket; so does a pin within a day of being asked for it.
create or replace function take_up_reports(ids uuid[], around interval)
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
        select answered.ticket_id, coalesce(answered.home_id, answered.ticket_id), reply.created_at, true
        from reply join report as answered on answered.id = reply.report_id
        where said.in_reply_to is not null and reply.channel = said.channel and reply.external_id = said.in_reply_to
          and answered.ticket_id is not null
        union all
        select answered.ticket_id, coalesce(answered.home_id, answered.ticket_id), reply.created_at, false
        from reply join report as answered on answered.id = reply.report_id
        where reply.person_id = who.id and reply.channel = said.channel and answered.ticket_id is not null
          and reply.created_at <= said.received_at
          and (reply.created_at >= said.received_at - around
            or reply.ask = 'location' and said.text = '' and said.location ->> 'source' = 'pin'
              and reply.created_at >= said.received_at - interval '24 hours')
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
  'Locks the reports in the order of their ids, then their senders'' names in the order of their numbers, until the transaction ends. Answers the reports, each with who sent it, and the open ticket that the message it answers, or our answer that it quotes, went to; or else its sender''s last one, or the one we last wrote to them about, within the time around it: messages do not always arrive in the order they were written.';
