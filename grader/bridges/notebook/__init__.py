"""A notebook's check cell: asks the engine about the cells that were run. See `grader.notebook`."""
