-- Measures of long times are added up from weeks: what each week's courses come to is kept as long as none of them changes.

-- A week whose courses are added up, or are about to be (`sums` null). Whatever changes one of its courses removes it.
create table course_week (
  workspace_id integer not null references workspace,
  -- The Monday, as courses have it.
  week date not null,
  -- Transactions below this one may not know of this row: it is added up when they are over.
  unknown_below xid8,
  -- What the sums are of, as `measures/week-sums.ts` names it; null: not added up yet.
  sums text,
  -- The first and the last opening in it.
  first_at timestamptz,
  last_at timestamptz,
  -- Issues that are no part of its sums: while somebody waits, what is counted depends on the time.
  waiting bigint[] not null default '{}',
  primary key (workspace_id, week),
  check ((sums is null) = (first_at is null)),
  check ((sums is null) = (last_at is null))
);

create table course_sum (
  workspace_id integer not null,
  week date not null,
  place integer not null,
  -- Null: of everybody; an issue that several teams had counts for each of them, and once here.
  team_id uuid,
  kind_id uuid,
  channel text not null,
  sums float8[] not null,
  primary key (workspace_id, week, place)
);

create function week_changes() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    delete from course_week where workspace_id = old.workspace_id and week = old.week;
  end if;
  if tg_op <> 'DELETE' and (tg_op = 'INSERT' or new.week <> old.week) then
    delete from course_week where workspace_id = new.workspace_id and week = new.week;
  end if;
  return null;
end
$$;
create trigger course_changes_week after insert or update or delete on course
  for each row execute function week_changes();

drop index course_by_opening;
create index course_by_week on course (workspace_id, week, opened_at);
-- A person's own.
create index course_of_owner on course using gin (workspace_id, owners);
-- Medians are taken of a draw: of all, of those that were handed over, of those with an alarm.
create index course_drawn on course (workspace_id, lot, opened_at);
create index course_met_drawn on course (workspace_id, lot, opened_at) where met > 0;
create index course_alarmed_drawn on course (workspace_id, lot, opened_at) where alarms > 0;

-- Made last: while nothing is known of a table, of indexes that seem alike PostgreSQL takes the newest, and reading the course
-- of one issue must never go through those of all.
alter table course drop constraint course_pkey, add primary key (workspace_id, number);
