-- Who may sign in, and who has. It belongs to the whole server, so its keys do not begin with a workspace.
-- The tables of the sign-in library under names of ours; a user's id is the member's id.
create schema identity;

create table identity.account_holder (
  id uuid primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- A way in: a password, later also another server's word.
create table identity.credential (
  id uuid primary key default gen_random_uuid(),
  account_id text not null,
  provider_id text not null,
  user_id uuid not null references identity.account_holder on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  -- A slow, salted hash.
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index credential_of_user on identity.credential (user_id);

create table identity.session (
  id uuid primary key default gen_random_uuid(),
  token text not null unique,
  user_id uuid not null references identity.account_holder on delete cascade,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index session_of_user on identity.session (user_id);
create index session_by_end on identity.session (expires_at);

create table identity.verification (
  id uuid primary key default gen_random_uuid(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_by_identifier on identity.verification (identifier);

-- How often something was tried of late, counted for all processes together.
create table identity.attempt (
  -- A digest of who tried what: addresses and names that somebody typed are nobody's business here.
  subject text primary key,
  tries integer not null,
  ends_at timestamptz not null
);
create index attempt_by_end on identity.attempt (ends_at);

-- Whether this is a demo desk, on which anybody at the machine signs in as each of its people. Only an empty desk becomes
-- one, and one that was not filled to its end is begun anew.
alter table workspace add column demo text check (demo in ('filling', 'ready'));
