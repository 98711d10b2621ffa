-- Resolution to its end: what can't be fixed, watches, spam (Rules 19 to 22).

-- Issues of before are asked nothing, and were proposed without a watch.
update issue set state = state || '{"cannotFix": null}';
update issue set state = jsonb_set(state, '{lifecycle,proposal,watch}', '[]') where state->'lifecycle' ? 'proposal';
