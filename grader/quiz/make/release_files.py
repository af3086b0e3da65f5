"""What a release carries of a course's quizzes: what practice shows, and no way to graded numbers.

`checks/quizzes/<name>.json` is a quiz as data, which `bundled` reads again; `quizzes/<name>.html`
is its practice page. It is put together from what practice needs, name by name, so that nothing
else of `solutions/` can come along: no generator, no constraint, no graded variant, no settings.
What the author's code says of each practice variant (tables, options, plots) is recorded; steps
and mistakes are functions, because a student's own values go through them (`carried`).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from grader.language.text import packed, tr
from grader.model.errors import CourseError
from grader.quiz.bundled.plain_data import (
    INDEX,
    SCHEMA,
    column,
    extras_data,
    item_data,
    option_data,
    plot_data,
    table_data,
)
from grader.quiz.bundled.released_quiz import read_quiz
from grader.quiz.course.quiz_files import RELEASED, RELEASED_INDEX, load_quiz, quiz_names, quiz_pool
from grader.quiz.page.pages import practice_page
from grader.quiz.port.carried import Carried
from grader.quiz.port.function_source import NotPortableError
from grader.quiz.question.records import Mistake, Params, Part, Question, Quiz, Step, Value, Values
from grader.quiz.question.solving import reached, solve
from grader.quiz.question.statement import fingerprint
from grader.quiz.variants.drawing import practice_variant
from grader.quiz.variants.pool import Pool

PAGES = "quizzes"
"""The folder of a bundle in which the practice pages lie."""


def released_quizzes(root: Path, lang: str = "zh-TW") -> dict[str, bytes]:
    """The files of a bundle by their paths in it, for all quizzes of the course in `root`; pages
    open in `lang`. Empty where there is no quiz.

    Raises:
        CourseError: a quiz or its pool cannot be read, or a quiz cannot be released: one of its
            functions refers to what cannot be written down, and depends on a student's values.
    """
    names = quiz_names(root)
    files: dict[str, bytes] = {}
    for name in names:
        quiz = load_quiz(root, name)
        pool = quiz_pool(root, quiz)
        data = quiz_data(quiz, pool)
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        _same(quiz, pool, text)
        files[f"{RELEASED.as_posix()}/{name}.json"] = text.encode() + b"\n"
        files[f"{PAGES}/{name}.html"] = practice_page(quiz, pool, lang=lang).encode()
    if names:
        index = json.dumps({"schema": INDEX, "quizzes": names}, separators=(",", ":"))
        files[f"{RELEASED.as_posix()}/{RELEASED_INDEX}"] = index.encode() + b"\n"
    return files


def quiz_data(quiz: Quiz, pool: Pool) -> dict[str, Any]:
    """A quiz with its practice variants, ready for JSON.

    Raises:
        NotPortableError: see `released_quizzes`.
    """
    return {
        "schema": SCHEMA,
        "id": quiz.id,
        "title": packed(quiz.title),
        "summary": packed(quiz.summary),
        "questions": [_question(q, pool[q.id].practice) for q in quiz.questions],
    }


def _question(question: Question, practice: Sequence[Params]) -> dict[str, Any]:
    carried = Carried()
    solved = []
    for params in practice:
        values = solve(question, params)
        assert values is not None
        solved.append(values)

    def recorded(
        function: Callable[[Values], Any] | None, data: Callable[[Any], Any]
    ) -> dict[str, Any] | None:
        return None if function is None else column([data(function(v)) for v in solved])

    names = sorted(practice[0])
    if any(sorted(params) != names for params in practice):
        raise CourseError(
            tr(
                "The variants of question {id} differ in the names of their parameters; it cannot "
                "be released.",
                id=question.id,
            )
        )
    return {
        "id": question.id,
        "title": packed(question.title),
        "source": packed(question.source),
        "statement": packed(question.statement),
        "hints": [packed(hint) for hint in question.hints],
        "repeats": question.repeats,
        "names": names,
        "params": [[carried.value(params[name]) for name in names] for params in practice],
        "parts": [_part(part, carried, recorded) for part in question.parts],
        "steps": [
            {"name": s.name, "how": _how(carried, question, s.function, practice)}
            for s in question.steps
        ],
        "mistakes": [
            {
                "id": m.id,
                "step": m.step,
                "text": packed(m.text),
                "twin": m.twin,
                "how": _how(carried, question, m.wrong, practice),
            }
            for m in question.mistakes
        ],
        "reached": {step: sorted(names) for step, names in reached(question).items()},
        "worked": [[one.step, packed(one.text)] for one in question.worked],
        "extras": recorded(question.extras, extras_data),
        "tables": recorded(question.tables, lambda tables: [table_data(t) for t in tables]),
        "plot": recorded(question.plot, plot_data),
        "confirm": _confirm(carried, question),
        "programs": carried.programs,
    }


def _part(part: Part, carried: Carried, recorded: Callable[..., Any]) -> dict[str, Any]:
    return {
        "step": part.step,
        "kind": str(part.kind),
        "title": packed(part.title),
        "prompt": packed(part.prompt),
        "points": part.points,
        "symbol": packed(part.symbol),
        "decimals": part.decimals,
        "tolerance": carried.value(part.tolerance),
        "layout": str(part.layout),
        "unit": packed(part.unit),
        "shuffled": part.shuffled,
        "carry": part.carry,
        "confusions": [
            [expected, mine, id, packed(text)]
            for (expected, mine), (id, text) in part.confusions.items()
        ],
        "options": recorded(part.options, lambda options: [option_data(o) for o in options]),
        "items": recorded(part.items, lambda items: [item_data(i) for i in items]),
        "labels": recorded(part.labels, lambda labels: [packed(t) for t in labels]),
        "also": recorded(part.also, lambda also: [carried.value(v) for v in also]),
    }


def _how(
    carried: Carried,
    question: Question,
    function: Callable[[Values], Value],
    practice: Sequence[Params],
) -> dict[str, Any]:
    """A step or a mistake: the number of its program; or, where it cannot be written down and
    looks at parameters alone, what it gives for each variant."""
    try:
        return {"program": carried.number(function)}
    except NotPortableError:
        try:
            return {"given": column([carried.value(function(Values(p))) for p in practice])}
        except (AttributeError, KeyError, ArithmeticError, ValueError):
            pass
        raise


def _confirm(carried: Carried, question: Question) -> int | None:
    """The NumPy that the page lets a learner copy; None where there is none to be shown."""
    if question.confirm is None:
        return None
    try:
        return carried.number(question.confirm)
    except NotPortableError:
        return None


def _same(quiz: Quiz, pool: Pool, text: str) -> None:
    """Does the release ask, solve and err as the course does, in every practice variant?

    Raises:
        CourseError: it does not.
    """
    again, stock = read_quiz(text)
    for question, copied in zip(quiz.questions, again.questions, strict=True):
        for params in pool[question.id].practice:
            ways: list[tuple[tuple[Mistake, ...], tuple[Mistake, ...]]] = [((), ())]
            ways += [((a,), (b,)) for a, b in zip(question.mistakes, copied.mistakes, strict=True)]
            for mine, theirs in ways:
                one, two = solve(question, params, mine), solve(copied, params, theirs)
                if repr(_all(one, question.steps)) != repr(_all(two, question.steps)):
                    raise _differs(quiz, question, mine[0].id if mine else "")
    for number in range(max(len(s.practice) for s in pool.values())):
        shown = (practice_variant(quiz, pool, number), practice_variant(again, stock, number))
        if fingerprint(shown[0]) != fingerprint(shown[1]):
            raise _differs(quiz, quiz.questions[0], "")


def _all(values: Values | None, steps: Sequence[Step]) -> list[Value] | None:
    return None if values is None else [values[step.name] for step in steps]


def _differs(quiz: Quiz, question: Question, mistake: str) -> CourseError:
    at = f"{quiz.id}.{question.id}" + (f" ({mistake})" if mistake else "")
    return CourseError(
        tr(
            "{at} would differ in the release: its steps look at more than parameters and the "
            "steps before.",
            at=at,
        )
    )
