"""One module a command: what it asks of the other packages, in order."""
