-- Kinds of issue, lessons and kudos (Rules 28 to 30).

-- The few kinds that a workspace tells apart. One that is given up stays with the issues that have it.
create table kind (
  workspace_id integer not null references workspace,
  kind_id uuid not null,
  name text not null,
  active boolean not null default true,
  primary key (workspace_id, kind_id)
);
create unique index kind_by_name on kind (workspace_id, lower(name));
create trigger kind_counts after insert or update or delete on kind for each row execute function count_config();

-- What every issue's state has from now on.
update issue
set state = state
  || '{"kind": null, "checklist": [], "kudos": [], "kudosGiven": 0}'
  || jsonb_build_object('facts', (
    select coalesce(jsonb_agg(fact || '{"excused": null}' order by place), '[]')
    from jsonb_array_elements(state->'facts') with ordinality as f (fact, place)
  ));
alter table issue add column kind_id uuid generated always as ((state->>'kind')::uuid) stored;
alter table issue add foreign key (workspace_id, kind_id) references kind;
-- Lists of a kind, and its figures before and after a lesson.
create index issue_of_kind on issue (workspace_id, kind_id, opened_at);
create index issue_by_opening on issue (workspace_id, opened_at);

-- Thanks for moments in issues, seen by all.
create table kudos (
  workspace_id integer not null,
  number bigint not null,
  kudos_id integer not null,
  for_id uuid not null,
  -- The message or call that it is for.
  moment_id uuid not null,
  words_id uuid,
  by_kind text not null check (by_kind in ('member', 'customer')),
  by_id uuid not null,
  at timestamptz not null,
  taken_back_at timestamptz,
  primary key (workspace_id, number, kudos_id),
  foreign key (workspace_id, number) references issue,
  foreign key (workspace_id, for_id) references member,
  foreign key (workspace_id, moment_id) references message
);
create index kudos_in_order on kudos (workspace_id, at, number, kudos_id) where taken_back_at is null;

-- Public numbers of lessons: "lesson 12".
create sequence lesson_number;

-- The current state of every lesson: what its events make of it.
create table lesson (
  workspace_id integer not null references workspace,
  lesson_id integer not null,
  version integer not null check (version > 0),
  standing text not null check (
    standing in ('proposed', 'declined', 'trial', 'trial_over', 'kept', 'dropped')
  ),
  change_type text not null check (change_type in ('fact_rule', 'checklist', 'article', 'macro', 'request')),
  -- How many versions its change has had.
  changes integer not null,
  -- The issue from which it was proposed.
  number bigint,
  kind_id uuid,
  proposer_id uuid not null,
  proposed_at timestamptz not null,
  -- The fact that its rule is about, while it is in force: one rule for each.
  rule_key text,
  next_deadline_at timestamptz,
  state jsonb not null,
  primary key (workspace_id, lesson_id),
  foreign key (workspace_id, number) references issue,
  foreign key (workspace_id, kind_id) references kind,
  foreign key (workspace_id, proposer_id) references member
);
create unique index lesson_rule on lesson (workspace_id, rule_key);
create index lesson_in_force on lesson (workspace_id, change_type) where standing in ('trial', 'trial_over', 'kept');
create index lesson_of_issue on lesson (workspace_id, number) where number is not null;
create index lesson_due on lesson (workspace_id, next_deadline_at) where next_deadline_at is not null;

-- What has happened to lessons: as events of issues, for good, and without what people wrote (Rule 33).
create table lesson_event (
  workspace_id integer not null,
  lesson_id integer not null,
  version integer not null,
  type text not null,
  at timestamptz not null,
  by_kind text not null check (by_kind in ('member', 'desk')),
  by_id uuid,
  source text not null,
  data jsonb not null,
  xid xid8 not null default pg_current_xact_id(),
  recorded_at timestamptz not null default now(),
  primary key (workspace_id, lesson_id, version),
  foreign key (workspace_id, lesson_id) references lesson,
  check ((by_kind = 'desk') = (by_id is null))
);
create index lesson_event_in_order on lesson_event (workspace_id, xid);
create trigger lesson_event_is_for_good before update or delete on lesson_event
  for each row execute function refuse_change();
create trigger lesson_events_are_for_good before truncate on lesson_event
  for each statement execute function refuse_change();

-- Everything that people wrote in lessons.
create table lesson_words (
  workspace_id integer not null,
  words_id uuid not null,
  lesson_id integer not null,
  body text not null,
  primary key (workspace_id, words_id),
  foreign key (workspace_id, lesson_id) references lesson
);
create index lesson_words_of on lesson_words (workspace_id, lesson_id);

-- What waits for whom on a lesson. `supervisors`: those of them who may decide on lessons.
create table lesson_waiting (
  workspace_id integer not null,
  lesson_id integer not null,
  kind text not null,
  for_kind text not null check (for_kind in ('member', 'supervisors')),
  for_id uuid not null,
  since timestamptz not null,
  due_at timestamptz,
  primary key (workspace_id, lesson_id, kind, for_kind, for_id),
  foreign key (workspace_id, lesson_id) references lesson,
  foreign key (workspace_id, for_id) references member
);
create index lesson_waiting_for on lesson_waiting (workspace_id, for_id);

-- What members are told is about an issue, or about a lesson.
alter table notice alter column number drop not null;
alter table notice add column lesson_id integer;
alter table notice add foreign key (workspace_id, lesson_id) references lesson;
alter table notice add check (num_nonnulls(number, lesson_id) = 1);
create index notice_of_lesson on notice (workspace_id, lesson_id, word) where lesson_id is not null;

-- What is enforced is part of what processes remember of the workspace.
create trigger lesson_counts after update on lesson for each row
  when (old.standing is distinct from new.standing or old.changes is distinct from new.changes)
  execute function count_config();
