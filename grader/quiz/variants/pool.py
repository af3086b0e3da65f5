"""The committed pools: vetted variants of every question, practice and graded apart.

A pool file holds parameters only. It is made from a stream that names the quiz and the question,
so that anybody can make it again; what is drawn for a student comes from the course's secret.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from grader.language.text import tr
from grader.model.errors import CourseError
from grader.quiz.exact.numbers import flat, is_decimal, plain, written
from grader.quiz.exact.stream import Stream
from grader.quiz.question.records import Mode, Params, Question, Quiz, Value
from grader.quiz.question.solving import solve
from grader.quiz.variants.fitness import unfit

SCHEMA = "quiz-pool/1"
PRACTICE = 100
GRADED = 120
LEAST = 100
"""How few variants a question may have in either pool."""

_SEED = b"quiz-pool/1"
_TRIES = 60
"""Draws a variant may take on average before the generator counts as unable."""


@dataclass(frozen=True, slots=True)
class Stock:
    """The variants of one question. `practice[0]` is the slide's own; `tried` counts draws."""

    practice: tuple[Params, ...]
    graded: tuple[Params, ...]
    tried: int

    def of(self, mode: Mode) -> tuple[Params, ...]:
        return self.practice if mode is Mode.PRACTICE else self.graded


Pool = Mapping[str, Stock]
"""The stock of every question, by its id."""


def make_pool(quiz: Quiz, practice: int = PRACTICE, graded: int = GRADED) -> dict[str, Stock]:
    """Draw the variants of every question. The same quiz gives the same pool, for ever.

    Raises:
        CourseError: a slide's numbers are unfit, or a generator yields too few fit variants.
    """
    return {q.id: make_stock(quiz.id, q, practice, graded) for q in quiz.questions}


def make_stock(quiz: str, question: Question, practice: int, graded: int) -> Stock:
    """The variants of one question: all fit, all different, graded ones not for practice.

    Raises:
        CourseError: as `make_pool`.
    """
    slide = _plain(question.slide)
    if why := unfit(question, slide):
        raise _author(quiz, question, f"the slide's numbers are unfit: {why}")
    found: list[Params] = [slide]
    seen = {_mark(slide), _answers(question, slide)}
    wanted, tried = practice + graded, 0
    root = Stream(_SEED, quiz, question.id)
    while len(found) < wanted:
        if tried >= _TRIES * wanted:
            few = (
                f"{tried} draws gave {len(found)} fit variants with answers of their own; {wanted}"
            )
            raise _author(quiz, question, f"{few} are needed: draw from a wider range")
        params = _plain(question.generate(root.child(tried)))
        tried += 1
        if _mark(params) in seen or unfit(question, params):
            continue
        answers = _answers(question, params)
        if answers in seen:
            continue
        seen |= {_mark(params), answers}
        found.append(params)
    return Stock(tuple(found[:practice]), tuple(found[practice:]), tried)


def _plain(params: Params) -> Params:
    return {name: plain(value) for name, value in sorted(params.items())}


def _mark(params: Params) -> str:
    """What tells two sets of parameters apart."""
    return json.dumps(_jsonable(params), sort_keys=True, ensure_ascii=True)


def _answers(question: Question, params: Params) -> str:
    """What tells two keys apart, where keys are to differ; else the parameters themselves."""
    numeric = [p for p in question.parts if p.kind.numeric]
    if question.repeats or not numeric:
        return _mark(params)
    values = solve(question, params)
    assert values is not None
    # Floats to nine decimals: Python 3.12 adds them more exactly than 3.11 does.
    return f"key {[round(x, 9) for p in numeric for x in flat(values[p.step])]}"


def _author(quiz: str, question: Question, what: str) -> CourseError:
    return CourseError(
        tr("Question {id} of quiz {quiz}: {what}.", id=question.id, quiz=quiz, what=what)
    )


# --------------------------------------------------------------------------- the file


def dump_pool(quiz: Quiz, pool: Pool) -> str:
    """The text of a pool file: one variant a line, a digest of all of it at the end."""
    lines = ["{", f'"schema": "{SCHEMA}",', f'"quiz": {json.dumps(quiz.id)},', '"questions": {']
    blocks = []
    for id, stock in pool.items():
        block = [f'{json.dumps(id)}: {{"tried": {stock.tried},']
        for mode in (Mode.PRACTICE, Mode.GRADED):
            rows = ",\n".join(_line(p) for p in stock.of(mode))
            block.append(f'"{mode}": [\n{rows}\n]' + ("," if mode is Mode.PRACTICE else "}"))
        blocks.append("\n".join(block))
    lines.append(",\n".join(blocks))
    lines += ["},", f'"digest": "{_digest(pool)}"', "}"]
    return "\n".join(lines) + "\n"


def load_pool(quiz: Quiz, path: Path) -> dict[str, Stock]:
    """Read a pool file.

    Raises:
        CourseError: it is missing, unreadable, altered, not this quiz's, or lacks variants.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"), parse_float=Fraction)
        if data["schema"] != SCHEMA or data["quiz"] != quiz.id:
            raise ValueError(f"it is not a {SCHEMA} file of {quiz.id}")
        pool = {
            id: Stock(
                practice=tuple(_values(p) for p in stock["practice"]),
                graded=tuple(_values(p) for p in stock["graded"]),
                tried=int(stock["tried"]),
            )
            for id, stock in data["questions"].items()
        }
        if data["digest"] != _digest(pool):
            raise ValueError("its contents do not agree with its digest")
        if set(pool) != {q.id for q in quiz.questions}:
            raise ValueError("its questions are not those of the quiz")
        few = [id for id, s in pool.items() if min(len(s.practice), len(s.graded)) < LEAST]
        if few:
            raise ValueError(f"fewer than {LEAST} variants of {', '.join(few)}")
    except (OSError, KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        what = f"missing {error}" if isinstance(error, KeyError) else str(error)
        raise CourseError(
            tr(
                "The quiz's pool file {path} cannot be used: {what}. Make the pool again.",
                path=path,
                what=what,
            )
        ) from error
    return {q.id: pool[q.id] for q in quiz.questions}


def _digest(pool: Pool) -> str:
    rows = [
        [id, stock.tried, *([_line(p) for p in stock.of(mode)] for mode in Mode)]
        for id, stock in sorted(pool.items())
    ]
    text = json.dumps(rows, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _line(params: Params) -> str:
    inner = ",".join(f"{json.dumps(n)}:{_number(v)}" for n, v in sorted(params.items()))
    return "{" + inner + "}"


def _number(value: Value) -> str:
    """JSON, with exact decimals for numbers."""
    if isinstance(value, tuple):
        return "[" + ",".join(_number(v) for v in value) + "]"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool | float) or not is_decimal(value, 6):
        raise ValueError(f"a parameter must be a string or a number of few decimals, not {value!r}")
    return written(value)


def _jsonable(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {k: _jsonable(v) for k, v in value.items()}
    if isinstance(value, tuple):
        return [_jsonable(v) for v in value]
    return value if isinstance(value, str) else str(value)


def _values(data: Any) -> Any:
    if isinstance(data, dict):
        return {name: _values(value) for name, value in data.items()}
    if isinstance(data, list):
        return tuple(_values(value) for value in data)
    if isinstance(data, str | int | Fraction) and not isinstance(data, bool):
        return plain(data)
    raise ValueError(f"{data!r} is no parameter")
