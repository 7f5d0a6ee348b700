-- A live snapshot walks the open tickets page by page, and counts what was resolved today.
create index ticket_open_id on ticket (id) where is_open;
create index ticket_resolved on ticket (resolved_at) where status in ('resolved', 'closed');
