-- What the pipeline looks up: the last reports of a sender, to carry on where they left off.

create index report_by_account on report ((reporter ->> 'accountId'), occurred_at desc)
  where reporter ->> 'accountId' is not null and ticket_id is not null;
