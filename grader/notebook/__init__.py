"""The check cell of a notebook: `from grader.notebook import check`, then `check("name")`."""

from __future__ import annotations

from grader.notebook.checking import Checked, check

__all__ = ["Checked", "check"]
