-- Resolution to its end: what can't be fixed, watches, spam (Rules 19 to 22).

-- Issues of before are asked nothing, and were proposed without a watch.
update issue set state = state || '{"cannotFix": null, "matches": [], "merged": []}';
update issue set state = jsonb_set(state, '{lifecycle,proposal,watch}', '[]') where state->'lifecycle' ? 'proposal';

-- Where a merged issue goes on: what its state says (Rule 22).
alter table issue add column merged_into bigint
  generated always as ((state->'lifecycle'->>'into')::bigint) stored;
alter table issue add foreign key (workspace_id, merged_into) references issue (workspace_id, number);
create index issue_merged_into on issue (workspace_id, merged_into) where merged_into is not null;

-- What other issues are to one: the same again, the same twice, or what it was taken for (Rules 21 and 22).
create table issue_link (
  workspace_id integer not null,
  number bigint not null,
  other bigint not null check (other <> number),
  kind text not null check (kind in ('recurrence', 'duplicate', 'related')),
  linked_at timestamptz not null,
  primary key (workspace_id, number, other),
  foreign key (workspace_id, number) references issue,
  foreign key (workspace_id, other) references issue
);

-- The stems of a text that tell something about it.
create function stems(said text) returns text[] language sql immutable strict parallel safe
  return array(
    select stem from unnest(tsvector_to_array(to_tsvector('english', said))) as stem where length(stem) > 2
  );

-- Which part of these stems is among others; 0 of none.
create function share(these text[], others text[]) returns double precision language sql immutable strict parallel safe
  return case when cardinality(these) = 0 then 0
    else cardinality(array(select unnest(these) intersect select unnest(others)))::double precision / cardinality(these) end;
