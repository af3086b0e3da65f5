"""Batch intake: what lies in a folder or zip of submissions, whose it is, and what is left out."""

from __future__ import annotations

from grader.gather.gathering import gather
from grader.gather.reading import read
from grader.gather.records import Absent, Found, Gathered, NotGraded, Where
from grader.gather.roster import Person, Roster, read_roster
from grader.gather.safenames import safe_name, safe_names

__all__ = [
    "Absent",
    "Found",
    "Gathered",
    "NotGraded",
    "Person",
    "Roster",
    "Where",
    "gather",
    "read",
    "read_roster",
    "safe_name",
    "safe_names",
]
