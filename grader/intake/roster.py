"""The class list: a CSV as Excel, Moodle, Canvas or a registrar's office writes it."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from grader.files.decode import decode
from grader.intake.name_parts import folded, squeezed, tidy, tokens
from grader.language.text import Text, tr
from grader.model.errors import UsageError

_MAX_BYTES = 32 << 20

# Header cells, folded and squeezed. An id column is sought in this order.
_ID = (
    "學號", "studentid", "studentnumber", "sid", "sisuserid", "sisid", "idnumber", "student", "id",
    "帳號", "username", "login", "loginid", "sisloginid", "userid", "學生", "編號",
)  # fmt: skip
_NAME = ("姓名", "中文姓名", "學生姓名", "name", "fullname", "studentname", "displayname", "名字")
_FIRST = ("firstname", "givenname", "名")
_LAST = ("lastname", "surname", "familyname", "姓", "姓氏")
_EMAIL = ("email", "emailaddress", "mail", "電子郵件", "電子郵件信箱", "電子郵件地址", "信箱")
_LMS = ("lmsid", "canvasid", "canvasuserid", "moodleid", "cool", "coolid", "系統編號")


@dataclass(frozen=True, slots=True)
class Person:
    """One student on the roster. `others` are further ids: an account name, an LMS's number."""

    id: str
    name: str | None = None
    email: str | None = None
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Roster:
    """The class, in the order of its file."""

    people: tuple[Person, ...]
    path: str = ""


def read_roster(path: Path) -> Roster:
    """Read a class list: comma, semicolon or tab; UTF-8, UTF-16 or Big5; the first row names the
    columns (an id: 學號, id, student_id, 帳號, username, email …; a name: 姓名, name …).

    Raises:
        UsageError: it cannot be read, has no column for the id, or lists an id twice.
    """
    rows = list(_rows(path))
    if not rows:
        raise _wrong(path, tr("it is empty"))
    header = [_heading(cell) for cell in rows[0][1]]
    column = _columns(header)
    if column.id is None:
        seen = [c for c in rows[0][1] if c.strip()] or ["—"]
        raise _wrong(
            path,
            tr(
                "its first row names no column for the id (id, student_id, username, email, 學號 "
                "or 帳號); it has {seen}",
                seen="、".join(seen),
            ),
        )
    people: list[Person] = []
    lines: dict[str, int] = {}
    for line, row in rows[1:]:
        person = column.person(row)
        if person is None:
            if any(cell.strip() for cell in row) and not _points_possible(row):
                raise _wrong(path, tr("line {line} has no id", line=line))
            continue
        if person.id in lines:
            raise _wrong(
                path,
                tr(
                    "lines {lines} and {line} have the same id {id}",
                    lines=lines[person.id],
                    line=line,
                    id=person.id,
                ),
            )
        lines[person.id] = line
        people.append(person)
    if not people:
        raise _wrong(path, tr("it lists no student below its header"))
    return Roster(tuple(people), str(path))


def _heading(cell: str) -> str:
    """A header cell as the lists above have it; of '學號 / Student ID' the part that they know."""
    known = {*_ID, *_NAME, *_FIRST, *_LAST, *_EMAIL, *_LMS}
    parts = [cell, *re.split(r"[/|()（）\n]", cell), re.sub(r"[\x00-\x7f]", "", cell)]
    return next((k for k in map(squeezed, parts) if k in known), squeezed(cell))


def _points_possible(row: list[str]) -> bool:
    """The second row of a Canvas gradebook's export."""
    return row[0].strip().lower().startswith("points possible")


def _wrong(path: Path, what: Text) -> UsageError:
    return UsageError(tr("The roster {path} is wrong: {what}.", path=path, what=what))


@dataclass(frozen=True, slots=True)
class _Columns:
    id: int | None
    name: int | None
    first: int | None
    last: int | None
    email: int | None
    others: tuple[int, ...]

    def person(self, row: list[str]) -> Person | None:
        def cell(index: int | None) -> str:
            return tidy(row[index]) if index is not None and index < len(row) else ""

        number = cell(self.id)
        if not number:
            return None
        name = cell(self.name)
        if not name:
            first, last = cell(self.first), cell(self.last)
            spaced = (first + last).isascii()
            name = f"{first} {last}".strip() if spaced else f"{last}{first}"
        others = tuple(x for x in map(cell, self.others) if x and x != number)
        return Person(number, name or None, cell(self.email) or None, others)


def _columns(header: list[str]) -> _Columns:
    def first(known: Iterable[str]) -> int | None:
        return next((header.index(k) for k in known if k in header), None)

    # Canvas' gradebook: `Student` holds names, `ID` Canvas' number, `SIS Login ID` the account.
    canvas = "student" in header and any(h.startswith("sis") for h in header)
    known = [k for k in _ID if not (canvas and k in {"student", "id"})]
    ids = [header.index(k) for k in known if k in header]
    email = first(_EMAIL)
    chosen = ids[0] if ids else email
    others = [*ids[1:], *(header.index(k) for k in _LMS if k in header)]
    if canvas and "id" in header:
        others.append(header.index("id"))
    name = first(_NAME)
    if name is None and canvas:
        name = header.index("student")
    return _Columns(chosen, name, first(_FIRST), first(_LAST), email, tuple(others))


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Line number and cells of every row."""
    try:
        with path.open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError(tr("Cannot read the roster {path}: {why}.", path=path, why=why)) from None
    if len(data) > _MAX_BYTES or data.startswith(b"PK\3\4"):
        raise _wrong(path, tr("it is no CSV; save it as CSV"))
    text = _text(path, data)
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for row in reader:
            yield reader.line_num, row
    except csv.Error as error:
        raise _wrong(
            path, tr("line {line_num}: {error}", line_num=reader.line_num, error=error)
        ) from None


def _text(path: Path, data: bytes) -> str:
    decoded = decode(data)
    if decoded is not None:
        return decoded.text
    raise _wrong(path, tr("its encoding is unknown; save it as UTF-8"))


class Directory:
    """Who on the roster is meant by an id, a name, an address or a number."""

    def __init__(self, roster: Roster) -> None:
        self._exact = {p.id: p for p in roster.people}
        self._ids = _index((folded(p.id), p) for p in roster.people)
        self._names = _index((key, p) for p in roster.people for key in _name_keys(p.name))
        self._emails = _index((folded(p.email), p) for p in roster.people if p.email)
        self._boxes = _index(
            (folded(p.email.partition("@")[0]), p) for p in roster.people if p.email
        )
        self._others = _index((folded(o), p) for p in roster.people for o in p.others)

    def find(
        self,
        *,
        ids: Iterable[str] = (),
        names: Iterable[str] = (),
        emails: Iterable[str] = (),
        numbers: Iterable[str] = (),
    ) -> tuple[Person, ...]:
        """Nobody, the one who is meant, or all who may be: by id, then name, e-mail, LMS number,
        and last by an id or name among the words of a name (`B10901001_王小明`)."""
        ids, names = [i for i in ids if i], [n for n in names if n]
        for text in ids:
            if text in self._exact:
                return (self._exact[text],)
        steps = (
            [self._ids.get(folded(i), ()) for i in ids],
            [self._others.get(folded(i), ()) for i in ids],
            [self._names.get(squeezed(n), ()) for n in (*names, *ids)],
            [self._emails.get(folded(e), ()) for e in (*emails, *ids)],
            [self._others.get(folded(n), ()) for n in numbers],
            [self._by_words(text) for text in (*ids, *names)],
            [self._boxes.get(folded(i), ()) for i in ids],
        )
        several: tuple[Person, ...] = ()
        for step in steps:
            people = {p.id: p for found in step for p in found}
            if len(people) == 1:
                return tuple(people.values())
            if people and not several:
                several = tuple(people.values())
        return several

    def _by_words(self, text: str) -> tuple[Person, ...]:
        words = [w for w in tokens(text) if len(w) > 3 or not w.isdecimal()]
        if len(words) < 2:
            return ()
        by_id = {p.id: p for w in words for p in (*self._ids.get(w, ()), *self._others.get(w, ()))}
        by_name = {p.id: p for w in words for p in self._names.get(squeezed(w), ())}
        return tuple((by_id or by_name).values())


def _index(pairs: Iterable[tuple[str, Person]]) -> dict[str, tuple[Person, ...]]:
    index: dict[str, list[Person]] = defaultdict(list)
    for key, person in pairs:
        if key and person not in index[key]:
            index[key].append(person)
    return {key: tuple(people) for key, people in index.items()}


def _name_keys(name: str | None) -> Iterator[str]:
    """A name squeezed, and with its words turned round: 'Wang, Xiao-Ming' and 'Xiao-Ming Wang'."""
    if not name:
        return
    words = [w for w in folded(name).replace(",", " ").replace("，", " ").split() if w]
    for turn in range(len(words) or 1):
        yield squeezed("".join(words[turn:] + words[:turn]))
