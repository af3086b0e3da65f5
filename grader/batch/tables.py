"""The tables of a run: grades.csv, results.csv, not-graded.csv, changes.csv, times.csv.

UTF-8 with BOM and CRLF line ends (RFC 4180), so that spreadsheets take them as they are.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grader.batch.journal import JournalLine, Who
from grader.language.text import Text
from grader.model.report import Status
from grader.render.views import number

if TYPE_CHECKING:
    from grader.intake.gathered import Absent, NotGraded

FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
"""What makes a spreadsheet run a cell as a formula."""


@dataclass(frozen=True, slots=True)
class TableScore:
    """What the tables keep of a line. `score` is None where there is no grade to count."""

    student: str
    name: str
    assignment: str
    score: float | None
    max_score: float | None
    status: Status
    late: Text
    file: str
    tier: str
    key: str
    reasons: tuple[Text, ...]
    seconds: float


def score_of(line: JournalLine) -> TableScore:
    """A line's score. What needs review, or could not be read at all, has none: never a zero."""
    row = line.row
    counts = row.status is not Status.NEEDS_REVIEW and row.max_score > 0
    return TableScore(
        row.student,
        row.name,
        row.assignment,
        row.score if counts else None,
        row.max_score if counts else None,
        row.status,
        line.late,
        line.file,
        row.isolation,
        line.key,
        row.reasons,
        line.seconds,
    )


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one student's score on one assignment since the run before."""

    student: str
    assignment: str
    what: str
    before: float | None
    after: float | None
    before_status: str
    after_status: str


def grades(
    scores: Sequence[TableScore],
    absent: Sequence[Absent],
    unread: Sequence[Who],
    columns: Sequence[str],
) -> bytes:
    """One row a student. A total is left empty while something of the student's has no score;
    `unread` are those who handed in what nobody could read."""
    rows: dict[str, dict[str, TableScore]] = {}
    names: dict[str, str] = {}
    troubles: dict[str, dict[str, str]] = {}
    for score in scores:
        rows.setdefault(score.student, {})[score.assignment] = score
        names[score.student] = max(names.get(score.student, ""), score.name)
    for gap in absent:
        names[gap.student] = max(names.get(gap.student, ""), gap.name or "")
        troubles.setdefault(gap.student, {})[gap.assignment] = "absent"
    for student, assignment in unread:
        troubles.setdefault(student, {})[assignment] = "not-graded"
    table: list[list[object]] = [
        ["student", "name", *columns, "total", "max_total", "status", "late"]
    ]
    for student in sorted(rows.keys() | troubles.keys()):
        got, trouble = rows.get(student, {}), dict(troubles.get(student, {}))
        for name, score in got.items():
            if score.status is not Status.GRADED:
                trouble[name] = score.status.value
        whole = got and "not-graded" not in trouble.values()
        whole = whole and all(s.score is not None for s in got.values())
        table.append(
            [
                student,
                names.get(student, ""),
                *(_points(got[c].score) if c in got else "" for c in columns),
                _points(sum(s.score or 0.0 for s in got.values())) if whole else "",
                _points(sum(s.max_score or 0.0 for s in got.values())) if whole else "",
                "; ".join(f"{trouble[c]}: {c}" for c in columns if c in trouble) or "graded",
                " ".join(c for c in columns if c in got and got[c].late),
            ]
        )
    return _csv(table)


def results(scores: Iterable[TableScore], absent: Iterable[Absent], seed: int, lang: str) -> bytes:
    """One row a student and assignment, absent ones too."""
    head = ["student", "name", "assignment", "score", "max_score", "status", "late", "file"]
    rows: list[list[object]] = []
    for s in scores:
        why = " ".join(reason[lang] for reason in s.reasons)
        row = [s.student, s.name, s.assignment, _points(s.score), _points(s.max_score)]
        rows.append([*row, s.status.value, s.late[lang], s.file, s.tier, seed, s.key, why])
    for gap in absent:
        row = [gap.student, gap.name or "", gap.assignment, "", "", "absent", "", ""]
        rows.append([*row, "", "", "", " ".join(gap.instead)])
    rows.sort(key=lambda row: (str(row[0]), str(row[2])))
    return _csv([[*head, "isolation", "seed", "key", "reason"], *rows])


def not_graded(files: Iterable[NotGraded], warnings: Iterable[NotGraded], lang: str) -> bytes:
    """One row a file that was not graded, then those that were and should be looked at."""
    rows: list[list[object]] = [
        ["file", "student", "assignment", "kind", "files", "graded", "reason"]
    ]
    for told, graded in ((files, "no"), (warnings, "yes")):
        for n in told:
            who = [n.where, n.student or "", n.assignment or "", n.kind, n.count]
            rows.append([*who, graded, n.reason[lang]])
    return _csv(rows)


def changes(found: Iterable[Change]) -> bytes:
    """One row a score or status that differs from the run before."""
    rows: list[list[object]] = [
        ["student", "assignment", "change", "before", "after", "status_before", "status_after"]
    ]
    for c in found:
        row = [c.student, c.assignment, c.what, _points(c.before), _points(c.after)]
        rows.append([*row, c.before_status, c.after_status])
    return _csv(rows)


def times(scores: Iterable[TableScore]) -> bytes:
    """Seconds that each grading took."""
    rows: list[list[object]] = [["student", "assignment", "seconds"]]
    rows += [[s.student, s.assignment, f"{s.seconds:.4f}"] for s in scores]
    return _csv(rows)


def _points(value: float | None) -> int | float | str:
    return "" if value is None else number(value)


def _csv(rows: Iterable[Sequence[object]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in rows:
        writer.writerow([_guarded(value) for value in row])
    return out.getvalue().encode("utf-8-sig", "replace")


def _guarded(value: object) -> object:
    """Text that a spreadsheet would run as a formula, defused by a leading apostrophe."""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA_STARTS) else value
    return value
