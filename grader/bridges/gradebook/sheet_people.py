"""Which record of a sheet is whose: by id, account, address or an LMS's number; by name only where
one student and one record have it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from grader.bridges.gradebook.headings import SheetLayout
from grader.bridges.gradebook.sheet import GradeSheet, SheetRecord
from grader.intake.name_parts import folded, squeezed, tidy, tokens


@dataclass(frozen=True, slots=True)
class GradedStudent:
    """A student of the results, with all that is known of who that is. `participants` are Moodle's
    numbers in one assignment, `users` Canvas's."""

    id: str
    name: str = ""
    ids: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    users: tuple[str, ...] = ()


How = Literal["sure", "name", "none", "several"]


@dataclass(frozen=True, slots=True)
class Match:
    """The records a student may be: one where `how` is 'sure' or 'name'."""

    how: How
    lines: tuple[SheetRecord, ...] = ()


def matched(
    students: Sequence[GradedStudent], sheet: GradeSheet, layout: SheetLayout
) -> Mapping[str, Match]:
    """A match for each student's id. Nothing is guessed: two students who lead to one record, or
    one who leads to two, are 'several'."""
    index = _Index(layout.students(sheet), layout)
    found = {student.id: index.surely(student) for student in students}
    taken = {id(m.lines[0]) for m in found.values() if m.how == "sure"}
    for student in students:
        if found[student.id].how == "none":
            found[student.id] = index.by_name(student, taken)
    owners: dict[int, list[str]] = defaultdict(list)
    for name, match in found.items():
        if match.how in ("sure", "name"):
            owners[id(match.lines[0])].append(name)
    for rivals in owners.values():
        if len(rivals) > 1:
            for name in rivals:
                found[name] = Match("several", found[name].lines)
    return found


class _Index:
    def __init__(self, lines: Iterable[SheetRecord], layout: SheetLayout) -> None:
        self._ids: dict[str, list[SheetRecord]] = defaultdict(list)
        self._emails: dict[str, list[SheetRecord]] = defaultdict(list)
        self._boxes: dict[str, list[SheetRecord]] = defaultdict(list)
        self._numbers: dict[str, list[SheetRecord]] = defaultdict(list)
        self._names: dict[str, list[SheetRecord]] = defaultdict(list)
        self._worksheet = layout.kind == "worksheet"
        for line in lines:
            for column in layout.ids:
                # Canvas's own number is no student id: it must not meet one by chance.
                if column != layout.number:
                    _add(self._ids, folded(tidy(line.value(column))), line)
            for column in (*layout.emails, *layout.ids):
                address = folded(line.value(column).strip())
                if "@" in address:
                    _add(self._emails, address, line)
                    _add(self._boxes, address.partition("@")[0], line)
            if layout.number is not None:
                digits = re.search(r"(\d+)\s*$", line.value(layout.number))
                _add(self._numbers, digits[1] if digits else "", line)
            for name in _names(line, layout):
                for key in name_keys(name):
                    _add(self._names, key, line)

    def surely(self, student: GradedStudent) -> Match:
        ids = [folded(i) for i in (student.id, *student.ids)]
        hits = [self._ids.get(i, []) for i in ids]
        hits += [self._emails.get(i, []) for i in (*ids, *map(folded, student.emails))]
        numbers = student.participants if self._worksheet else student.users
        hits += [self._numbers.get(n, []) for n in numbers]
        match = _one(hits)
        if match.how == "none":
            boxes = [e.partition("@")[0] for e in map(folded, student.emails)]
            match = _one([self._boxes.get(i, []) for i in (*ids, *boxes)])
        if match.how == "none":
            # `B10901001_王小明`: the id stands beside the name.
            words = [w for w in tokens(student.id) if len(w) > 3]
            match = _one([index.get(w, []) for w in words for index in (self._ids, self._boxes)])
        return match

    def by_name(self, student: GradedStudent, taken: set[int]) -> Match:
        keys = {k for name in (student.name, student.id) for k in name_keys(name)}
        match = _one([self._names.get(k, []) for k in keys])
        if match.how != "sure":
            return match
        # Somebody else's for sure: then this is another person of the same name.
        return Match("several" if id(match.lines[0]) in taken else "name", match.lines)


def _add(index: dict[str, list[SheetRecord]], key: str, line: SheetRecord) -> None:
    if key and not any(line is other for other in index[key]):
        index[key].append(line)


def _one(hits: Iterable[Sequence[SheetRecord]]) -> Match:
    lines = {id(line): line for found in hits for line in found}
    how: How = "none" if not lines else "sure" if len(lines) == 1 else "several"
    return Match(how, tuple(lines.values()))


def _names(line: SheetRecord, layout: SheetLayout) -> list[str]:
    names = [line.value(column) for column in layout.names]
    first, last = line.value(layout.first), line.value(layout.last)
    if first or last:
        names.append(f"{last}{first}" if not (first + last).isascii() else f"{first} {last}")
    return [name for name in names if name.strip()]


def name_keys(name: str) -> set[str]:
    """A name squeezed, with its words turned round: 'Wang, Xiao-Ming' and 'Xiao-Ming Wang'."""
    words = [w for w in folded(name).replace(",", " ").replace("，", " ").split() if w]
    keys = {squeezed("".join(words[i:] + words[:i])) for i in range(len(words))}
    return {key for key in keys if key}


def shown(line: SheetRecord, layout: SheetLayout) -> str:
    """A record as a reader knows it."""
    parts = [line.value(c) for c in layout.ids[:2]] + _names(line, layout)[:1]
    parts += [line.value(c) for c in layout.emails[:1]]
    return " ".join(dict.fromkeys(p.strip() for p in parts if p.strip())) or str(line.number)
