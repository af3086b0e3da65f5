"""The check cell of a notebook: `from grader.notebook import check`, then `check("name")`."""

from grader.bridges.notebook.check_cell import Checked, check

__all__ = ["Checked", "check"]
