"""Filling a sheet in: only what is ours, only where it is sure whose it is, and everything told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from grader.bridges.gradebook.feedback_column import comment, merged
from grader.bridges.gradebook.headings import SheetLayout, feedback_for
from grader.bridges.gradebook.scores import Results, StudentResult
from grader.bridges.gradebook.sheet import GradeSheet, SheetRecord, decimal_comma, number_of
from grader.bridges.gradebook.sheet_people import GradedStudent, Match, shown
from grader.language.text import NO_TEXT, Text, tr
from grader.model.report import Status

_EMPTY = ("", "-")
_CLOSE = 0.005

NOT_THERE = tr("not in the sheet")
SEVERAL = tr("more than one may be meant")
NO_SCORE = tr("no score (needs review, or unreadable)")
LOCKED = tr("the sheet says that it cannot be changed")
NO_MAXIMUM = tr("the sheet's maximum cannot be read; left as it is (--max says it)")
NOT_A_NUMBER = tr("what is there is no number; left as it is")


@dataclass(frozen=True, slots=True)
class Said:
    """One thing to tell: about whom, in which assignment, what, and why."""

    who: str
    assignment: str
    what: str = ""
    why: Text = NO_TEXT


@dataclass(slots=True)
class FillSummary:
    """What became of every result and every record."""

    filled: int = 0
    same: int = 0
    comments: int = 0
    replaced: list[Said] = field(default_factory=list)
    kept: list[Said] = field(default_factory=list)
    left: list[Said] = field(default_factory=list)
    unplaced: list[Said] = field(default_factory=list)
    by_name: list[Said] = field(default_factory=list)
    without: list[str] = field(default_factory=list)
    scales: list[Said] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Options:
    """`keep`: a grade that is there stays. `feedback`: our comments too. `most`: the maximum of
    columns for which the sheet names none."""

    lang: str
    keep: bool = False
    feedback: bool = False
    most: float | None = None


def fill(
    sheet: GradeSheet,
    layout: SheetLayout,
    results: Results,
    columns: Mapping[str, int],
    students: Sequence[GradedStudent],
    matches: Mapping[str, Match],
    options: Options,
) -> FillSummary:
    """Put the results into the sheet's cells.

    A missing score leaves the cell as it is, and is never a zero. What is there and is no number
    (excused, not assigned) stays. A score is scaled from its own maximum to the column's.
    """
    told = FillSummary()
    filler = _Filler(sheet, layout, options, told)
    names = {s.id: f"{s.id} {s.name}".strip() if s.name != s.id else s.id for s in students}
    reached: set[int] = set()
    for assignment, column in columns.items():
        for student, result in sorted(results.found[assignment].items()):
            match = matches[student]
            if match.how in ("none", "several"):
                why = NOT_THERE if match.how == "none" else SEVERAL
                lines = [shown(line, layout) for line in match.lines[:4]]
                what = " | ".join([_score(result), *lines])
                told.unplaced.append(Said(names[student], assignment, what, why))
                continue
            line = match.lines[0]
            reached.add(id(line))
            if match.how == "name":
                told.by_name.append(Said(names[student], assignment, shown(line, layout)))
            filler.put(line, column, names[student], assignment, result)
    told.without = [
        shown(line, layout) for line in layout.students(sheet) if id(line) not in reached
    ]
    return told


class _Filler:
    def __init__(
        self, sheet: GradeSheet, layout: SheetLayout, options: Options, told: FillSummary
    ) -> None:
        self._sheet, self._layout, self._options, self._told = sheet, layout, options, told
        places = [c for c in (layout.grade, layout.maximum) if c is not None]
        places += [i for i, _ in layout.items]
        cells = [line.value(c) for line in sheet.lines[layout.header + 1 :] for c in places]
        self._comma = decimal_comma(cells)
        self._scaled: set[tuple[str, float, float]] = set()

    def put(
        self, line: SheetRecord, column: int, who: str, assignment: str, result: StudentResult
    ) -> None:
        score, most = result.score.score, result.score.max_score
        before = line.value(column).strip()
        if score is None or not most:
            self._told.left.append(Said(who, assignment, before, NO_SCORE))
            return
        expected = self._expected(line, column, most)
        if expected is None:
            cell = self._layout.most(self._sheet, line, column)
            self._told.left.append(Said(who, assignment, cell, NO_MAXIMUM))
            return
        if (assignment, most, expected) not in self._scaled:
            self._scaled.add((assignment, most, expected))
            self._told.scales.append(Said("", assignment, f"{_plain(most)} → {_plain(expected)}"))
        value = round(score * expected / most, 2)
        old = number_of(before, comma=self._comma)
        if before not in _EMPTY and old is None:
            self._told.left.append(Said(who, assignment, before, NOT_A_NUMBER))
            return
        same = old is not None and abs(old - value) < _CLOSE
        if self._layout.locked(line) and not same:
            self._told.left.append(Said(who, assignment, before, LOCKED))
            return
        text = self._written(value)
        if same:
            self._told.same += 1
        elif old is None:
            self._sheet.put(line, column, text)
            self._told.filled += 1
        elif self._options.keep:
            self._told.kept.append(Said(who, assignment, f"{before} ({text})"))
        else:
            self._sheet.put(line, column, text)
            self._told.replaced.append(Said(who, assignment, f"{before} → {text}"))
        if self._options.feedback and not self._layout.locked(line):
            self._comment(line, column, result)

    def _comment(self, line: SheetRecord, column: int, result: StudentResult) -> None:
        place = feedback_for(self._layout, self._sheet, column)
        if place is None or result.row.status is Status.NEEDS_REVIEW:
            return
        before = line.value(place)
        after = merged(before, comment(result, self._options.lang))
        # What this encoding cannot say is spelled with '?': the same again is no change.
        after = after.encode(self._sheet.encoding, "replace").decode(self._sheet.encoding)
        if after != before:
            self._sheet.put(line, place, after)
            self._told.comments += 1

    def _expected(self, line: SheetRecord, column: int, most: float) -> float | None:
        """The maximum that a score is scaled to; None where the sheet says one, and not which."""
        said = self._layout.most(self._sheet, line, column).strip()
        expected = number_of(said, comma=self._comma)
        if expected is None and said not in _EMPTY and self._options.most is None:
            return None
        return expected or self._options.most or most

    def _written(self, value: float) -> str:
        return _plain(value).replace(".", ",") if self._comma else _plain(value)


def _score(result: StudentResult) -> str:
    score, most = result.score.score, result.score.max_score
    return "–" if score is None or most is None else f"{_plain(score)} / {_plain(most)}"


def _plain(value: float) -> str:
    return f"{round(value, 2):.2f}".rstrip("0").rstrip(".")
