"""The `student` fixture: what a check says of the student's functions.

Every method ends the check by raising `Ended` when the student is wrong. A check that comes back
has passed. Any other exception is the check's own fault and never costs the student a point.
"""

from __future__ import annotations

from grader.check.asking import Asking
from grader.check.behaviour import Behaviour
from grader.check.bench import Bench
from grader.check.matching import Matching
from grader.language.text import Text


class Student:
    """One check's view of the submission under `bench`: the interface that authors write to.

    Against the reference: `matches`, `raises`, `unchanged`, `restored` (see `Matching`). By the
    check's own judgement: `call`, `calls`, `array`, `scalar`, `items`, `require`, `fail` (see
    `Behaviour`).
    """

    def __init__(self, bench: Bench, check: str, limit: float | None) -> None:
        asking = Asking(bench, check, limit)
        self.notes: list[Text] = asking.notes

        matching = Matching(asking)
        self.matches = matching.matches
        self.raises = matching.raises
        self.unchanged = matching.unchanged
        self.restored = matching.restored

        behaviour = Behaviour(asking)
        self.call = behaviour.call
        self.calls = behaviour.calls
        self.array = behaviour.array
        self.scalar = behaviour.scalar
        self.items = behaviour.items
        self.require = behaviour.require
        self.fail = behaviour.fail
