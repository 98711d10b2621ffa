-- Issues of before had no concessions.
update issue set state = state || '{"concessions": []}';

-- What was conceded to customers, or is to be (Rule 27): the same truth as the issue's state, for lists and the export.
create table concession (
  workspace_id integer not null,
  number bigint not null,
  concession_id integer not null,
  kind text not null check (kind in ('credit', 'refund', 'replacement', 'exception')),
  -- In the smallest unit of the currency.
  amount bigint not null check (amount >= 0),
  currency text not null,
  reason uuid not null,
  state text not null check (state in ('granted', 'waiting', 'approved', 'refused', 'withdrawn')),
  by_id uuid not null,
  at timestamptz not null,
  decided_by_id uuid,
  decided_at timestamptz,
  primary key (workspace_id, number, concession_id),
  foreign key (workspace_id, number) references issue,
  foreign key (workspace_id, by_id) references member,
  foreign key (workspace_id, decided_by_id) references member,
  -- Nobody approves what they asked for themselves.
  check (state <> 'approved' or decided_by_id <> by_id)
);
-- One approval at a time.
create unique index concession_waiting on concession (workspace_id, number) where state = 'waiting';
create index concession_in_order on concession (workspace_id, at, number, concession_id);
