"""What a course's own files import: cases, marks for checks, the known mistakes.

A check is an ordinary pytest function. `graded` is sugar over the marks `points`, `title`,
`hidden`, `needs` and `limit`; a check may also carry them one by one.
"""

from grader.authoring import checks
from grader.authoring.checks import *  # noqa: F403 - its `__all__` is the one list of what authors get

__all__ = checks.__all__
