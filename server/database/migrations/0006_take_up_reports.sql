-- Taking reports up is one statement: a round trip takes longer than what is done in it.

create function take_up_reports(ids uuid[], around interval) returns table (report report, thread jsonb)
language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
begin
  -- A doubled job waits here.
  perform from report where id = any(ids) order by id for update;
  perform pg_advisory_xact_lock(key) from (
    select distinct hashtextextended(said.channel || ' ' || (said.reporter ->> 'accountId'), 0) as key
    from report as said where said.id = any(ids) and said.reporter ->> 'accountId' is not null order by key
  ) as sender;
  -- A statement of its own: it sees what whoever was at a sender's reports has made of them.
  return query
    select said, to_jsonb(earlier) from report as said
    left join lateral (
      select wrote.quoted, ticket.id, ticket.category, ticket.lat, ticket.lng
      from (
        select ticket_id, occurred_at, true as quoted from report as answered
        where answered.channel = said.channel and answered.external_id = said.in_reply_to and ticket_id is not null
        union all
        select ticket_id, occurred_at, false from report as before
        where before.channel = said.channel and before.reporter ->> 'accountId' = said.reporter ->> 'accountId'
          and before.occurred_at between said.occurred_at - around and said.occurred_at + around
          and ticket_id is not null
      ) as wrote
      join ticket on ticket.id = wrote.ticket_id and ticket.is_open
      order by wrote.quoted desc, wrote.occurred_at desc limit 1
    ) as earlier on true
    where said.id = any(ids);
end $$;
comment on function take_up_reports is
  'Locks the reports in the order of their ids, then their senders in the order of their numbers, until the transaction ends. Answers the reports, each with the open ticket that the message it answers went to or else its sender''s last one within the time around it: messages do not always arrive in the order they were written.';
