"""One file of several: which version of a student's work on an assignment is graded.

In this order, each only where the ones before leave it open:

1. a file in the student's own folder, before one in another platform's download beside it;
2. written work, before a file that defines none of the functions or is as it was handed out;
3. of a quiz's answers, the last attempt;
4. the file that has just the assignment's name (a version's mark apart), before one whose name
   only contains it, before one that only lies in its folder, before one that lies in another
   assignment's;
5. the later submission, where the platform says when (nbgrader, Gradescope);
6. the later time of saving, in steps of two seconds, where it means something and comes from one
   clock: not in the downloads of Moodle, Canvas and Gradescope, whose files carry the moment of
   packing;
7. the higher version: `-2` over `-1` over none, `final` over all, a copy below its original; of
   Canvas's equals the later upload;
8. `.py` before `.ipynb`, as `targets` has it for a student's own folder; then the path.
"""

from __future__ import annotations

import calendar
import datetime
import functools
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from grader.course.percent import cells
from grader.intake.answer_files import AnswersFile
from grader.intake.file_reading import SUFFIXES, FileReader, contents
from grader.intake.gathered import Refused
from grader.intake.layout import Claim, stem_of
from grader.intake.name_parts import named, squeezed
from grader.intake.not_graded import WHY
from grader.intake.platform_paths import Who
from grader.language.text import Text
from grader.model.assignment import Assignment, Course
from grader.model.submission import CodeCell

EXACT, WITHIN, BESIDE, MISPLACED = 2, 1, 0, -1
_PLATFORMS = frozenset({"moodle", "canvas", "gradescope"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim with its assignment, how well its name fits, its version.

    The fit is EXACT or WITHIN; BESIDE where only a folder or the content tells; MISPLACED where
    it lies in another assignment's folder, as a copy of earlier work does that is imported there.
    """

    claim: Claim
    assignment: str
    fit: int
    version: int
    submitted: str | None = None
    answers: AnswersFile | None = None
    owners: tuple[Who, ...] | None = None
    """Whose it is, where that is not everybody who handed it in."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The file that is graded, the others, and why it is this one (empty when there is one)."""

    chosen: Candidate
    others: tuple[Candidate, ...] = ()
    why: Text | None = None


def fit(claim: Claim, names: Sequence[str], own: Sequence[str]) -> tuple[str | None, int, int]:
    """Assignment, fit and version as the file's name says; `own` are the student's id and name,
    which may stand beside the assignment's."""
    stem = stem_of(claim.file)
    hit = named(stem, names) if len(stem) <= 255 else None
    if hit is None:
        return None, BESIDE, 0
    rest = squeezed(hit.rest)
    mine = {squeezed(text) for text in own} | {squeezed("".join(own))}
    exact = not rest or rest in mine or claim.scheme == "flat"
    return hit.assignment, EXACT if exact else WITHIN, hit.version


class Chooser:
    """Chooses among candidates, reading them again only where there are several."""

    def __init__(self, course: Course, reader: FileReader) -> None:
        self._course = course
        self._reader = reader
        self._given: dict[str, frozenset[str]] = {}

    def choose(self, rivals: Sequence[Candidate]) -> Choice:
        """The best of one student's candidates for one assignment (at least one)."""
        if len(rivals) == 1:
            return Choice(rivals[0])
        clocks = {_clock(r) for r in rivals}
        timed = len(clocks) == 1 and None not in clocks
        ranked = sorted(
            ((self._rank(r, timed), r) for r in rivals),
            key=lambda pair: (tuple(-x for x in pair[0][:-1]), _path(pair[1])),
        )
        (best, chosen), (second, _) = ranked[0], ranked[1]
        return Choice(chosen, tuple(r for _, r in ranked[1:]), _why(best, second, chosen))

    def worked(self, rival: Candidate) -> bool:
        """Is it written work, and neither unwritten nor as it was handed out?"""
        return self._look(rival)[0] == 2

    def _rank(self, rival: Candidate, timed: bool) -> tuple[int, ...]:
        claim = rival.claim
        worked, digest = self._look(rival)
        return (
            int(claim.scheme not in _PLATFORMS),
            worked,
            rival.answers.attempt if rival.answers else 0,
            rival.fit,
            _moment(rival.submitted),
            (claim.entry.time or 0) // 2 if timed else 0,
            rival.version,
            claim.mark.order if claim.mark else 0,
            -SUFFIXES.index(_suffix(claim.file)),
            digest,
        )

    def _look(self, rival: Candidate) -> tuple[int, int]:
        """2 for written work, 1 for the file as handed out, 0 for neither; and what it holds."""
        try:
            data = self._reader.bytes_of(rival.claim.entry.where)
            work, _ = contents(data, rival.claim.file)
        except Refused:
            return 0, 0
        digest = int.from_bytes(hashlib.sha256(data).digest()[:8], "big")
        if rival.answers is not None:
            return 2 if rival.answers.filled else 1, digest
        if _normal(work) in self._handed_out(rival.assignment):
            return 1, digest
        assignment = self._course.assignment(rival.assignment)
        return 2 if assignment and defined(assignment, work) else 0, digest

    def _handed_out(self, assignment: str) -> frozenset[str]:
        """What students were given, as `_normal` has it."""
        if assignment in self._given:
            return self._given[assignment]
        folder = self._course.root / "assignments" / assignment
        if self._course.released:
            folder = self._course.load(assignment).folder
        given: set[str] = set()
        for suffix in SUFFIXES:
            path = folder / f"{assignment}{suffix}"
            try:
                found, _ = contents(path.read_bytes(), path.name)
            except (OSError, Refused):
                continue
            given.add(_normal(found))
            if suffix == SUFFIXES[0]:
                code = (c.text for c in cells(found[0].source) if c.kind == "code")
                given.add(_normal([CodeCell("", text) for text in code]))
        self._given[assignment] = frozenset(given)
        return self._given[assignment]


def defined(assignment: Assignment, cells: Sequence[CodeCell]) -> int:
    """How many of the assignment's functions the text defines at its outermost level."""
    pattern = _definitions(tuple(f.name for f in assignment.functions))
    return len({name for cell in cells for name in pattern.findall(cell.source)})


@functools.lru_cache(maxsize=256)
def _definitions(functions: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(map(re.escape, functions)) or "(?!)"
    return re.compile(rf"^(?:def\s+)?({names})\s*[(=]", re.MULTILINE)


def _normal(cells: Sequence[CodeCell]) -> str:
    """A digest of the text without blank lines and blanks at the ends of lines."""
    lines = (line.rstrip() for cell in cells for line in cell.source.split("\n"))
    return hashlib.sha256("\n".join(filter(None, lines)).encode("utf-8", "replace")).hexdigest()


def _suffix(file: str) -> str:
    return SUFFIXES[1] if file.lower().endswith(SUFFIXES[1]) else SUFFIXES[0]


def _path(rival: Candidate) -> tuple[object, ...]:
    return (len(rival.claim.entry.parts), rival.claim.entry.parts, rival.claim.entry.where.parts)


def _clock(rival: Candidate) -> str | None:
    """Whose clock a file's time is by; None where it says nothing about the student's work."""
    entry, claim = rival.claim.entry, rival.claim
    if entry.time is None:
        return None
    if claim.scheme in _PLATFORMS:
        own = (*claim.area[-1:], *entry.parts[len(claim.area) : -1])
        if claim.file != entry.file or not any(part.lower().endswith(".zip") for part in own):
            return None
    return entry.clock


_TIME = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?\d*\s*"
    r"(?:([+-])(\d\d):?(\d\d))?"
)


def after(submitted: str | None, due: datetime.datetime | None) -> bool:
    """Is a time of submission, where there is one, later than `due`?"""
    return due is not None and _moment(submitted) > round(due.timestamp() * 10**6)


def _moment(submitted: str | None) -> int:
    """A time of submission in microseconds since 1970, UTC unless it says else; 0 without one."""
    match = _TIME.match(submitted or "")
    if match is None:
        return 0
    try:
        seconds = calendar.timegm(tuple(int(x) for x in match.groups()[:6]))
    except (ValueError, OverflowError):
        return 0
    if match[8]:
        offset = int(match[9]) * 3600 + int(match[10]) * 60
        seconds += -offset if match[8] == "+" else offset
    return seconds * 10**6 + int((match[7] or "").ljust(6, "0"))


_STEPS = (
    *("own-place", "worked", "attempt", "named", "submitted"),
    *("newest", "version", "version", "suffix"),
)


def _why(best: tuple[int, ...], second: tuple[int, ...], chosen: Candidate) -> Text:
    if best[-1] == second[-1] and best[-1]:
        return WHY["same"]
    for step, one, other in zip(_STEPS, best, second, strict=False):
        if one != other:
            if step == "suffix" and _suffix(chosen.claim.file) != SUFFIXES[0]:
                break
            return WHY[step]
    return WHY["order"]
