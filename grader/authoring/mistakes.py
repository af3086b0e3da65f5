"""The catalogue of known mistakes: `mistakes/<function>.toml` of an assignment's folder.

An entry is what the student did wrong, said in every language, and the code that does it: a base
(the reference, or `<function>.<base>.py` beside the file) with edits, or a body of its own.
"""

from __future__ import annotations

import difflib
import functools
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from grader.authoring.edits import Edit, apply, definition, with_body
from grader.language.text import LANGUAGES, Text, tr
from grader.model.assignment import Assignment, Misconception
from grader.model.errors import CourseError

FOLDER = "mistakes"
_FILE = ("base", "see")
_ENTRY = ("edit", "body", *_FILE)
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
"""An entry's name: part of an id that stands in reports, tables and addresses."""
_WIDE = "\u2e80"
"""From here on scripts set no space between two sentences."""


def read_mistakes(
    assignment: Assignment,
    function: str,
    names: Mapping[str, Any],
    languages: Sequence[str] = LANGUAGES,
) -> list[Misconception]:
    """The known mistakes in `function`, in the order of their file; none where there is no file.

    Args:
        names: what the code may use: the names of the reference's module.
        languages: what each is explained in.

    Raises:
        CourseError: the file, an entry or a base is wrong; says which and how.
    """
    path = assignment.folder / FOLDER / f"{function}.toml"
    return _File(assignment, function, path, names, languages).read() if path.is_file() else []


class _File:
    """One `<function>.toml`."""

    def __init__(
        self,
        assignment: Assignment,
        function: str,
        path: Path,
        names: Mapping[str, Any],
        languages: Sequence[str],
    ) -> None:
        self._assignment = assignment
        self._function = function
        self._path = path
        self._names = names
        self._languages = languages
        self._bases = functools.cache(self._base)

    def read(self) -> list[Misconception]:
        try:
            data = tomllib.loads(self._read(self._path))
        except (ValueError, RecursionError) as error:
            raise self._unreadable(self._path, error) from error
        common = {key: value for key, value in data.items() if not isinstance(value, dict)}
        self._known(common, _FILE, "")
        return [
            self._mistake(name, {**common, **entry})
            for name, entry in data.items()
            if isinstance(entry, dict)
        ]

    def _mistake(self, name: str, entry: Mapping[str, Any]) -> Misconception:
        if not _NAME.fullmatch(name):
            raise CourseError(
                tr(
                    "{path}: an entry cannot be called {name}: lower-case letters, digits and "
                    "hyphens make a name.",
                    path=self._place(""),
                    name=repr(name),
                )
            )
        self._known(entry, (*self._languages, *_ENTRY), name)
        id = f"{self._function}.{name}"
        text = self._text(name, entry)
        source = self._source(name, entry)
        return Misconception(id, self._function, text, self._compiled(name, source), source)

    # ------------------------------------------------------------------ the sentence

    def _text(self, name: str, entry: Mapping[str, Any]) -> Text:
        said = {}
        for tag in self._languages:
            if tag not in entry:
                raise self._no_text(name, tag)
            said[tag] = self._word(entry, tag, name).strip()
            if not said[tag]:
                raise self._no_text(name, tag)
        see = self._word(entry, "see", name)
        if see:
            known = self._assignment.see
            if see not in known:
                raise self._unknown(name, "see", see, known)
            said = {tag: followed(text, known[see][tag]) for tag, text in said.items()}
        return Text(said)

    # ------------------------------------------------------------------ the code

    def _source(self, name: str, entry: Mapping[str, Any]) -> str:
        base = self._bases(self._word(entry, "base", name))
        if ("edit" in entry) == ("body" in entry):
            raise CourseError(tr("{place} needs one of edit and body.", place=self._place(name)))
        if "body" in entry:
            return with_body(base, self._word(entry, "body", name))
        return apply(base, self._edits(name, entry["edit"]), self._place(name))

    def _edits(self, name: str, edits: Any) -> list[Edit]:
        if isinstance(edits, list) and edits:
            pairs = [tuple(pair) for pair in edits if isinstance(pair, list) and len(pair) == 2]
            if len(pairs) == len(edits) and all(isinstance(part, str) for p in pairs for part in p):
                return pairs
        raise CourseError(tr('{place}: edit is not [["old", "new"], …].', place=self._place(name)))

    def _base(self, base: str) -> str:
        """The text of the function that edits start from."""
        if not base:
            name = self._assignment.name
            return self._definition(self._assignment.folder / f"{name}.py")
        beside = self._path.parent.glob(f"{self._function}.*.py")
        paths = {path.name.split(".", 1)[1].removesuffix(".py"): path for path in beside}
        if base not in paths:
            raise self._unknown("", "base", base, paths)
        return self._definition(paths[base])

    def _definition(self, path: Path) -> str:
        try:
            found = definition(self._read(path), self._function)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            raise self._unreadable(path, error) from error
        if found is None:
            raise self._undefined(self._relative(path))
        return found

    def _compiled(self, name: str, source: str) -> Callable[..., Any]:
        names = dict(self._names)
        names.pop(self._function, None)
        try:
            # The course's own text.
            exec(compile(source, f"<{self._function}.{name}>", "exec"), names)  # noqa: S102
        except (SyntaxError, MemoryError) as error:  # nested too deeply; the latter says nothing
            raise CourseError(
                tr(
                    "{place} is no Python: {error}.",
                    place=self._place(name),
                    error=str(error) or type(error).__name__,
                )
            ) from error
        except (Exception, SystemExit) as error:
            said = f"{type(error).__name__}: {error}".strip(": ")
            raise CourseError(
                tr(
                    "{place} fails where its `def` is executed: {error}.",
                    place=self._place(name),
                    error=said,
                )
            ) from error
        if not callable(names.get(self._function)):
            raise self._undefined(self._place(name))
        implementation: Callable[..., Any] = names[self._function]
        return implementation

    # ------------------------------------------------------------------ what is wrong

    def _read(self, path: Path) -> str:
        try:
            return path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise self._unreadable(path, error) from error

    def _word(self, entry: Mapping[str, Any], key: str, name: str) -> str:
        value = entry.get(key, "")
        if not isinstance(value, str):
            raise CourseError(tr("{place}: {key} is no text.", place=self._place(name), key=key))
        return value

    def _known(self, table: Iterable[str], known: Iterable[str], name: str) -> None:
        for key in table:
            if key not in known:
                raise self._unknown(name, "key", key, known)

    def _unknown(self, name: str, kind: str, word: str, known: Iterable[str]) -> CourseError:
        place, there = self._place(name), sorted(known)
        near = difflib.get_close_matches(word, there, 1)
        if near:
            meant = tr(
                "{place}: unknown {kind} {word}; did you mean {near}?",
                place=place,
                kind=kind,
                word=repr(word),
                near=near[0],
            )
            return CourseError(meant)
        return CourseError(
            tr(
                "{place}: unknown {kind} {word}; known are: {known}.",
                place=place,
                kind=kind,
                word=repr(word),
                known=", ".join(there) or "-",
            )
        )

    def _unreadable(self, path: Path, error: Exception) -> CourseError:
        place = self._relative(path)
        return CourseError(tr("Cannot read course file {path}: {error}.", path=place, error=error))

    def _no_text(self, name: str, tag: str) -> CourseError:
        return CourseError(tr("{place} has no text in {tag}.", place=self._place(name), tag=tag))

    def _undefined(self, place: str) -> CourseError:
        return CourseError(
            tr("{place} does not define {function}.", place=place, function=self._function)
        )

    def _place(self, name: str) -> str:
        path = self._relative(self._path)
        return f"{path} [{name}]" if name else path

    def _relative(self, path: Path) -> str:
        return path.relative_to(self._assignment.folder.parents[1]).as_posix()


def followed(text: str, see: str) -> str:
    """`text` and the sentence after it; one that ends in a semicolon goes on in small letters."""
    if text.endswith(";"):
        see = see[:1].lower() + see[1:]
    return text + see if see[:1] >= _WIDE else f"{text} {see}"
