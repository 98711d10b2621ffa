-- The desk: who works here, whom we serve, and what has happened.
-- Every key begins with workspace_id, so that a workspace can live on a server of its own.

-- Both may be made by a database's owner. The second lets a text index begin with workspace_id.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

create table workspace (
  workspace_id integer primary key,
  name text not null,
  -- The address that customers write to.
  inbox text not null,
  policy jsonb not null,
  calendar jsonb not null,
  -- Counts every change of members, teams and policies, so that what processes remember of them can be checked in one look.
  config_version bigint not null default 1,
  -- The server's time while it stands still for trying out and testing; null in earnest.
  time_stands_at timestamptz
);

create table member (
  workspace_id integer not null references workspace,
  member_id uuid not null,
  name text not null,
  email text not null,
  role text not null check (role in ('agent', 'supervisor', 'admin', 'colleague')),
  active boolean not null default true,
  -- Which of the eight hues is theirs, for faces and lanes.
  hue smallint not null check (hue between 1 and 8),
  -- Opening hours of this person in the form of a calendar's hours; null: the desk's.
  hours jsonb,
  -- How many open issues they have room for.
  room integer not null default 25 check (room >= 0),
  primary key (workspace_id, member_id),
  -- What Rule 1 refers to: an owner is active.
  unique (workspace_id, member_id, active)
);
create unique index member_by_email on member (workspace_id, lower(email));

create table team (
  workspace_id integer not null references workspace,
  team_id uuid not null,
  name text not null,
  primary key (workspace_id, team_id)
);
create unique index team_by_name on team (workspace_id, lower(name));

create table team_member (
  workspace_id integer not null,
  team_id uuid not null,
  member_id uuid not null,
  -- Whether this person is the team's supervisor, beside or instead of working in it.
  supervises boolean not null default false,
  works boolean not null default true,
  primary key (workspace_id, team_id, member_id),
  foreign key (workspace_id, team_id) references team,
  foreign key (workspace_id, member_id) references member
);

create table absence (
  workspace_id integer not null,
  absence_id uuid not null,
  member_id uuid not null,
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at > from_at),
  primary key (workspace_id, absence_id),
  foreign key (workspace_id, member_id) references member
);

create table api_key (
  workspace_id integer not null,
  -- SHA-256 of the key: the key itself is shown once and stored nowhere.
  key_hash bytea not null,
  member_id uuid not null,
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  primary key (workspace_id, key_hash),
  foreign key (workspace_id, member_id) references member
);

create table organization (
  workspace_id integer not null references workspace,
  organization_id uuid not null,
  name text not null,
  primary key (workspace_id, organization_id)
);
create unique index organization_by_name on organization (workspace_id, lower(name));

create table customer (
  workspace_id integer not null references workspace,
  customer_id uuid not null,
  name text not null,
  organization_id uuid,
  primary key (workspace_id, customer_id),
  foreign key (workspace_id, organization_id) references organization
);

create index customer_by_name on customer using gin (workspace_id, name gin_trgm_ops);

create table customer_address (
  workspace_id integer not null,
  kind text not null check (kind in ('email', 'phone')),
  -- E-mail in lower case, phone in digits with a leading +.
  address text not null,
  customer_id uuid not null,
  -- When a word sent here last came back for good; null while it works.
  failed_at timestamptz,
  primary key (workspace_id, kind, address),
  foreign key (workspace_id, customer_id) references customer
);
create index customer_address_of on customer_address (workspace_id, customer_id);
create index customer_address_like on customer_address using gin (workspace_id, address gin_trgm_ops);

-- Public numbers of issues. Gaps are harmless; a lock on a counter would make all openings wait for each other.
create sequence issue_number start 1001;

-- The current state of every issue: what `evolve` makes of its events, and what lists are sorted by (Rule 25).
create table issue (
  workspace_id integer not null references workspace,
  number bigint not null,
  version integer not null check (version > 0),
  phase text not null check (phase in ('open', 'proposed', 'confirmed', 'watching', 'closed')),
  outcome text check (outcome in ('confirmed', 'unconfirmed', 'unreachable', 'cannot_fix', 'duplicate', 'spam')),
  -- Rule 1: exactly one owner, always.
  owner_id uuid not null,
  customer_id uuid not null,
  channel text not null,
  opened_at timestamptz not null,
  rank smallint not null,
  rank_at timestamptz not null,
  next_deadline_at timestamptz,
  -- Rule 2: it arrived with nobody there, and nobody of the company has been in touch.
  claimable boolean not null,
  state jsonb not null,
  -- Rule 1: the owner of an open issue is active. The desk can't deactivate a member who owns one.
  open_owner_id uuid generated always as (case when phase <> 'closed' then owner_id end) stored,
  open_owner_active boolean generated always as (true) stored,
  primary key (workspace_id, number),
  foreign key (workspace_id, owner_id) references member,
  foreign key (workspace_id, open_owner_id, open_owner_active) references member (workspace_id, member_id, active),
  foreign key (workspace_id, customer_id) references customer,
  check ((phase = 'closed') = (outcome is not null))
);
create index issue_in_order on issue (workspace_id, owner_id, rank, rank_at, number) where phase <> 'closed';
create index issue_all_in_order on issue (workspace_id, rank, rank_at, number);
create index issue_claimable on issue (workspace_id, rank, rank_at, number) where claimable and phase <> 'closed';
create index issue_of_customer on issue (workspace_id, customer_id, number);
create index issue_due on issue (workspace_id, next_deadline_at) where next_deadline_at is not null;

-- What has happened (Rule 33). Events name words and never carry them, and are never changed or removed.
create table event (
  workspace_id integer not null,
  number bigint not null,
  -- Place in the issue's own log, from 1.
  version integer not null,
  type text not null,
  at timestamptz not null,
  by_kind text not null check (by_kind in ('member', 'customer', 'desk')),
  by_id uuid,
  source text not null,
  data jsonb not null,
  -- What a live screen is told next: whatever the snapshot that it knows did not show.
  xid xid8 not null default pg_current_xact_id(),
  recorded_at timestamptz not null default now(),
  primary key (workspace_id, number, version),
  foreign key (workspace_id, number) references issue,
  check ((by_kind = 'desk') = (by_id is null))
);
create index event_in_order on event (workspace_id, xid);
create index event_looked_back on event (workspace_id, at) where type = 'LookedBack';

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'Events are never changed or removed (Rule 33).' using errcode = 'restrict_violation';
end
$$;
create trigger event_is_for_good before update or delete on event for each row execute function refuse_change();
create trigger events_are_for_good before truncate on event for each statement execute function refuse_change();

-- Everything that people wrote and that is no message: stories, briefs, facts, promises, reasons.
create table words (
  workspace_id integer not null,
  words_id uuid not null,
  number bigint not null,
  body text not null,
  primary key (workspace_id, words_id),
  foreign key (workspace_id, number) references issue
);
create index words_of_issue on words (workspace_id, number);

-- Whose turn it is to be given what arrives (Rule 2).
create table intake_turn (
  workspace_id integer not null,
  member_id uuid not null,
  given_at timestamptz not null,
  primary key (workspace_id, member_id),
  foreign key (workspace_id, member_id) references member
);

-- What the issue is called and how the customer told it: the words that lists show and search finds.
create table story (
  workspace_id integer not null,
  number bigint not null,
  subject text not null,
  story text not null,
  search tsvector generated always as (
    setweight(to_tsvector('simple', left(subject, 1000)), 'A') || to_tsvector('simple', left(story, 100000))
  ) stored,
  primary key (workspace_id, number),
  foreign key (workspace_id, number) references issue
);
create index story_search on story using gin (workspace_id, search);

-- The conversation: what customer and company wrote or said, and the team's notes.
create table message (
  workspace_id integer not null,
  message_id uuid not null,
  number bigint not null,
  at timestamptz not null,
  direction text not null check (direction in ('in', 'out', 'note')),
  channel text not null,
  author_kind text not null check (author_kind in ('member', 'customer', 'machine')),
  author_id uuid,
  -- The new words, and what was quoted below them.
  body text not null,
  quoted text,
  -- Sanitized HTML of a mail; shown in a sandbox only.
  html text,
  -- Set when somebody other than the issue's customer wrote it (Scenario 9).
  flagged boolean not null default false,
  -- The address it came from, when it came by mail.
  address text,
  -- What a machine or a participant who is no customer of ours calls itself.
  author_name text,
  call jsonb,
  -- What was asked of the customer.
  asks text[] not null default '{}',
  -- The contact that it was, in the issue's count; null for notes and machines.
  contact integer,
  primary key (workspace_id, message_id),
  foreign key (workspace_id, number) references issue
);
create index message_of_issue on message (workspace_id, number, at, message_id);
create index message_from on message (workspace_id, number, at) where address is not null and not flagged;

create table attachment (
  workspace_id integer not null,
  attachment_id uuid not null,
  message_id uuid not null,
  name text not null,
  content_type text not null,
  size bigint not null,
  -- SHA-256 of the content, under which the files' folder keeps it.
  hash text not null,
  content_id text,
  inline boolean not null,
  primary key (workspace_id, attachment_id),
  foreign key (workspace_id, message_id) references message
);
create index attachment_of_message on attachment (workspace_id, message_id);

-- Promises and handoffs as tables: the same truth as the issue's state, where lists and constraints need it.
create table promise (
  workspace_id integer not null,
  number bigint not null,
  promise_id integer not null,
  kind text not null,
  what uuid,
  due_at timestamptz not null,
  made_at timestamptz not null,
  state text not null check (state in ('open', 'kept', 'moved', 'broken', 'made_good', 'released')),
  settled_at timestamptz,
  primary key (workspace_id, number, promise_id),
  foreign key (workspace_id, number) references issue
);
create index promise_broken on promise (workspace_id, due_at) where state = 'broken';

create table handoff (
  workspace_id integer not null,
  number bigint not null,
  handoff_id integer not null,
  state text not null check (
    state in ('offered', 'accepted', 'introduced', 'met', 'declined', 'expired', 'withdrawn', 'fell_through')
  ),
  giver_id uuid not null,
  to_member_id uuid,
  to_team_id uuid,
  receiver_id uuid,
  offered_at timestamptz not null,
  limit_at timestamptz,
  ended_at timestamptz,
  primary key (workspace_id, number, handoff_id),
  foreign key (workspace_id, number) references issue,
  foreign key (workspace_id, giver_id) references member,
  foreign key (workspace_id, to_member_id) references member,
  foreign key (workspace_id, to_team_id) references team,
  foreign key (workspace_id, receiver_id) references member,
  check (num_nonnulls(to_member_id, to_team_id) = 1),
  check ((receiver_id is not null) or state not in ('accepted', 'introduced', 'met', 'fell_through'))
);
-- Rule 7: one open handoff for each issue at a time.
create unique index handoff_open on handoff (workspace_id, number) where state in ('offered', 'accepted', 'introduced');
create index handoff_to_member on handoff (workspace_id, to_member_id) where state in ('offered', 'accepted', 'introduced');
create index handoff_to_team on handoff (workspace_id, to_team_id) where state = 'offered';
create index handoff_receiver on handoff (workspace_id, receiver_id) where state in ('accepted', 'introduced');
create index handoff_ended on handoff (workspace_id, ended_at) where state in ('expired', 'fell_through');

-- What members are told (DESIGN: "told" means shown in the desk at once).
create table notice (
  workspace_id integer not null,
  notice_id bigint generated always as identity,
  member_id uuid not null,
  number bigint not null,
  word text not null,
  at timestamptz not null,
  seen_at timestamptz,
  xid xid8 not null default pg_current_xact_id(),
  primary key (workspace_id, notice_id),
  foreign key (workspace_id, member_id) references member,
  foreign key (workspace_id, number) references issue
);
create index notice_unseen on notice (workspace_id, member_id, notice_id) where seen_at is null;
create index notice_of_issue on notice (workspace_id, number, word);

-- Answers already given, so that the same command sent twice acts once.
create table answered (
  workspace_id integer not null references workspace,
  -- Who sent it, with the Idempotency-Key that they chose.
  sender text not null,
  key text not null,
  -- SHA-256 of what was asked, to refuse a key used for something else.
  request text not null,
  answer json not null,
  at timestamptz not null default now(),
  primary key (workspace_id, sender, key)
);
create index answered_by_age on answered (workspace_id, at);

-- Raw mail as it came, kept before it was acknowledged, and what became of it.
create table inbound_mail (
  workspace_id integer not null references workspace,
  inbound_id uuid not null,
  received_at timestamptz not null,
  via text not null check (via in ('smtp', 'imap')),
  -- The same mail fetched again from the same place is the same row.
  source_key text,
  envelope_from text not null,
  envelope_to text[] not null,
  hash text not null,
  size bigint not null,
  state text not null check (state in ('waiting', 'issue', 'reply', 'machine', 'duplicate', 'refused', 'kept')),
  -- What a person should know of it: why it is kept, which machine wrote it.
  why text,
  hint_from text,
  hint_subject text,
  number bigint,
  -- Message-ID of the mail: a second delivery is the same message (Scenario 8).
  mail_id text,
  primary key (workspace_id, inbound_id)
);
create unique index inbound_source on inbound_mail (workspace_id, source_key);
create unique index inbound_once on inbound_mail (workspace_id, mail_id) where state in ('issue', 'reply', 'machine');
create index inbound_waiting on inbound_mail (workspace_id, received_at) where state = 'waiting';
create index inbound_by_state on inbound_mail (workspace_id, state, received_at, inbound_id);
create index inbound_in_order on inbound_mail (workspace_id, received_at, inbound_id);

-- Mail on its way out: written with the command that caused it, sent by jobs afterwards.
create table outbound_mail (
  workspace_id integer not null,
  outbound_id uuid not null,
  -- Null for a mail about something that became no issue.
  number bigint,
  -- The message that it carries; null for the desk's own words.
  message_id uuid,
  kind text not null check (kind in ('message', 'acknowledgement', 'refusal', 'link')),
  -- Stable over every try, so that a repeat is recognizable.
  mail_id text not null,
  in_reply_to text,
  reference_ids text[] not null default '{}',
  from_name text not null,
  to_address text not null,
  subject text not null,
  body text not null,
  -- By when the customer hears from us next, as the mail says it.
  promise_line text,
  state text not null check (state in ('queued', 'sent', 'local', 'refused', 'bounced')),
  created_at timestamptz not null,
  sent_at timestamptz,
  tries integer not null default 0,
  why text,
  primary key (workspace_id, outbound_id),
  foreign key (workspace_id, number) references issue
);
create unique index outbound_mail_id on outbound_mail (workspace_id, mail_id);
create index outbound_in_order on outbound_mail (workspace_id, created_at, outbound_id);
create index outbound_of_message on outbound_mail (workspace_id, message_id);
create index outbound_of_issue on outbound_mail (workspace_id, number, created_at);
create index outbound_to on outbound_mail (workspace_id, to_address, created_at) where kind <> 'message';

-- Mails that belong together: every Message-ID that was seen on an issue.
create table mail_thread (
  workspace_id integer not null,
  mail_id text not null,
  number bigint not null,
  at timestamptz not null,
  primary key (workspace_id, mail_id),
  foreign key (workspace_id, number) references issue
);
create index mail_thread_of_issue on mail_thread (workspace_id, number, at);

-- A queued mail and the job that sends it are one: there is no mail without its job.
create function send_by_job() returns trigger language plpgsql as $$
begin
  perform graphile_worker.add_job(
    'send_mail',
    json_build_object('workspace', new.workspace_id, 'mail', new.outbound_id),
    max_attempts => 25,
    job_key => 'mail:' || new.outbound_id
  );
  return null;
end
$$;
create trigger outbound_is_sent after insert on outbound_mail for each row
  when (new.state = 'queued') execute function send_by_job();

-- A mail that waits and the job that reads it are one, too.
create function take_by_job() returns trigger language plpgsql as $$
begin
  perform graphile_worker.add_job(
    'take_mail',
    json_build_object('workspace', new.workspace_id, 'mail', new.inbound_id),
    max_attempts => 25,
    job_key => 'mail:' || new.inbound_id
  );
  return null;
end
$$;
create trigger inbound_is_taken after insert or update of state on inbound_mail for each row
  when (new.state = 'waiting') execute function take_by_job();

-- A time as the API writes it: RFC 3339 in UTC with milliseconds.
create function instant(at timestamptz) returns text language sql stable strict parallel safe
  return to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

create function count_config() returns trigger language plpgsql as $$
begin
  update workspace
  set config_version = config_version + 1
  where workspace_id = coalesce(new.workspace_id, old.workspace_id);
  return null;
end
$$;
create trigger member_counts after insert or update or delete on member for each row execute function count_config();
create trigger team_counts after insert or update or delete on team for each row execute function count_config();
create trigger team_member_counts after insert or update or delete on team_member
  for each row execute function count_config();
create trigger absence_counts after insert or update or delete on absence for each row execute function count_config();
create trigger api_key_counts after insert or update or delete on api_key for each row execute function count_config();
create function count_policy() returns trigger language plpgsql as $$
begin
  if new.policy is distinct from old.policy or new.calendar is distinct from old.calendar then
    new.config_version := old.config_version + 1;
  end if;
  return new;
end
$$;
create trigger workspace_counts before update on workspace for each row execute function count_policy();
