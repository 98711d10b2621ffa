-- One owner, whoever calls (Rules 3 and 31), and the customer's record: found, recognized, merged, erased.

-- What an issue's state has learned to hold.
update issue set state = '{"unplaced": [], "isThis": [], "erasedAt": null}'::jsonb || state;
