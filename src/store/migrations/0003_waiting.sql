-- What waits for whom on an issue: work, not news. The core derives it from the issue's state; here lists find it.
create table waiting (
  workspace_id integer not null,
  number bigint not null,
  kind text not null,
  -- What it is about, numbered within the issue: a contact, a handoff, an assist.
  of integer not null,
  -- A person, anybody of a team, or the supervisors of a person.
  for_kind text not null check (for_kind in ('member', 'team', 'supervisors')),
  for_id uuid not null,
  since timestamptz not null,
  due_at timestamptz,
  primary key (workspace_id, number, kind, of, for_kind, for_id),
  foreign key (workspace_id, number) references issue
);
create index waiting_for on waiting (workspace_id, for_kind, for_id);

-- What happened to something that is no issue (a member, an absence, a lesson, the workspace itself): for good, as events.
create table desk_event (
  workspace_id integer not null references workspace,
  desk_event_id bigint generated always as identity,
  about text not null,
  about_id text not null,
  type text not null,
  at timestamptz not null,
  by_kind text not null check (by_kind in ('member', 'customer', 'desk')),
  by_id uuid,
  source text not null,
  -- Names and numbers, never what people wrote: that must be erasable by law (Rule 33).
  data jsonb not null,
  recorded_at timestamptz not null default now(),
  primary key (workspace_id, desk_event_id),
  check ((by_kind = 'desk') = (by_id is null))
);
create index desk_event_about on desk_event (workspace_id, about, about_id, desk_event_id);
create trigger desk_event_is_for_good before update or delete on desk_event
  for each row execute function refuse_change();
create trigger desk_events_are_for_good before truncate on desk_event
  for each statement execute function refuse_change();

-- What members are told goes by mail, too: what each of them chose.
alter table outbound_mail drop constraint outbound_mail_kind_check;
alter table outbound_mail add constraint outbound_mail_kind_check
  check (kind in ('message', 'acknowledgement', 'refusal', 'link', 'notice'));
alter table member add column told_by_mail text not null default 'urgent'
  check (told_by_mail in ('everything', 'urgent', 'nothing'));
