"""From paths to people: which part of each path is whose, whatever the class's folder looks like.

A level of the tree is read as a whole. What carries a platform's mark (`platform_paths`) is
clear. Of the rest, a folder or zip is a student's unless something says that it only wraps others:
it is the only one there and holds several, it bears an assignment's name or a word such as
'submitted', or it is itself a download from a platform. A folder that the roster knows is always
a student's, and below a student's folder nothing is read as a mark: that is the student's doing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from grader.intake.answer_files import named_answers, stem_of_answers
from grader.intake.file_reading import SUFFIXES
from grader.intake.gradescope_metadata import Submitted
from grader.intake.name_parts import Named, named, split_version, tidy
from grader.intake.platform_paths import PathMark, Who, canvas, inbound, moodle
from grader.intake.scan import Entry, is_zip, other_archive

_WRAPPER = re.compile(
    r"^(?:submitted|submissions?|inbound|uploads?|students?|class|hand(?:ed)?[-_ ]?ins?|"
    r"繳交.*|學生|"
    r"(?:hw|homework|lab|week|assignment|作業|習題)[-_ ]?\d{0,3}|assignment_\d+_export)$",
    re.IGNORECASE,
)
_FILLER = re.compile(r"^(?:hw|homework|lab|week|assignment|作業|習題|dl)?[-_ ]?\d{0,3}$", re.I)
_LONGEST = 255
_MOST_WRAPS = 12


@dataclass(frozen=True, slots=True)
class Claim:
    """One file with what its path says: `who` (several in a group, none where unknown), the
    file's own name, the folders that may name the assignment (innermost last), and the place
    (`area`) it came from: files of one area are one student's own."""

    entry: Entry
    who: tuple[Who, ...]
    file: str
    folders: tuple[str, ...] = ()
    area: tuple[str, ...] = ()
    scheme: str = "plain"
    mark: PathMark | None = None

    @property
    def candidate(self) -> bool:
        return self.entry.problem is None and self.file.lower().endswith(SUFFIXES)

    @property
    def answers(self) -> bool:
        """May it be an answers file? A file that is only called `.json` has to be looked into."""
        return self.entry.problem is None and self.file.lower().endswith(".json")


def stem_of(name: str) -> str:
    """A file's name without `.py`, `.ipynb`, `.zip` or `.answers.json`; a folder's as it is."""
    return re.sub(r"\.(?:py|ipynb|zip)$", "", stem_of_answers(name), flags=re.IGNORECASE)


def _bears(entry: Entry) -> bool:
    named_so = entry.file.lower().endswith(SUFFIXES) or named_answers(entry.file)
    return entry.problem is None and named_so


class TreeLayout:
    """Reads a tree. `known(text)` is whether the roster has exactly one such student;
    `metadata(prefix)` what Gradescope's metadata in that folder says, or None. `beside` are the
    downloads found among students' folders, where a student might have planted one."""

    def __init__(
        self,
        names: Sequence[str],
        known: Callable[[str], bool],
        metadata: Callable[[tuple[str, ...]], dict[str, Submitted] | None],
    ) -> None:
        self._names = tuple(names)
        self._known = known
        self._metadata = metadata
        self.beside: list[tuple[str, ...]] = []

    def claims(self, entries: Sequence[Entry], root: str) -> list[Claim]:
        """One claim for each entry. `root` is the name of what was given: the student's where
        nothing below says who, as with one student's own folder."""
        claims = self._level(list(entries), 0, ())
        if any(c.who for c in claims if c.candidate):
            return claims
        student = (Who(tidy(stem_of(root))),)
        return [replace(c, who=student) if not c.who and not c.mark else c for c in claims]

    def own(self, entries: Sequence[Entry], who: Who) -> list[Claim]:
        """One claim for each entry of one student's own folder: no name in it is read as a mark."""
        return [Claim(e, (who,), e.file, e.parts[:-1], (), "folder") for e in entries]

    # ------------------------------------------------------------------------- one level

    def _level(self, entries: list[Entry], at: int, folders: tuple[str, ...]) -> list[Claim]:
        prefix = entries[0].parts[:at] if entries else ()
        groups: dict[str, list[Entry]] = {}
        for entry in entries:
            groups.setdefault(entry.parts[at], []).append(entry)
        marks = self._marks(list(groups), prefix)
        bearing = {p for p, g in groups.items() if any(map(_bears, g))}
        claims: list[Claim] = []
        plain = {p for p in bearing if p not in marks and not self._download(groups[p], at + 1)}
        for part, group in groups.items():
            files = [e for e in group if len(e.parts) == at + 1]
            below = [e for e in group if len(e.parts) > at + 1]
            mark = marks.get(part)
            claims += [self._file(e, mark, folders) for e in files]
            if not below:
                continue
            if mark is not None:
                claims += [self._marked(e, mark, at) for e in below]
            elif self._wraps(part, below, at + 1, plain):
                claims += self._level(below, at + 1, (*folders, part))
            else:
                claims += self._student(part, below, at, folders)
        return claims

    def _marks(
        self, parts: Sequence[str], prefix: tuple[str, ...]
    ) -> dict[str, tuple[PathMark, ...]]:
        """The platforms' marks among the names at one level."""
        found: dict[str, tuple[PathMark, ...]] = {}
        scope = self._metadata(prefix)
        drops: dict[str, PathMark] = {}
        for part in parts:
            if len(part) > _LONGEST:
                continue
            if scope is not None and (part in scope or re.fullmatch(r"submission_\d+", part)):
                found[part] = _gradescope(part, scope.get(part))
            elif mark := moodle(part) or inbound(part):
                found[part] = (mark,)
            elif mark := canvas(part):
                drops[part] = mark
        users = {mark.who.number or mark.who.raw for mark in drops.values()}
        for part, mark in drops.items():
            # Two small numbers in one name are no proof: `hw_1_2_notes.py`.
            long = len(mark.who.number or "") >= 2 and mark.order >= 100
            if len(users) > 1 or long or mark.typed or mark.who.number is None:
                found[part] = (mark,)
        return found

    def _marked(self, entry: Entry, marks: tuple[PathMark, ...], at: int) -> Claim:
        mark = marks[0]
        inner = entry.parts[at + 1 : -1]
        hints = [mark.assignment] if mark.assignment else []
        own = [stem_of(mark.file)] if mark.file else []
        outer = list(entry.parts[:at])
        return Claim(
            entry,
            tuple(m.who for m in marks),
            entry.file,
            (*outer, *hints, *own, *inner),
            entry.parts[: at + 1],
            mark.scheme,
            mark,
        )

    def _file(
        self, entry: Entry, marks: tuple[PathMark, ...] | None, folders: tuple[str, ...]
    ) -> Claim:
        """A file that lies on a level of its own, among many students'."""
        if marks is not None and (marks[0].file or marks[0].typed):
            mark = marks[0]
            file = mark.file or entry.file
            return Claim(entry, (mark.who,), file, folders, entry.parts[:-1], mark.scheme, mark)
        archive = is_zip(entry.file) or other_archive(entry.file) is not None
        if not _bears(entry) and not archive:
            known = self._known(stem_of(entry.file))
            owner: tuple[Who, ...] = (Who(tidy(stem_of(entry.file))),) if known else ()
            return Claim(entry, owner, entry.file, folders, entry.parts[:-1])
        who = self._named(stem_of(entry.file))
        return Claim(entry, who, entry.file, folders, entry.parts[:-1], "flat")

    def _student(
        self, part: str, below: list[Entry], at: int, folders: tuple[str, ...]
    ) -> list[Claim]:
        """Everything in one student's own folder or zip."""
        stem = stem_of(part) if is_zip(part) else part
        hit = self._hit(stem)
        who = self._named(stem) if hit and hit.rest else (Who(tidy(stem)),)
        outer = (*folders, hit.assignment) if hit and hit.rest else folders
        return [
            Claim(e, who, e.file, (*outer, *e.parts[at + 1 : -1]), e.parts[: at + 1], "folder")
            for e in below
        ]

    def _hit(self, stem: str) -> Named | None:
        return None if len(stem) > _LONGEST or self._known(stem) else named(stem, self._names)

    def _named(self, stem: str) -> tuple[Who, ...]:
        """The student whom a name tells, beside the assignment's: `學號_hw`, `hw-學號`, `學號`."""
        if len(stem) > _LONGEST or self._known(stem):
            return (Who(tidy(stem)),)
        hit = named(stem, self._names)
        if hit is None:
            bare = split_version(stem, loose=False)[0]
            return (Who(tidy(bare)),)
        beside = [p for p in (hit.before, hit.after) if p and not _FILLER.match(p)]
        for text in beside:
            if self._known(text):
                return (Who(tidy(text)),)
        return (Who(tidy("_".join(beside))),) if beside else ()

    # ------------------------------------------------------------------- what only wraps

    def _wraps(self, part: str, below: list[Entry], at: int, plain: set[str]) -> bool:
        if at > _MOST_WRAPS or len(part) > _LONGEST or self._known(stem_of(part)):
            return False
        hit = named(stem_of(part), self._names)
        if _WRAPPER.match(stem_of(part)) or (hit is not None and not hit.rest):
            return True
        children = _children(below, at)
        if not children:
            return False
        if students := self._download(below, at):
            # A platform's download beside other folders: of several students, or else it is one
            # student's own folder that pretends.
            if plain and len(students) > 1:
                self.beside.append(below[0].parts[:at])
            return not plain or len(students) > 1
        # Among students whom the roster knows, a folder that it does not know is a stranger's.
        if any(self._known(stem_of(child)) for child in children):
            return not any(self._known(stem_of(sibling)) for sibling in plain)
        return plain <= {part} and self._several(children, at)

    def _download(self, entries: list[Entry], at: int) -> set[str]:
        """The students of a folder in which everything bears a platform's mark; else nobody."""
        below = [e for e in entries if len(e.parts) > at]
        children = _children(below, at)
        marks = self._marks(list(children), below[0].parts[:at]) if children else {}
        if not children or len(marks) < len(children):
            return set()
        return {m.who.number or m.who.raw for found in marks.values() for m in found}

    def _several(self, children: dict[str, list[Entry]], at: int) -> bool:
        """Do these look like several students' folders or files, rather than one student's?"""
        folders = [c for c, group in children.items() if any(len(e.parts) > at + 1 for e in group)]
        hits = [named(stem_of(c), self._names) for c in folders if len(c) <= _LONGEST]
        if sum(1 for hit in hits if hit is None or hit.rest) > 1:
            return True
        if any(_WRAPPER.match(stem_of(c)) for c in folders):
            return True
        if len(folders) == len(children) == 1:
            return self._several(_children(children[folders[0]], at + 1), at + 1)
        students: set[str] = set()
        for child in children.keys() - set(folders):
            who = self._named(stem_of(child))
            if not who:
                return False
            students.add(who[0].raw)
        return len(students) > 1


def _children(entries: list[Entry], at: int) -> dict[str, list[Entry]]:
    """The entries that may be graded, by the name they have at one level."""
    children: dict[str, list[Entry]] = {}
    for entry in filter(_bears, entries):
        if len(entry.parts) > at:
            children.setdefault(entry.parts[at], []).append(entry)
    return children


def _gradescope(part: str, submitted: Submitted | None) -> tuple[PathMark, ...]:
    if submitted is None or not submitted.submitters:
        return (PathMark("gradescope", Who(tidy(part), number=part)),)
    marks = []
    for person in submitted.submitters:
        name = tidy(person.name) if person.name else None
        sid = tidy(person.sid) if person.sid else None
        email = tidy(person.email) if person.email else None
        raw = sid or email or name or tidy(part)
        who = Who(raw, name, email, None, sid)
        marks.append(PathMark("gradescope", who, submitted=submitted.created_at))
    return tuple(marks)
