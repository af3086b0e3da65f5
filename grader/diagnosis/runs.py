"""One case, what was due, what came: what diagnosis reasons about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from grader.authoring import Case
from grader.compare.agreement import agree, as_array
from grader.model.outcome import Outcome, Raised, Returned


@dataclass(frozen=True, slots=True)
class CaseResult:
    """One case, what was due, what came."""

    case: Case
    expected: Outcome
    given: Outcome
    exception: str = ""
    """The name of the exception that is due, in checks that are about exceptions."""

    @property
    def wrong(self) -> bool:
        if self.exception and isinstance(self.given, Raised):
            return self.exception not in self.given.bases
        return not agreeing(self.given, self.expected)

    @property
    def telling(self) -> bool:
        """Wrong in a way that speaks for a mistake: an exception alone tells none from another,
        unless exceptions are what is asked for."""
        return self.wrong and (isinstance(self.given, Returned) or bool(self.exception))

    def explained_by(self, predicted: Outcome) -> bool:
        if self.exception and isinstance(self.given, Raised) and isinstance(predicted, Raised):
            return self.given.type_name == predicted.type_name
        return agreeing(self.given, predicted)


def agreeing(a: Outcome, b: Outcome) -> bool:
    """The same outcome: the same value, or both raised."""
    if isinstance(a, Returned) and isinstance(b, Returned):
        return agree(a.value, b.value)
    return isinstance(a, Raised) and isinstance(b, Raised)


def sensible(value: Any) -> bool:
    """What a reference may give: something, and nothing that is nan."""
    if isinstance(value, tuple | list):
        return all(sensible(v) for v in value)
    array = as_array(value)
    return value is not None and (
        array is None or array.dtype.kind not in "fc" or not bool(np.isnan(array).any())
    )
