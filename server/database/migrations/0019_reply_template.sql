-- Which template an answer goes out with is decided where it is written: whoever sends it need not have the setting.

alter table reply add column template jsonb;
comment on column reply.template is 'Of kind template: its name and language, {"name", "language"}.';
