-- Issues of before had no assists.
update issue set state = state || '{"assists": []}';

-- What is asked of others for a customer (Rule 16): the same truth as the issue's state, where lists need it.
create table assist (
  workspace_id integer not null,
  number bigint not null,
  assist_id integer not null,
  state text not null check (
    state in ('asked', 'accepted', 'introduced', 'declined', 'returned', 'silent', 'withdrawn')
  ),
  of_member_id uuid,
  of_team_id uuid,
  -- Who does it, or did.
  assistant_id uuid,
  ask uuid not null,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  ended_at timestamptz,
  -- Of one that was returned: whether it moved forward.
  moved boolean,
  primary key (workspace_id, number, assist_id),
  foreign key (workspace_id, number) references issue,
  foreign key (workspace_id, of_member_id) references member,
  foreign key (workspace_id, of_team_id) references team,
  foreign key (workspace_id, assistant_id) references member,
  check (num_nonnulls(of_member_id, of_team_id) = 1),
  check (assistant_id is not null or state not in ('accepted', 'introduced', 'declined')),
  check ((ended_at is null) = (state in ('asked', 'accepted', 'introduced'))),
  check ((moved is null) = (state <> 'returned'))
);
create index assist_of_member on assist (workspace_id, of_member_id) where state = 'asked';
create index assist_of_team on assist (workspace_id, of_team_id) where state = 'asked';
create index assist_accepted on assist (workspace_id, assistant_id) where state in ('accepted', 'introduced');
create index assist_silent on assist (workspace_id, ended_at) where state = 'silent';

-- A mail about an assist carries a link of its own for whom it goes to, and its answers are words on that assist.
alter table outbound_mail
  add column assist_id integer,
  add column assistant_id uuid,
  add foreign key (workspace_id, number, assist_id) references assist,
  add foreign key (workspace_id, assistant_id) references member,
  add check (num_nulls(assist_id, assistant_id) in (0, 2)),
  add check (assist_id is null or kind = 'notice');
