"""The pages of a quiz: for practice, for marks, for the key."""
