"""`python -m benchmarks`: see `class_run`."""

from benchmarks.class_run import main

main()
