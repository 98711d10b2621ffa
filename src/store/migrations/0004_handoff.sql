-- Hand to hand, completely: live introductions, huddles, and offers that were refused as circles (Rules 9 to 11).

-- A live introduction is a state of an open handoff.
alter table handoff drop constraint handoff_state_check;
alter table handoff add constraint handoff_state_check check (
  state in ('offered', 'accepted', 'live', 'introduced', 'met', 'declined', 'expired', 'withdrawn', 'fell_through')
);
alter table handoff drop constraint handoff_check1;
alter table handoff add constraint handoff_has_receiver
  check ((receiver_id is not null) or state not in ('accepted', 'live', 'introduced', 'met', 'fell_through'));
drop index handoff_open;
create unique index handoff_open on handoff (workspace_id, number)
  where state in ('offered', 'accepted', 'live', 'introduced');
drop index handoff_to_member;
create index handoff_to_member on handoff (workspace_id, to_member_id)
  where state in ('offered', 'accepted', 'live', 'introduced');
drop index handoff_receiver;
create index handoff_receiver on handoff (workspace_id, receiver_id) where state in ('accepted', 'live', 'introduced');

-- Rule 11: offers refused with `circle` change nothing in the issue, but a supervisor sees the circle form. One row for each
-- giver and receiver: however often it is tried, it is counted in the same place.
create table refused_offer (
  workspace_id integer not null,
  number bigint not null,
  giver_id uuid not null,
  -- A member's or a team's.
  to_kind text not null check (to_kind in ('member', 'team')),
  to_id uuid not null,
  because text not null check (because in ('owned', 'declined', 'handoffs')),
  -- Who had owned or declined it; null where it had changed hands too often.
  before_id uuid,
  times integer not null default 1,
  first_at timestamptz not null,
  last_at timestamptz not null,
  -- The Idempotency-Key of the last try: the same command sent again is no new one.
  last_key text,
  primary key (workspace_id, number, giver_id, to_kind, to_id),
  foreign key (workspace_id, number) references issue,
  foreign key (workspace_id, giver_id) references member,
  foreign key (workspace_id, before_id) references member,
  check ((before_id is null) = (because = 'handoffs'))
);
create index refused_offer_last on refused_offer (workspace_id, last_at);

-- Supervisors look for what waits of one kind, whomever it waits for; look-backs, too, wait there now.
create index waiting_of_kind on waiting (workspace_id, kind);
drop index event_looked_back;

-- A word to the customer that tells of a meeting on the phone (Rule 9).
alter table outbound_mail drop constraint outbound_mail_kind_check;
alter table outbound_mail add constraint outbound_mail_kind_check
  check (kind in ('message', 'acknowledgement', 'refusal', 'link', 'notice', 'met'));

-- The states of issues that were there before: nothing has stalled, no huddle is called, and each look-back belongs to the
-- handoff whose meeting it follows.
update issue i
set state = state || jsonb_build_object(
  'stalls', '[]'::jsonb,
  'huddle', null,
  'ownership', (
    select jsonb_agg(jsonb_build_object('teams', '[]'::jsonb) || o.one order by o.place)
    from jsonb_array_elements(i.state->'ownership') with ordinality as o (one, place)
  ),
  'lookBacks', (
    select coalesce(jsonb_agg(l.one || jsonb_build_object('handoff', coalesce((
      select (e.data->>'handoff')::integer
      from event e
      where e.workspace_id = i.workspace_id and e.number = i.number and e.type = 'HandoffMet'
        and e.data->>'lookBackAt' = l.one->>'due'
      limit 1
    ), (i.state->>'handoffs')::integer)) order by l.place), '[]')
    from jsonb_array_elements(i.state->'lookBacks') with ordinality as l (one, place)
  ),
  'handoff', case
    when i.state->'handoff'->>'state' in ('introduced', 'met')
      then jsonb_build_object('how', 'message', 'objectedAt', null) || (i.state->'handoff')
    else i.state->'handoff'
  end
);
