-- What the executive's figures are read from: kept by following the log, never by hand.

create table kpi_position (
  only_row boolean primary key default true check (only_row),
  seq bigint not null,
  basis text not null
);
comment on table kpi_position is
  'The last entry of the log that is in the figures, written by the same transaction as the figures. A basis (time zone, version of the definitions) that is not the program''s own has everything counted anew.';

create table kpi_ticket (
  ticket_id uuid primary key,
  department text not null,
  kecamatan text not null,
  category text not null,
  channel text not null,
  opened_on date,
  resolved_on date,
  solve_bucket smallint,
  answered_on date,
  answer_bucket smallint,
  resolve_kept_on date,
  resolve_breached_on date,
  answer_kept_on date,
  answer_breached_on date,
  declared_on date[] not null,
  reopened_on date[] not null,
  entered_on date[] not null,
  left_on date[] not null,
  is_open boolean not null,
  is_overdue boolean not null,
  folded jsonb not null
);
comment on table kpi_ticket is
  'What of each ticket is counted now, so that it can be taken back when the ticket changes. Days are the city''s.';
create index kpi_ticket_opened on kpi_ticket (opened_on);
create index kpi_ticket_resolved on kpi_ticket (resolved_on);
create index kpi_ticket_answered on kpi_ticket (answered_on);
create index kpi_ticket_resolve_breached on kpi_ticket (resolve_breached_on) where resolve_breached_on is not null;
create index kpi_ticket_answer_breached on kpi_ticket (answer_breached_on) where answer_breached_on is not null;
create index kpi_ticket_reopened on kpi_ticket (opened_on) where reopened_on <> '{}';
create index kpi_ticket_open on kpi_ticket (opened_on) where is_open;

create table kpi_cube (
  dims smallint not null,
  day date not null,
  department text not null,
  kecamatan text not null,
  category text not null,
  channel text not null,
  opened integer, resolved integer,
  resolve_kept integer, resolve_breached integer, answer_kept integer, answer_breached integer,
  declared integer, reopened integer,
  open integer, overdue integer,
  older_0 integer, older_1 integer, older_3 integer, older_7 integer, older_14 integer, older_30 integer,
  answer_0 integer, answer_1 integer, answer_2 integer, answer_3 integer, answer_4 integer, answer_5 integer,
  answer_6 integer, answer_7 integer, answer_8 integer, answer_9 integer, answer_10 integer, answer_11 integer,
  answer_12 integer, answer_13 integer,
  solve_0 integer, solve_1 integer, solve_2 integer, solve_3 integer, solve_4 integer, solve_5 integer,
  solve_6 integer, solve_7 integer, solve_8 integer, solve_9 integer, solve_10 integer, solve_11 integer,
  solve_12 integer, solve_13 integer,
  primary key (dims, day, department, kecamatan, category, channel)
);
comment on table kpi_cube is
  'Sums of kpi_ticket by day and by the dimensions in `dims` (8 department, 4 kecamatan, 2 category, 1 channel); the others are ''*''. Null is zero.';

create table kpi_check (
  id bigint primary key generated always as identity,
  checked_at timestamptz not null,
  seq bigint not null,
  tickets bigint not null,
  differences integer not null,
  examples jsonb not null
);
comment on table kpi_check is 'What counting everything anew from the log has found.';
