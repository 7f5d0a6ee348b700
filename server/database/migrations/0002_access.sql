-- Who may come in: people (in the shape better-auth 1.7 works with), access tokens, and what guards signing in.

create table app_user (
  id uuid primary key default uuidv7(),
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  role text not null,
  department_code text,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (email = lower(email)),
  check ((role = 'responder') = (department_code is not null))
);
comment on column app_user.department_code is 'The one OPD of a responder; nobody else has one.';
comment on column app_user.disabled_at is 'People who have acted stay on record: accounts are closed, never deleted.';

create table user_session (
  id uuid primary key default uuidv7(),
  token text not null unique,
  user_id uuid not null references app_user (id) on delete cascade,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index user_session_by_user on user_session (user_id);

create table user_credential (
  id uuid primary key default uuidv7(),
  account_id text not null,
  provider_id text not null,
  user_id uuid not null references app_user (id) on delete cascade,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index user_credential_by_user on user_credential (user_id);
comment on column user_credential.password is 'scrypt, as salt:hash in hexadecimal';

create table user_verification (
  id uuid primary key default uuidv7(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index user_verification_by_identifier on user_verification (identifier);

create table access_token (
  id uuid primary key default uuidv7(),
  role text not null check (role in ('wall', 'channel', 'open311')),
  name text not null,
  token_hash bytea not null unique,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz
);
comment on column access_token.token_hash is 'SHA-256 of the token; the token itself is shown once and kept nowhere.';
comment on column access_token.last_used_at is 'To the minute.';

-- Counts of failed sign-ins, shared by all web nodes (the table that rate-limiter-flexible works with).
create unlogged table sign_in_attempt (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);

create table setting (
  name text primary key,
  value text not null,
  created_at timestamptz not null default now()
);
comment on table setting is 'What all nodes must agree on and nobody has to choose, such as the secret that signs session cookies.';
