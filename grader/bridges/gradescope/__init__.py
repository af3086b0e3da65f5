"""Gradescope: the autograder's zip, its run in the container, and results.json."""
