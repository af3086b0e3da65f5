"""The class's quiz page, read again: one student's statement out of it. There is no key in it."""

from __future__ import annotations

import ast
import base64
import hashlib
import json
import re
import unicodedata
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.language.text import tr
from grader.model.errors import SubmissionError, UsageError
from grader.quiz.marking.entries import entries_of
from grader.quiz.question.records import Attempt, Mode

_DATA = re.compile(
    r'<script type="(?:application/json|text/plain)" id="(quiz|stock)">(.*?)</script>', re.S
)
_TITLE = r'<h2 id="q-{id}-h">(.*?)</h2>'
_LARGEST = 64 << 20


@dataclass(frozen=True, slots=True)
class QuizStatement:
    """What one student is asked: HTML by question, with its title; `blank` is the attempt with
    nothing entered."""

    html: Mapping[str, str]
    blank: Attempt


class ClassPage:
    """The page of a quiz for a class.

    Raises:
        UsageError: the file cannot be read.
        SubmissionError: it is no such page.
    """

    def __init__(self, path: Path) -> None:
        try:
            text = path.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            why = getattr(error, "strerror", None) or "not UTF-8"
            raise UsageError(
                tr(
                    "Cannot read the quiz's page {name}: {why}. It has to lie in the folder of "
                    "this notebook.",
                    name=path.name,
                    why=why,
                )
            ) from error
        try:
            found = dict(_DATA.findall(text))
            self._head = json.loads(found["quiz"])
            packed = zlib.decompressobj()
            data = packed.decompress(base64.b64decode(found["stock"]), _LARGEST)
            self._stock: dict[str, Any] = json.loads(data)
            self._titles = {
                id: re.findall(_TITLE.format(id=re.escape(id)), text, re.S)[0]
                for id in self._stock["sheets"]
            }
            self.quiz = str(self._head["quiz"])
        except (KeyError, IndexError, TypeError, ValueError, zlib.error) as error:
            raise _damaged(path) from error
        self._path = path

    def knows(self, student: str) -> bool:
        return self._digest(student) in self._stock["students"]

    def sheet(self, student: str) -> QuizStatement:
        """Raises UsageError: the student is not of this class."""
        mine = self._stock["students"].get(self._digest(student))
        if mine is None:
            raise UsageError(
                tr(
                    "{student} is not on this quiz's list of students: check the spelling, or ask "
                    "your instructor.",
                    student=student[:40],
                )
            )
        try:
            number, fingerprint, cell, sheets = mine
            each = self._stock["sheets"].items()
            html = {
                id: f"<h2>{self._titles[id]}</h2>{known[sheets[i]]}"
                for i, (id, known) in enumerate(each)
            }
            entries = entries_of(_blank(self._stock["cells"][cell]))
        except (KeyError, IndexError, TypeError, ValueError, SyntaxError) as error:
            raise _damaged(self._path) from error
        blank = Attempt(self.quiz, entries, Mode.GRADED, _name(student), number, fingerprint)
        return QuizStatement(html, blank)

    def _digest(self, student: str) -> str:
        text = f"{self.quiz}\n{_name(student)}"
        return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]


def _name(student: str) -> str:
    return unicodedata.normalize("NFC", student).strip()


def _blank(cell: str) -> dict[str, Any]:
    """The empty answers in the page's Python cell; a list where several things are to be chosen
    is one line to type."""
    tree = ast.parse(re.sub(r"@\w+@", "None", cell))
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "answers":
            answers = ast.literal_eval(node.value)
            return {id: "" if entry == [] else entry for id, entry in answers.items()}
    raise ValueError("no answers")


def _damaged(path: Path) -> SubmissionError:
    return SubmissionError(
        tr("{name} is not the class's quiz page, or it is damaged; fetch it again.", name=path.name)
    )
