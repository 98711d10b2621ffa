-- Rule 15: an absence waits for covers, or is agreed: only then is somebody away. Cancelled is what never began.
alter table absence add column state text not null default 'agreed' check (state in ('waiting', 'agreed', 'cancelled'));
create index absence_of_member on absence (workspace_id, member_id, until_at) where state <> 'cancelled';

-- Everybody has a time zone of their own, or the desk's (null).
alter table member add column zone text;

-- Who was asked to act in the place of an owner who is away. One asking may be about several issues.
create table cover (
  workspace_id integer not null,
  number bigint not null,
  cover_id uuid not null,
  absence_id uuid not null,
  absent_id uuid not null,
  member_id uuid not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  state text not null check (state in ('asked', 'declined', 'accepted', 'in_force', 'over')),
  asked_at timestamptz not null,
  primary key (workspace_id, number, cover_id),
  foreign key (workspace_id, number) references issue,
  foreign key (workspace_id, absence_id) references absence,
  foreign key (workspace_id, absent_id) references member,
  foreign key (workspace_id, member_id) references member,
  check (member_id <> absent_id)
);
-- Rule 15: one person at a time acts in the owner's place.
create unique index cover_in_force on cover (workspace_id, number) where state = 'in_force';
create index cover_asking on cover (workspace_id, cover_id);
create index cover_of_absence on cover (workspace_id, absence_id);
create index cover_by_member on cover (workspace_id, member_id) where state in ('asked', 'accepted', 'in_force');

-- Rule 15: what would be owed by nobody while somebody is away: promises of the issues that are theirs to look after, as
-- owner or as cover, which fall due in that time, or are owed already. `asked`: whom an answer to a cover is waited for.
create function promises_to_cover(
  in_workspace integer, of_member uuid, away_from timestamptz, away_until timestamptz
) returns table (number bigint, promise_id integer, due_at timestamptz, state text, asked uuid)
language sql stable as $$
  select p.number, p.promise_id, p.due_at, p.state, (
    select c.member_id from cover c
    where c.workspace_id = in_workspace and c.number = p.number and c.state = 'asked'
      and c.from_at <= greatest(p.due_at, away_from) and greatest(p.due_at, away_from) <= c.until_at
    order by c.asked_at desc
    limit 1
  )
  from (
    select i.number from issue i
    where i.workspace_id = in_workspace and i.owner_id = of_member and i.phase <> 'closed'
    union
    select c.number from cover c
    where c.workspace_id = in_workspace and c.member_id = of_member and c.state in ('accepted', 'in_force')
  ) as theirs
  join issue i on i.workspace_id = in_workspace and i.number = theirs.number
  join promise p on p.workspace_id = in_workspace and p.number = theirs.number
  where (p.state = 'broken' or (p.state = 'open' and away_from < p.due_at and p.due_at <= away_until))
    and of_member = coalesce((
      select c.member_id from cover c
      where c.workspace_id = in_workspace and c.number = p.number and c.state in ('accepted', 'in_force')
        and case p.state
          when 'open' then c.from_at < p.due_at and p.due_at <= c.until_at
          else c.from_at <= away_from and away_from < c.until_at
        end
      order by c.from_at desc
      limit 1
    ), i.owner_id)
$$;

update issue set state = state || '{"covers": []}';

-- A word to the customer on who looks after their issue while its owner is away.
alter table outbound_mail drop constraint outbound_mail_kind_check;
alter table outbound_mail add constraint outbound_mail_kind_check
  check (kind in ('message', 'acknowledgement', 'refusal', 'link', 'notice', 'met', 'cover'));
