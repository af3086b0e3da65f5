"""`python -m grader.bridges.gradescope /autograder`: run by the autograder's `run_autograder`."""

from __future__ import annotations

import sys
from pathlib import Path

from grader.bridges.gradescope.autograder_run import main

if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "/autograder")))
