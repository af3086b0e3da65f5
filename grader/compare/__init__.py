"""Is a value right, what differs, and how values, calls and failures are shown."""
