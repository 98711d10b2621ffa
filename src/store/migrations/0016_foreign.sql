-- What another desk had before this one, brought over from its log (`baton import`).

-- Issues of before all began here.
update issue set state = state || '{"imported": null}';
-- Measures leave out what happened elsewhere.
alter table issue add column imported boolean not null
  generated always as (coalesce(state->'imported' <> 'null', false)) stored;
-- What was over there was closed by nobody of ours.
alter table issue drop constraint issue_outcome_check;
alter table issue add constraint issue_outcome_check check (
  outcome in ('confirmed', 'unconfirmed', 'unreachable', 'cannot_fix', 'duplicate', 'spam', 'elsewhere')
);

-- A log that cases were brought over from, and how it was read: read in another way its events would seem new.
create table foreign_log (
  workspace_id integer not null references workspace,
  source text not null,
  read_as jsonb not null,
  first_at timestamptz not null,
  primary key (workspace_id, source)
);

-- The issue that each case became. A case comes over once.
create table foreign_case (
  workspace_id integer not null,
  source text not null,
  case_id text not null,
  number bigint not null,
  primary key (workspace_id, source, case_id),
  unique (workspace_id, number),
  foreign key (workspace_id, source) references foreign_log,
  foreign key (workspace_id, number) references issue
);

-- The history of a case before it came here, as the other desk's log tells it: apart from our own log (Rule 33).
create table foreign_event (
  workspace_id integer not null,
  number bigint not null,
  -- In the order in which they came over; a later export may bring earlier ones.
  place integer not null,
  at timestamptz not null,
  -- Null where the log says nothing.
  person text,
  group_name text,
  status text,
  activity text,
  primary key (workspace_id, number, place),
  foreign key (workspace_id, number) references issue
);
