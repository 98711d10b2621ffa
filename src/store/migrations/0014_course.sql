-- What a customer went through with each issue, as the measures count it: written with every change of it, and made anew
-- from its log at any time (`core/course/course.ts`). Narrow, since measures read all of it.
create table course (
  workspace_id integer not null,
  number bigint not null,
  opened_at timestamptz not null,
  -- The Monday of the week in which it was opened, on the wall of the workspace.
  week date not null,
  -- Drawn at random, 0 to 9999: medians of many are taken of those below a number.
  lot smallint not null,
  counted boolean not null,
  circular boolean not null,
  standing text not null check (
    standing in ('open', 'proposed', 'confirmed', 'unconfirmed', 'unreachable', 'cannot_fix')
  ),
  channel text not null,
  kind_id uuid,
  owners uuid[] not null,
  teams uuid[] not null,
  hands smallint not null,
  unmet smallint not null,
  met smallint not null,
  fell_through smallint not null,
  declined smallint not null,
  expired smallint not null,
  withdrawn smallint not null,
  huddles smallint not null,
  told_again smallint not null,
  kept smallint not null,
  moved smallint not null,
  broken smallint not null,
  made_good smallint not null,
  assists_moved smallint not null,
  assists_empty smallint not null,
  assists_silent smallint not null,
  assists_declined smallint not null,
  alarms smallint not null,
  denials smallint not null,
  recurrences smallint not null,
  conceded_at_once smallint not null,
  conceded_approved smallint not null,
  conceded_refused smallint not null,
  -- Whether the customer was asked how they were looked after, and what they said last; null: they have not said.
  asked_for_rating boolean not null,
  rating text check (rating in ('well', 'partly', 'badly')),
  -- Minutes of open time.
  silence_minutes integer not null,
  silent_since timestamptz,
  -- What the next event goes on from.
  tally jsonb not null,
  primary key (workspace_id, number),
  foreign key (workspace_id, number) references issue
);
create index course_by_opening on course (workspace_id, opened_at);
