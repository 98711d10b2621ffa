-- One owner, whoever calls (Rules 3 and 31), and the customer's record: found, recognized, merged, erased.

-- What an issue's state has learned to hold.
update issue set state = '{"unplaced": [], "isThis": [], "erasedAt": null}'::jsonb || state;

-- By which mail a message came: when it is placed on another issue, its thread goes with it.
alter table message add column mail_id text;
create index inbound_of_issue on inbound_mail (workspace_id, number) where number is not null;

-- A record that turned out to be somebody known stands for that one from then on; it stays, so that it can be undone.
alter table customer add column merged_into uuid;
alter table customer add column erased_at timestamptz;
alter table customer add foreign key (workspace_id, merged_into) references customer;
alter table customer add check (merged_into <> customer_id);
create index customer_merged_into on customer (workspace_id, merged_into) where merged_into is not null;

-- Two records put together, with exactly what was moved.
create table customer_merge (
  workspace_id integer not null references workspace,
  merge_id uuid not null,
  from_id uuid not null,
  into_id uuid not null,
  at timestamptz not null,
  by_id uuid not null,
  -- [{kind, address}], [number], and records that had been merged into the one before.
  addresses jsonb not null,
  issues bigint[] not null,
  records uuid[] not null,
  -- The organization that came with it, where the other had none.
  organization_id uuid,
  undone_at timestamptz,
  undone_by_id uuid,
  primary key (workspace_id, merge_id),
  foreign key (workspace_id, from_id) references customer,
  foreign key (workspace_id, into_id) references customer,
  foreign key (workspace_id, by_id) references member,
  foreign key (workspace_id, undone_by_id) references member
);
create index customer_merge_into on customer_merge (workspace_id, into_id, at);

-- Why a customer's words were erased: an admin's words, kept as the record of it.
create table customer_erasure (
  workspace_id integer not null,
  customer_id uuid not null,
  at timestamptz not null,
  by_id uuid not null,
  why text not null,
  primary key (workspace_id, customer_id),
  foreign key (workspace_id, customer_id) references customer,
  foreign key (workspace_id, by_id) references member
);
-- Contents of files that were erased, until they are gone from the files' folder.
create table file_to_forget (
  workspace_id integer not null references workspace,
  hash text not null,
  primary key (workspace_id, hash)
);
create index attachment_by_hash on attachment (workspace_id, hash);
create index inbound_by_hash on inbound_mail (workspace_id, hash);
-- Of an erased mail no source is left.
alter table inbound_mail alter column hash drop not null;

-- Names as they are looked for: in small letters, without accents, and with blanks for what stands between words.
create extension if not exists unaccent with schema public;
create function folded(text) returns text immutable strict parallel safe
  return regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, $1)), '[!-/:-@\[-`{-~\s]+', ' ', 'g');
create index customer_by_words on customer using gin (workspace_id, to_tsvector('simple', folded(name)));
create index customer_like on customer using gin (workspace_id, folded(name) gin_trgm_ops);
create index customer_address_begins on customer_address (workspace_id, kind, address text_pattern_ops);
-- Who writes from the same house: the part of an address after its @.
create index customer_address_at on customer_address (workspace_id, split_part(address, '@', 2), kind);
