"""The trusted side of a worker process: starting, limiting, watching and killing it."""
