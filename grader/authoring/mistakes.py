"""The catalogue of known mistakes: `mistakes/<function>.toml` of an assignment's folder.

An entry is what the student did wrong, said in every language, and the code that does it: a base
(the reference, or `<function>.<base>.py` beside the file) with edits, or a body of its own.
"""

from __future__ import annotations

import difflib
import functools
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from grader.authoring.edits import Edit, apply, definition, with_body
from grader.course.load import read_toml, source_of
from grader.language.text import LANGUAGES, Text
from grader.model.assignment import Assignment, Misconception
from grader.model.errors import CourseError

FOLDER = "mistakes"
_FILE = ("base", "see")
_ENTRY = (*LANGUAGES, "edit", "body", *_FILE)
_WIDE = "\u2e80"
"""From here on scripts set no space between two sentences."""


def read_mistakes(
    assignment: Assignment, function: str, names: Mapping[str, Any]
) -> list[Misconception]:
    """The known mistakes in `function`, in the order of their file; none where there is no file.

    Args:
        names: what the code may use: the names of the reference's module.

    Raises:
        CourseError: the file, an entry or a base is wrong; says which and how.
    """
    path = assignment.folder / FOLDER / f"{function}.toml"
    return _File(assignment, function, path, names).read() if path.is_file() else []


class _File:
    """One `<function>.toml`."""

    def __init__(
        self, assignment: Assignment, function: str, path: Path, names: Mapping[str, Any]
    ) -> None:
        self._assignment = assignment
        self._function = function
        self._path = path
        self._names = names
        self._bases = functools.cache(self._base)

    def read(self) -> list[Misconception]:
        data = read_toml(self._path)
        common = {key: value for key, value in data.items() if not isinstance(value, dict)}
        self._known(common, _FILE, "")
        return [
            self._mistake(name, {**common, **entry})
            for name, entry in data.items()
            if isinstance(entry, dict)
        ]

    def _mistake(self, name: str, entry: Mapping[str, Any]) -> Misconception:
        self._known(entry, _ENTRY, name)
        id = f"{self._function}.{name}"
        text = self._text(name, entry)
        source = self._source(name, entry)
        return Misconception(id, self._function, text, self._compiled(name, source), source)

    # ------------------------------------------------------------------ the sentence

    def _text(self, name: str, entry: Mapping[str, Any]) -> Text:
        said = {}
        for tag in LANGUAGES:
            if not isinstance(entry.get(tag), str):
                raise self._wrong(name, f"沒有 {tag} 的說明", f"has no text in {tag}")
            said[tag] = entry[tag].strip()
        see = self._word(entry, "see", name)
        if see:
            known = self._assignment.see
            if see not in known:
                raise self._unknown(name, "see", see, known)
            said = {tag: followed(text, known[see][tag]) for tag, text in said.items()}
        return Text(zh=said["zh-TW"], en=said["en"])

    # ------------------------------------------------------------------ the code

    def _source(self, name: str, entry: Mapping[str, Any]) -> str:
        base = self._bases(self._word(entry, "base", name))
        if ("edit" in entry) == ("body" in entry):
            raise self._wrong(name, "要有 edit 或 body，只能一個", "needs one of edit and body")
        if "body" in entry:
            return with_body(base, self._word(entry, "body", name))
        return apply(base, self._edits(name, entry["edit"]), self._place(name))

    def _edits(self, name: str, edits: Any) -> list[Edit]:
        if isinstance(edits, list) and edits:
            pairs = [tuple(pair) for pair in edits if isinstance(pair, list) and len(pair) == 2]
            if len(pairs) == len(edits) and all(isinstance(part, str) for p in pairs for part in p):
                return pairs
        raise self._wrong(
            name,
            'edit 要寫成 [["原來的", "換成的"], …]',
            'has an edit that is not [["old", "new"], …]',
        )

    def _base(self, base: str) -> str:
        """The text of the function that edits start from."""
        if not base:
            return self._definition(source_of(self._assignment), f"{self._assignment.name}.py")
        path = self._path.with_name(f"{self._function}.{base}.py")
        if not path.is_file():
            beside = self._path.parent.glob(f"{self._function}.*.py")
            raise self._unknown("", "base", base, [p.name.split(".")[1] for p in beside])
        try:
            return self._definition(path.read_text(encoding="utf-8"), path.name)
        except (OSError, UnicodeDecodeError) as error:
            raise self._wrong(
                "", f"讀不了 {path.name}：{error}", f"{path.name}: {error}"
            ) from error

    def _definition(self, text: str, place: str) -> str:
        try:
            found = definition(text, self._function)
        except SyntaxError as error:
            raise self._wrong("", f"{place} 語法錯誤：{error}", f"{place}: {error}") from error
        if found is None:
            raise self._wrong(
                "",
                f"{place} 沒有定義 {self._function}",
                f"{place} does not define {self._function}",
            )
        return found

    def _compiled(self, name: str, source: str) -> Callable[..., Any]:
        names = dict(self._names)
        names.pop(self._function, None)
        try:
            # The course's own text.
            exec(compile(source, f"<{self._function}.{name}>", "exec"), names)  # noqa: S102
        except SyntaxError as error:
            raise self._wrong(name, f"語法錯誤：{error}", f"is no Python: {error}") from error
        made = names.get(self._function)
        if not callable(made):
            missing = self._function
            raise self._wrong(name, f"沒有定義 {missing}", f"does not define {missing}")
        implementation: Callable[..., Any] = made
        return implementation

    # ------------------------------------------------------------------ what is wrong

    def _word(self, entry: Mapping[str, Any], key: str, name: str) -> str:
        value = entry.get(key, "")
        if not isinstance(value, str):
            raise self._wrong(name, f"{key} 要是文字", f"has a {key} that is no text")
        return value

    def _known(self, table: Iterable[str], known: Iterable[str], name: str) -> None:
        for key in table:
            if key not in known:
                raise self._unknown(name, "key", key, known)

    def _unknown(self, name: str, kind: str, word: str, known: Iterable[str]) -> CourseError:
        there = sorted(known)
        near = difflib.get_close_matches(word, there, 1)
        zh = f"是不是 {near[0]}？" if near else f"有的是 {'、'.join(there) or '（沒有）'}"
        en = f"did you mean {near[0]}?" if near else f"known are {', '.join(there) or 'none'}"
        return self._wrong(name, f"不認得 {kind} {word!r}；{zh}", f"unknown {kind} {word!r}; {en}")

    def _wrong(self, name: str, zh: str, en: str) -> CourseError:
        place = self._place(name)
        zh, en = (
            said if said.endswith(("？", "?")) else said + stop
            for said, stop in ((zh, "。"), (en, "."))
        )
        return CourseError(zh=f"{place}：{zh}", en=f"{place}: {en}")

    def _place(self, name: str) -> str:
        path = self._path.relative_to(self._assignment.folder.parents[1]).as_posix()
        return f"{path} [{name}]" if name else path


def followed(text: str, see: str) -> str:
    """`text` and the sentence after it; one that ends in a semicolon goes on in small letters."""
    if text.endswith(";"):
        see = see[:1].lower() + see[1:]
    return text + see if see[:1] >= _WIDE else f"{text} {see}"
