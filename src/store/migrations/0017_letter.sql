-- The letter about a week, by which a team (or who is in none: of the workspace) hears what went well, what was dropped and
-- what was learned. One for each team and week, also where nothing was to be said; that of the workspace is the last.
create table letter (
  workspace_id integer not null references workspace,
  letter_id uuid not null,
  -- Null: the workspace's.
  team_id uuid,
  -- The Monday of the week in which it came due.
  week date not null,
  -- What it tells of: the seven days before it came due.
  from_at timestamptz not null,
  until_at timestamptz not null,
  -- Numbers, and where in the desk its words stand, never words of people: they may be erased. Null: nothing was to be said.
  content jsonb,
  -- The issues that it tells of.
  issues bigint[] not null,
  primary key (workspace_id, letter_id),
  foreign key (workspace_id, team_id) references team
);
create unique index letter_once on letter (workspace_id, week, team_id) nulls not distinct;

alter table outbound_mail add column letter_id uuid;
alter table outbound_mail add foreign key (workspace_id, letter_id) references letter;
create index outbound_of_letter on outbound_mail (workspace_id, letter_id) where letter_id is not null;

alter table member add column weekly_letter boolean not null default true;

-- What was kept in a week, and what was broken in it.
create index promise_kept on promise (workspace_id, settled_at) where state = 'kept';
create index promise_was_broken on promise (workspace_id, due_at) where state in ('broken', 'made_good', 'released');
