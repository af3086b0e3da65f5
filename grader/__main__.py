"""`python -m grader` is `grade`."""

import os
import sys

# `-m` puts the current folder first on the path: there a student's numpy.py would be ours.
here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
if sys.path and not sys.flags.safe_path and sys.path[0] == os.getcwd() != here:
    del sys.path[0]

from grader.commands.cli import main  # noqa: E402

sys.exit(main())
