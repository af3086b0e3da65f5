"""One module a command: what it asks of the other rooms, in order."""
