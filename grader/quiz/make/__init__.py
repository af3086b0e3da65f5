"""A quiz proved, and what a release carries of it."""
