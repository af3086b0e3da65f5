"""Many submissions: a queue, several processes, a store, resuming."""
