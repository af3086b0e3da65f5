"""Judging by behaviour: values a check looks at itself, where many answers are right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NoReturn

import numpy as np
from numpy.typing import NDArray

from grader.authoring import Case
from grader.check.asking import Asking
from grader.check.casebook import CheckFault
from grader.compare import show
from grader.compare.agreement import as_array, is_scalar
from grader.diagnosis.runs import Run
from grader.language.text import Authored, Text, authored, tr
from grader.model.outcome import Opaque, Raised, Returned
from grader.model.report import Diagnosis, Shown, Verdict


class Behaviour:
    """Values as trusted data, and the end of a check by its own judgement."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def call(self, function: str, *args: Any, **kwargs: Any) -> Any:
        """The value the student's function returns, as trusted data."""
        return self.calls(function, [Case(args, kwargs)])[0]

    def calls(self, function: str, cases: Sequence[Case]) -> list[Any]:
        """The values of several calls, in one round trip."""
        values = []
        for case, outcome in zip(cases, self._asking.ask(function, cases), strict=True):
            self._asking.end_unless_answered(function, Run(case, outcome, outcome))
            if isinstance(outcome, Raised):
                self._asking.end_raised(function, outcome, case, ())
            assert isinstance(outcome, Returned)
            values.append(outcome.value)
        return values

    def array(
        self, value: Any, shape: tuple[int | None, ...] | None = None, name: str = ""
    ) -> NDArray[np.float64]:
        """`value` as a float array of this shape (None: any size), finite; else the check ends."""
        array = None if isinstance(value, Opaque) or value is None else as_array(value)
        what = Text(f"`{name}`") if name else None
        if array is None or array.dtype.kind not in "biuf":
            got = "None" if value is None else getattr(value, "type_name", type(value).__name__)
            self.fail(
                tr("{what} should be an array; got {got}.", what=what or tr("The result"), got=got)
            )
        if shape is not None and not (
            array.ndim == len(shape)
            and all(want in (None, have) for want, have in zip(shape, array.shape, strict=True))
        ):
            due = "(" + ", ".join("…" if n is None else str(n) for n in shape)
            due += ",)" if len(shape) == 1 else ")"
            self.fail(
                tr(
                    "{what} should have shape {due}; got {shape}.",
                    what=what or tr("The result"),
                    due=due,
                    shape=array.shape,
                )
            )
        out = array.astype(np.float64)
        if not bool(np.all(np.isfinite(out))):
            self.fail(tr("There is a nan or inf in {what}.", what=what or tr("the result")))
        return out

    def scalar(self, value: Any, name: str = "") -> float:
        """`value` as a finite float; else the check ends."""
        if isinstance(value, Opaque) or not is_scalar(value) or isinstance(value, complex):
            got = show.value(value)
            self.fail(
                tr(
                    "{what} should be a single number; got {got}.",
                    what=Text(f"`{name}`") if name else tr("`the result`"),
                    got=got,
                )
            )
        return float(self.array(value, (), name))

    def items(self, value: Any, n: int, names: Sequence[str] = ()) -> list[Any]:
        """`value` as a tuple or list of `n` things; else the check ends."""
        if not isinstance(value, tuple | list) or len(value) != n:
            listed = f" ({', '.join(names)})" if names else ""
            got = show.value(value)
            if isinstance(value, tuple | list):
                got = f"{len(value)}"
            self.fail(
                tr("{n} values{listed} should be returned; got {got}.", n=n, listed=listed, got=got)
            )
        return list(value)

    def require(self, condition: bool, said: Authored = None, **shown: Any) -> None:
        """End the check as wrong unless `condition`. What is said then: see `fail`."""
        if not condition:
            self.fail(said, **shown)

    def fail(
        self,
        said: Authored = None,
        *,
        zh: str | None = None,
        en: str | None = None,
        case: Case | None = None,
        function: str = "",
        given: Any = None,
        expected: Any = None,
        mistake: str | None = None,
    ) -> NoReturn:
        """End the check as wrong, naming `mistake` from the catalogue where one is known.

        What is said is `zh` and `en`, or `said`: a text by language tag, or one alone.
        """
        named: tuple[Diagnosis, ...] = ()
        if mistake is not None:
            known = self._asking.bench.oracle.by_id(mistake)
            if known is None:
                raise CheckFault(f"{self._asking.check} names {mistake!r}, not in the catalogue")
            named = (Diagnosis(known.id, known.text),)
        shown = None
        if case is not None or given is not None:
            name = function or self._asking.check.split(".", 1)[0]
            shown = Shown(
                show.call(name, case.args, case.kwargs) if case else "",
                "" if expected is None else _plain(expected),
                "" if given is None else _plain(given),
            )
        self._asking.end(Verdict.WRONG, authored(said, zh, en), named, shown)


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else show.value(value)
