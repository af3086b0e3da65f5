"""Reads the corpus: right answers written out, the others said by what differs.

How it is laid out: corpus/README.md.
`corpus/<assignment>/<function>.py` holds whole answers, a cell each; `<function>.toml` beside it
holds the entries that are edits of one of them. `all` stands for every function at once.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from grader.authoring.edits import apply, definition, with_body
from grader.language.text import Text
from grader.model.errors import CourseError
from grader.model.submission import Cell, Submission

FOLDER = Path(__file__).parent / "corpus"
ALL = "all"
KINDS = "right", "wrong", "refused"
FORMS = "edit", "body", "code"
UNNAMED = "-"
HEADING = re.compile(r"^# %% *(.*)\n", re.MULTILINE)


@dataclass(frozen=True)
class Answer:
    """One submission for one function (`*`: for all of them), and what is true of it.

    `names` are the ids that a wrong one may be diagnosed as; `-` among them: it may stay unnamed.
    """

    assignment: str
    kind: str
    function: str
    title: str
    names: frozenset[str]
    source: str
    file: str

    @property
    def label(self) -> str:
        return f"{self.kind} | {self.function} | {self.title}"

    def submission(self) -> Submission:
        name = f"{self.assignment}.py"
        cell = Cell(name, f"import numpy as np\n{self.source}")
        functions = () if self.function == "*" else (self.function,)
        return Submission(self.assignment, (cell,), name, functions=functions)


def flawed(where: str, what: str) -> CourseError:
    return CourseError(Text(f"{where}: {what}"))


def assignments() -> list[str]:
    return sorted(path.name for path in FOLDER.iterdir() if path.is_dir())


def read(assignment: str, root: Path = FOLDER) -> list[Answer]:
    """The assignment's answers, function by function, in each what is written out first.

    Raises:
        CourseError: something does not fit; the sentence names the file and the entry.
    """
    folder = root / assignment
    if not folder.is_dir():
        raise flawed(str(folder), f"there is no such corpus; there are {', '.join(assignments())}")
    names = sorted({p.stem for p in folder.iterdir() if p.suffix in (".py", ".toml")})
    shared = _Book(folder, ALL, None)
    books = [shared if name == ALL else _Book(folder, name, shared) for name in names]
    return [answer for book in books for answer in book.answers()]


def cells(path: Path) -> dict[str, str]:
    """Title → text of the cells of a percent file.

    Raises:
        CourseError: a title is missing, or stands there twice.
    """
    before, *parts = HEADING.split(path.read_text(encoding="utf-8"))
    if before.strip():
        raise flawed(path.name, "the first line has to be `# %%` and a title")
    found: dict[str, str] = {}
    for title, text in zip(parts[::2], parts[1::2], strict=True):
        if not title or title in found:
            raise flawed(path.name, f"two cells are called {title!r}" if title else "no title")
        found[title] = text.strip("\n") + "\n"
    return found


class _Book:
    """One function's files. `shared` is the book of `all`, whose answers are bases here too."""

    def __init__(self, folder: Path, name: str, shared: _Book | None) -> None:
        self.assignment, self.name, self.shared = folder.name, name, shared
        code, data = folder / f"{name}.py", folder / f"{name}.toml"
        self.code, self.data = (f"{folder.name}/{path.name}" for path in (code, data))
        self.whole = cells(code) if code.is_file() else {}
        table = _table(data, self.data) if data.is_file() else {}
        self.base = table.pop("base", None)
        self.entries = dict(self._entries(table))
        self.open: list[str] = []

    def _entries(self, table: Mapping[str, object]) -> Iterator[tuple[str, _Entry]]:
        seen = set(self.whole)
        for kind, entries in table.items():
            if kind not in KINDS or not isinstance(entries, dict):
                raise flawed(self.data, f"[{kind}] is none of {', '.join(KINDS)}")
            for title, fields in entries.items():
                if title in seen:
                    raise flawed(f"{self.data}, {title!r}", "another answer is called that")
                seen.add(title)
                yield title, _Entry(kind, title, fields, f"{self.data}, {title!r}")

    def answers(self) -> Iterator[Answer]:
        function = "*" if self.name == ALL else self.name
        for title, text in self.whole.items():
            yield Answer(self.assignment, "right", function, title, frozenset(), text, self.code)
        for entry in self.entries.values():
            text = self.text(entry.title, entry.where)
            yield Answer(
                self.assignment, entry.kind, function, entry.title, entry.names, text, self.data
            )

    def text(self, title: str, where: str) -> str:
        """What the answer called `title` says; `where` asks for it."""
        if title in self.whole:
            return self.whole[title]
        if title not in self.entries:
            if self.shared is None:
                raise flawed(where, f"its base {title!r} is no answer in these files")
            return self.shared.text(title, where)
        if title in self.open:
            raise flawed(where, "its base is made of itself")
        self.open.append(title)
        try:
            return self._made(self.entries[title])
        finally:
            self.open.pop()

    def _made(self, entry: _Entry) -> str:
        if entry.form == "code":
            return str(entry.value)
        base = entry.base or self.base
        if not isinstance(base, str):
            raise flawed(entry.where, "it has no base, and the file has none at its top")
        text = self.text(base, entry.where)
        if entry.form == "edit":
            return apply(text, entry.edits(), entry.where)
        try:
            function = definition(text, self.name)
        except SyntaxError as error:
            raise flawed(entry.where, f"its base {base!r} is no Python: {error}") from error
        if function is None:
            raise flawed(entry.where, f"its base {base!r} does not define {self.name}")
        return with_body(function, str(entry.value))


class _Entry:
    """One line of a data file."""

    def __init__(self, kind: str, title: str, fields: object, where: str) -> None:
        self.kind, self.title, self.where = kind, title, where
        if not isinstance(fields, dict):
            raise flawed(where, "write { … }")
        unknown = set(fields) - {"named", "base", *FORMS}
        if unknown:
            raise flawed(where, f"there is no field {', '.join(sorted(unknown))}")
        forms = [form for form in FORMS if form in fields]
        if len(forms) != 1:
            raise flawed(where, f"it needs one of {', '.join(FORMS)}, and only one")
        if ("named" in fields) != (kind == "wrong"):
            raise flawed(where, "every wrong answer says how it is `named`, and no other does")
        named = fields.get("named", [])
        self.names = frozenset([named] if isinstance(named, str) else named)
        self.base = fields.get("base")
        self.form, self.value = forms[0], fields[forms[0]]

    def edits(self) -> list[tuple[str, str]]:
        pairs = self.value
        shaped = isinstance(pairs, list) and all(isinstance(p, list) and len(p) == 2 for p in pairs)
        if not shaped or not pairs:
            raise flawed(self.where, 'edits are written [["old", "new"], …]')
        return [(str(old), str(new)) for old, new in pairs]


def _table(path: Path, where: str) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise flawed(where, f"this is not TOML: {error}") from error
