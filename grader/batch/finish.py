"""What a run ends with: withdrawn work moved away, the tables, the class page, the store pruned."""

from __future__ import annotations

import contextlib
import json
import os
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from grader.batch import tables
from grader.batch.journal import Journal, JournalLine, Who
from grader.batch.run_record import Arguments, Record, now
from grader.batch.store import Store
from grader.batch.tables import Change, TableScore, score_of
from grader.files.atomic import PART, write_whole
from grader.language.text import Text
from grader.model.assignment import Course
from grader.model.report import Status

if TYPE_CHECKING:
    from grader.intake.gathered import Gathered

BEFORE = ".store/before.json"
NOT_ASKED = "not-asked"
SUFFIXES = (".json", ".html")
Standing = tuple[float | None, str]
"""A score, or None, and its status."""


class Finish:
    """Everything that is written once all reports lie there. Writing it twice changes nothing."""

    def __init__(
        self, folder: str, course: Course, arguments: Arguments, gathered: Gathered
    ) -> None:
        self._folder = folder
        self._course = course
        self._arguments = arguments
        self._gathered = gathered
        self.review: list[tuple[str, str, Text]] = []

    def write(self, journal: Journal, record: Record, counts: Counter[str]) -> list[Change] | None:
        """Write it all. Returns what changed since the run before, None where there was none.

        Raises:
            OSError: the folder cannot be written to.
        """
        from grader.render.summary import ClassSummary

        withdrawn = self._withdraw(journal)
        summary = ClassSummary(self._course.names)
        scores: list[TableScore] = []
        stems: set[str] = set()
        keys: set[str] = set()
        for line in journal.lines():
            summary.add(line.row)
            scores.append(score_of(line))
            stems.add(line.stem)
            keys.add(line.key)
            if line.row.status is Status.NEEDS_REVIEW:
                self.review.append((*line.who, _last(line.row.reasons)))
        counts["withdrawn"] = len(withdrawn)
        counts["not_graded"] = sum(n.count for n in self._gathered.not_graded)
        counts["absent"] = len(self._gathered.absent)
        self._sweep(stems)
        changes = self._changes(scores)
        self._tables(scores, changes or [])
        self._save("index.html", self._page(summary, record))
        Store(f"{self._folder}/.store/objects").prune(keys, len(keys))
        return changes

    # ------------------------------------------------------------------ withdrawn

    def _withdraw(self, journal: Journal) -> list[Who]:
        """Move away the reports of what is not handed in any more, within what was asked for."""
        present = {(f.student, f.assignment) for f in self._gathered.found}
        asked = self._arguments.assignments
        gone = [who for who in journal if who not in present and (not asked or who[1] in asked)]
        for who in gone:
            line = journal.get(who)
            if line is not None:
                self._move(line)
        journal.drop(gone)
        return gone

    def _move(self, line: JournalLine) -> None:
        target = f"{self._folder}/withdrawn/{line.stem.removeprefix('reports/')}"
        os.makedirs(os.path.dirname(target), exist_ok=True)
        for suffix in SUFFIXES:
            with contextlib.suppress(FileNotFoundError):
                os.replace(f"{self._folder}/{line.stem}{suffix}", f"{target}{suffix}")

    def _sweep(self, stems: set[str]) -> None:
        """Remove what lies below reports/ and is nobody's: the safe name changed, for one. What
        is handed in again is withdrawn no more."""
        top = f"{self._folder}/withdrawn"
        for stem in stems if os.path.isdir(top) else ():
            for suffix in SUFFIXES:
                with contextlib.suppress(FileNotFoundError):
                    os.unlink(f"{top}/{stem.removeprefix('reports/')}{suffix}")
        top = f"{self._folder}/reports"
        for folder in list(os.scandir(top)) if os.path.isdir(top) else ():
            if not folder.is_dir(follow_symlinks=False):
                continue
            left = 0
            for entry in list(os.scandir(folder.path)):
                stem, suffix = os.path.splitext(entry.name)
                ours = suffix in SUFFIXES and f"reports/{folder.name}/{stem}" not in stems
                # A process that was killed left it; the others have nothing to write any more.
                if ours or suffix == PART:
                    os.unlink(entry.path)
                else:
                    left += 1
            if not left:
                with contextlib.suppress(OSError):
                    os.rmdir(folder.path)

    # ------------------------------------------------------------------ changes

    def _changes(self, scores: list[TableScore]) -> list[Change] | None:
        before = _read_before(self._folder)
        if before is None:
            return None
        after: dict[Who, Standing] = {
            (s.student, s.assignment): (s.score, s.status.value) for s in scores
        }
        found = []
        for who in sorted(before.keys() | after.keys()):
            was, is_ = before.get(who), after.get(who)
            if was == is_:
                continue
            what = "new" if was is None else "withdrawn" if is_ is None else "changed"
            was, is_ = was or (None, ""), is_ or (None, "")
            found.append(Change(*who, what, was[0], is_[0], was[1], is_[1]))
        return found

    # ------------------------------------------------------------------ tables

    def _tables(self, scores: list[TableScore], changes: list[Change]) -> None:
        lang, gathered = self._arguments.lang, self._gathered
        known = {(s.student, s.assignment) for s in scores}
        unread = [
            (n.student, n.assignment)
            for n in gathered.not_graded
            if n.student
            and n.assignment
            and n.kind != NOT_ASKED
            and (n.student, n.assignment) not in known
        ]
        present = {s.assignment for s in scores} | {a.assignment for a in gathered.absent}
        present |= {assignment for _, assignment in unread} | set(self._arguments.assignments)
        columns = [name for name in self._course.names if name in present]
        seed = self._arguments.seed
        self._save("grades.csv", tables.grades(scores, gathered.absent, unread, columns))
        self._save("results.csv", tables.results(scores, gathered.absent, seed, lang))
        told = tables.not_graded(gathered.not_graded, gathered.warnings, lang)
        self._save("not-graded.csv", told)
        self._save("changes.csv", tables.changes(changes))
        self._save("times.csv", tables.times(scores))

    def _page(self, summary: object, record: Record) -> bytes:
        from grader.render import class_page
        from grader.render.summary import AbsentRow, ClassSummary, Files, NotGradedRow, RunInfo

        assert isinstance(summary, ClassSummary)
        gathered = self._gathered
        page = class_page.render_class(
            summary,
            self._arguments.lang,
            title=self._course.title,
            not_graded=[
                NotGradedRow(n.where, n.reason, n.student or "") for n in gathered.not_graded
            ],
            absent=[AbsentRow(a.student, a.assignment, a.name or "") for a in gathered.absent],
            run=RunInfo(self._arguments.seed, record.versions, record.started, now()),
            files=Files("grades.csv", "results.csv", "not-graded.csv"),
        )
        return page.encode("utf-8", "replace")

    def _save(self, name: str, data: bytes) -> None:
        write_whole(f"{self._folder}/{name}", data)


def remember_before(folder: str, journal: Journal | None) -> None:
    """Keep the scores as they stand before a new run, for what it will say has changed.

    `journal` is None where no run came before. Raises OSError.
    """
    path = f"{folder}/{BEFORE}"
    if journal is None:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(path)
        return
    found = [
        [s.student, s.assignment, s.score, s.status.value] for s in map(score_of, journal.lines())
    ]
    write_whole(path, json.dumps(found, separators=(",", ":")).encode())


def _read_before(folder: str) -> Mapping[Who, Standing] | None:
    try:
        with open(f"{folder}/{BEFORE}", encoding="utf-8") as file:
            return {(s[0], s[1]): (s[2], s[3]) for s in json.load(file)}
    except (OSError, ValueError):
        return None


def _last(reasons: tuple[Text, ...]) -> Text:
    return reasons[-1] if reasons else Text("")
