-- What intake remembers beyond the report itself.

alter table report
  add column swept_at timestamptz,
  add column sweeps smallint not null default 0,
  add column media_pending boolean not null default false,
  add column media_swept_at timestamptz,
  add column place_pending boolean not null default false,
  add column place_swept_at timestamptz;
comment on column report.swept_at is 'When the sweep last put it on the queue again, or since when it waits anew.';
comment on column report.media_pending is 'Pictures are still at the platform.';
comment on column report.place_pending is
  'Something was learnt of the place or the caller after the report came in; the pipeline looks again and clears this.';
create index report_media_pending on report (received_at) where media_pending;
create index report_place_pending on report (received_at) where place_pending;

-- An exchange may tell of one state twice, with a better place the second time: every event is kept, resent ones once.
alter table call_event
  drop constraint call_event_pkey,
  add column digest text not null default '',
  add primary key (call_id, digest);
alter table call_event alter column digest drop default;

create table unreadable (
  channel text not null,
  digest text not null,
  reason text not null,
  raw jsonb not null,
  received_at timestamptz not null default now(),
  primary key (channel, digest)
);
comment on table unreadable is
  'Taken from a platform that would send it for ever if it were refused, but no report: kept to be looked at.';
