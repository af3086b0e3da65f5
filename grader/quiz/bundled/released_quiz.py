"""A released quiz: `checks/quizzes/<name>.json` as a `Quiz` and a pool.

Everything that practises works with them as it does in the course. There is nothing in them from
which a graded variant could be drawn; `generate` says so.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from grader.language.text import tr, unpacked
from grader.model.errors import CourseError
from grader.quiz.bundled.plain_data import (
    SCHEMA,
    extras_from,
    in_column,
    item_from,
    option_from,
    plot_from,
    table_from,
)
from grader.quiz.bundled.programs import Programs
from grader.quiz.exact.stream import Stream
from grader.quiz.question.records import (
    Kind,
    Layout,
    Mistake,
    Params,
    Part,
    Question,
    Quiz,
    Step,
    Value,
    Values,
    Worked,
)
from grader.quiz.question.solving import remember
from grader.quiz.variants.pool import Stock


def read_quiz(text: str) -> tuple[Quiz, dict[str, Stock]]:
    """The quiz and its pool, whose graded half is empty.

    Raises:
        CourseError: it is no released quiz of this version, or damaged.
    """
    try:
        data = json.loads(text)
        if data["schema"] != SCHEMA:
            raise ValueError(f"not {SCHEMA}")
        made = [_question(data["id"], one) for one in data["questions"]]
        quiz = Quiz(
            id=data["id"],
            title=unpacked(data["title"]),
            summary=unpacked(data["summary"]),
            questions=tuple(question for question, _ in made),
        )
        return quiz, {question.id: stock for question, stock in made}
    except (
        KeyError, IndexError, TypeError, ValueError, AttributeError, SyntaxError, RecursionError,
        ZeroDivisionError,
    ) as error:  # fmt: skip
        what = f"missing {error}" if isinstance(error, KeyError) else str(error)[:80]
        raise CourseError(
            tr(
                "This release's quiz file cannot be used: {what}. Download the release again.",
                what=what,
            )
        ) from error


def _question(quiz: str, data: Mapping[str, Any]) -> tuple[Question, Stock]:
    programs = Programs(data["programs"], f"{quiz}.{data['id']}")
    names = data["names"]
    practice = tuple(
        dict(zip(names, map(programs.value, row), strict=True)) for row in data["params"]
    )
    numbers = {tuple(params.values()): i for i, params in enumerate(practice)}

    def recorded(
        column: Mapping[str, Any] | None, read: Callable[[Any], Any]
    ) -> Callable[[Values], Any] | None:
        if column is None:
            return None

        def look_up(v: Values) -> Any:
            return read(in_column(column, numbers[tuple(v[name] for name in names)]))

        return look_up

    def how(one: Mapping[str, Any]) -> Callable[[Values], Value]:
        if "program" in one:
            return programs.function(one["program"])
        found = recorded(one["given"], programs.value)
        assert found is not None
        return found

    confirm = data["confirm"]
    question = Question(
        id=data["id"],
        title=unpacked(data["title"]),
        statement=unpacked(data["statement"]),
        parts=tuple(_part(part, programs, recorded) for part in data["parts"]),
        generate=_withheld,
        slide=practice[0],
        steps=tuple(Step(s["name"], how(s["how"])) for s in data["steps"]),
        mistakes=tuple(
            Mistake(m["id"], m["step"], unpacked(m["text"]), how(m["how"]), m["twin"])
            for m in data["mistakes"]
        ),
        worked=tuple(Worked(step, unpacked(text)) for step, text in data["worked"]),
        confirm=None if confirm is None else programs.function(confirm),
        tables=recorded(data["tables"], lambda d: tuple(map(table_from, d))),
        plot=recorded(data["plot"], plot_from),
        extras=recorded(data["extras"], extras_from),
        source=unpacked(data["source"]),
        hints=tuple(map(unpacked, data["hints"])),
        repeats=data["repeats"],
    )
    remember(question, {step: frozenset(found) for step, found in data["reached"].items()})
    return question, Stock(practice, (), 0)


def _part(data: Mapping[str, Any], programs: Programs, recorded: Callable[..., Any]) -> Part:
    return Part(
        step=data["step"],
        kind=Kind(data["kind"]),
        title=unpacked(data["title"]),
        prompt=unpacked(data["prompt"]),
        points=data["points"],
        symbol=unpacked(data["symbol"]),
        decimals=data["decimals"],
        tolerance=programs.value(data["tolerance"]),
        layout=Layout(data["layout"]),
        unit=unpacked(data["unit"]),
        options=recorded(data["options"], lambda d: tuple(map(option_from, d))),
        items=recorded(data["items"], lambda d: tuple(map(item_from, d))),
        confusions={
            (expected, mine): (id, unpacked(text))
            for expected, mine, id, text in data["confusions"]
        },
        also=recorded(data["also"], lambda d: tuple(map(programs.value, d))),
        labels=recorded(data["labels"], lambda d: tuple(map(unpacked, d))),
        shuffled=data["shuffled"],
        carry=data["carry"],
    )


def _withheld(_: Stream) -> Params:
    raise CourseError(tr("A student release has nothing that makes questions."))
