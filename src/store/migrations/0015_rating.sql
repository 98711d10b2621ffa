-- What every issue's state has from now on: how the customer says that they were looked after; null: they have not said.
update issue set state = state || '{"rating": null}';
