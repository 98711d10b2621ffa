-- What was excused from a lesson (Rule 28), for whoever decides whether it helps: its page lists them.
create index event_excused on event (workspace_id, (data->>'lesson'), at desc)
where type in ('FactExcused', 'ChecklistStepExcused');
