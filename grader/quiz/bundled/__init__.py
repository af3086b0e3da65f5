"""A quiz in a release: plain data, made into functions again."""
