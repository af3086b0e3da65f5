"""What was handed in: one file or a class's, whose it is, and what is left out and why."""
