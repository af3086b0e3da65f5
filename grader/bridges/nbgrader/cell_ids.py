"""The names that cells bear in nbgrader's gradebook. They never change between versions."""

from __future__ import annotations

CHECK = "check-"


def solution_id(function: str) -> str:
    """The cell in which a function is written."""
    return function


def check_id(function: str) -> str:
    """The cell that checks it, and has its points."""
    return CHECK + function


def checked_function(grade_id: str) -> str | None:
    """The function of a check cell's id; None for other cells."""
    return grade_id.removeprefix(CHECK) if grade_id.startswith(CHECK) else None
