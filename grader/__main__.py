"""`python -m grader` is `grade`."""

import os
import sys

# `-m` puts the current folder first on the path: there a student's numpy.py would be ours.
if sys.path and not sys.flags.safe_path and sys.path[0] == os.getcwd():
    del sys.path[0]

from grader.cli import main

sys.exit(main())
