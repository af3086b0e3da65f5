"""`RecordedOracle`: the answers of a release, by what a case's arguments are."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import Any, NoReturn

from grader.answers import codec, stand_ins
from grader.answers.callbacks import Unplaced
from grader.answers.live import NotRecorded
from grader.answers.pack import NAME, Recording
from grader.answers.table import AnswerTable
from grader.authoring import Case, Generator
from grader.language.text import unpacked
from grader.model.assignment import Assignment, Misconception
from grader.model.outcome import Outcome

CASES = "cases"
MORE = "more"
MISTAKES = "mistakes"
Place = tuple[str, str, str, int]
"""Where cases are posed: check, function, generator, round."""


class RecordedOracle:
    """The `Oracle` of `live`, filled from a recording. Only what is asked for is read.

    Raises:
        CourseError: the recording cannot be read.
    """

    def __init__(self, assignment: Assignment) -> None:
        self._recording = Recording(assignment.folder / NAME)
        data, self._blob = self._recording.section(CASES)
        try:
            self._parameters: dict[str, list[str]] = data["parameters"]
            self._placed: list[list[Any]] = data["callbacks"]
            self._posed = {(c, f, g, r): pairs for c, f, g, r, pairs in data["posed"]}
            self._generators = {at[2] for at in self._posed}
        except (LookupError, TypeError, ValueError) as error:
            raise self._recording.damaged(error) from error
        self._digests: dict[str, bytes] = {}
        self._answers: dict[str, AnswerTable] = {}
        self._inputs: SimpleNamespace | None = None

    # ------------------------------------------------------------------ cases

    def posed(
        self, check: str, function: str, generator: Generator, round: int
    ) -> list[tuple[Case, Outcome]] | None:
        name = getattr(generator, "__qualname__", "")
        if name not in self._generators:
            return None
        at = (check, function, name, round)
        names = getattr(generator, "__globals__", {})
        if at in self._posed:
            return self._pairs(self._posed[at], self._blob, self._placed, names)
        if round and at in self._more[0]:
            return self._pairs(self._more[0][at], *self._more[1:], names)
        raise NotRecorded(f"round {round} of {check}")

    @functools.cached_property
    def _more(self) -> tuple[dict[Place, Any], bytes, list[list[Any]]]:
        """The rounds after the first."""
        data, blob = self._recording.section(MORE)
        return {(c, f, g, r): p for c, f, g, r, p in data["posed"]}, blob, data["callbacks"]

    def _pairs(
        self, pairs: Any, blob: bytes, placed: list[list[Any]], names: Mapping[str, Any]
    ) -> list[tuple[Case, Outcome]]:
        reader = codec.AnswerReader(blob, placed, names)
        try:
            return [(reader.case(case), reader.outcome(expected)) for case, expected in pairs]
        except (LookupError, TypeError, ValueError) as error:
            raise self._recording.damaged(error) from error

    # ------------------------------------------------------------------ answers

    def expected(self, function: str, case: Case) -> Outcome:
        return self._of(function, function, case)

    def mistaken(self, mistake: Misconception, case: Case) -> Outcome:
        return self._of(mistake.function, mistake.id, case)

    def _of(self, function: str, name: str, case: Case) -> Outcome:
        key = self._digests.get(case.key)
        if key is None:
            try:
                key = codec.digest(case)
            except (TypeError, Unplaced):
                raise NotRecorded(f"{name} on this case") from None
            if case.key:
                self._digests[case.key] = key
        if function not in self._answers:
            section = f"{MORE}/{function}"
            if section not in self._recording:
                raise NotRecorded(f"any answer of {function}")
            try:
                self._answers[function] = AnswerTable(*self._recording.section(section))
            except (LookupError, TypeError, ValueError) as error:
                raise self._recording.damaged(error) from error
        return self._answers[function].get(name, key)

    # ------------------------------------------------------------------ names

    @functools.cached_property
    def _catalogue(self) -> dict[str, list[Misconception]]:
        data, _ = self._recording.section(MISTAKES)
        found: dict[str, list[Misconception]] = {}
        for id, function, text in data:
            mistake = Misconception(id, function, unpacked(text), _not_here)
            found.setdefault(function, []).append(mistake)
        return found

    def mistakes(self, function: str) -> Sequence[Misconception]:
        return self._catalogue.get(function, [])

    def by_id(self, id: str) -> Misconception | None:
        function = id.split(".", 1)[0]
        return next((m for m in self.mistakes(function) if m.id == id), None)

    def parameters(self, function: str) -> Sequence[str]:
        return self._parameters[function]

    def prepare(self) -> None:
        """All of it is read when it is asked for."""

    def inputs(self, names: Mapping[str, Any]) -> Any:
        if self._inputs is None:
            path = self._recording.path.with_name(stand_ins.NAME)
            try:
                self._inputs = stand_ins.decode(path.read_bytes(), names)
            except (OSError, LookupError, TypeError, ValueError) as error:
                raise self._recording.damaged(error) from error
        return self._inputs


def _not_here(*args: Any, **kwargs: Any) -> NoReturn:
    raise NotRecorded("the code of a mistake")
