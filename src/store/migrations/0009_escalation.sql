-- The escalation path of the workspace (Rules 23 and 24): how it is called, what it means, and whom it calls.
alter table workspace
  -- Null until the workspace has said it: the desk's own name and meaning then.
  add column path_name text,
  add column path_meaning text,
  -- The address to which members write to raise an alarm by mail.
  add column path_inbox text,
  -- Who is called when nobody is on any rung.
  add column last_resort_id uuid,
  add foreign key (workspace_id, last_resort_id) references member;

-- Who is on call when: a rotation that hands over at a time on the clock of its zone.
create table schedule (
  workspace_id integer not null references workspace,
  schedule_id uuid not null,
  name text not null,
  zone text not null,
  -- ISO weekday of the handover; null: every day.
  weekday smallint check (weekday between 1 and 7),
  handover_at text not null check (handover_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  -- When the first of the rotation begins.
  from_at timestamptz not null,
  primary key (workspace_id, schedule_id)
);
create unique index schedule_by_name on schedule (workspace_id, lower(name));

create table schedule_turn (
  workspace_id integer not null,
  schedule_id uuid not null,
  place smallint not null check (place > 0),
  member_id uuid not null,
  primary key (workspace_id, schedule_id, place),
  foreign key (workspace_id, schedule_id) references schedule,
  foreign key (workspace_id, member_id) references member
);

-- Somebody else has the turn for a while.
create table schedule_override (
  workspace_id integer not null,
  schedule_id uuid not null,
  override_id uuid not null,
  member_id uuid not null,
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at > from_at),
  primary key (workspace_id, schedule_id, override_id),
  foreign key (workspace_id, schedule_id) references schedule,
  foreign key (workspace_id, member_id) references member
);

-- The ladder: who is called on each rung, and how many minutes of real time they have to answer.
create table rung (
  workspace_id integer not null references workspace,
  rung smallint not null check (rung > 0),
  member_id uuid,
  schedule_id uuid,
  minutes integer not null check (minutes > 0),
  primary key (workspace_id, rung),
  foreign key (workspace_id, member_id) references member,
  foreign key (workspace_id, schedule_id) references schedule,
  check (num_nonnulls(member_id, schedule_id) = 1)
);

create trigger schedule_counts after insert or update or delete on schedule for each row execute function count_config();
create trigger schedule_turn_counts after insert or update or delete on schedule_turn
  for each row execute function count_config();
create trigger schedule_override_counts after insert or update or delete on schedule_override
  for each row execute function count_config();
create trigger rung_counts after insert or update or delete on rung for each row execute function count_config();

-- Everything of the workspace is remembered by processes, but where its time stands.
create or replace function count_policy() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - '{config_version, time_stands_at}'::text[]
    is distinct from to_jsonb(old) - '{config_version, time_stands_at}'::text[]
  then
    new.config_version := greatest(new.config_version, old.config_version + 1);
  end if;
  return new;
end
$$;

-- The alarms of issues as a table: the same truth as the issue's state, where lists and constraints need it.
create table escalation (
  workspace_id integer not null,
  number bigint not null,
  escalation_id integer not null,
  state text not null check (state in ('raised', 'answered', 'stood_down')),
  cause text not null,
  raised_at timestamptz not null,
  champion_id uuid,
  answered_at timestamptz,
  stood_down_at timestamptz,
  -- The outcome, as those who raised it were told it last, and as its champion put it down at the end.
  told uuid,
  outcome uuid,
  primary key (workspace_id, number, escalation_id),
  foreign key (workspace_id, number) references issue,
  foreign key (workspace_id, champion_id) references member,
  -- Rule 26: answered by a person, who sees it through.
  check ((state = 'raised') = (champion_id is null)),
  check ((state = 'raised') = (answered_at is null)),
  check ((state = 'stood_down') = (stood_down_at is not null))
);
-- Rule 23: one open alarm for each issue.
create unique index escalation_open on escalation (workspace_id, number) where state in ('raised', 'answered');
create index escalation_champion on escalation (workspace_id, champion_id) where state = 'answered';

-- What a member was told and has seen, newest first.
create index notice_of_member on notice (workspace_id, member_id, notice_id);

-- Who raised an alarm, and who joined it.
create table escalation_raise (
  workspace_id integer not null,
  number bigint not null,
  escalation_id integer not null,
  -- From 1: who raised it; the others joined.
  raise_id integer not null,
  at timestamptz not null,
  by_kind text not null check (by_kind in ('member', 'customer', 'desk')),
  -- Only of members: what they raised is listed for them.
  member_id uuid,
  impact uuid,
  tried uuid,
  needed uuid,
  primary key (workspace_id, number, escalation_id, raise_id),
  foreign key (workspace_id, number, escalation_id) references escalation,
  foreign key (workspace_id, member_id) references member,
  check ((by_kind = 'member') = (member_id is not null))
);
create index escalation_raised_by on escalation_raise (workspace_id, member_id, at) where member_id is not null;
