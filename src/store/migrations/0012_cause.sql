-- Issues of before belonged to no cause.
update issue set state = state || '{"cause": null}';

-- The same problem of several customers (Rule 22): worked once, while each issue keeps its owner and its promises.
create sequence cause_number;

create table cause (
  workspace_id integer not null references workspace,
  cause_id bigint not null,
  subject text not null,
  what text not null,
  -- The person who sees to it that it is worked.
  lead_id uuid not null,
  opened_by_id uuid not null,
  opened_at timestamptz not null,
  solved_at timestamptz,
  wrong text,
  done text,
  holds text,
  primary key (workspace_id, cause_id),
  foreign key (workspace_id, lead_id) references member,
  foreign key (workspace_id, opened_by_id) references member,
  check (num_nulls(solved_at, wrong, done, holds) in (0, 4))
);
create index cause_in_order on cause (workspace_id, (solved_at is not null), opened_at, cause_id);

-- Which issues belong to it.
alter table issue add column cause_id bigint generated always as ((state->'cause'->>'cause')::bigint) stored;
alter table issue add foreign key (workspace_id, cause_id) references cause;
create index issue_of_cause on issue (workspace_id, cause_id, number) where cause_id is not null;
