"""A quiz on a terminal."""
