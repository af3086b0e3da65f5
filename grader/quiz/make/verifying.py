"""Is a quiz sound? Every question's tests on every variant of its pools.

The right answer earns everything, however it is written; every mistake loses its own part and is
named as itself; what is blank or cannot be read costs only itself; another solver agrees with the
key; the course's languages are complete; no variant is in both pools.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from grader.language.text import Text
from grader.quiz.make.proving import language_flaws, variant_flaws
from grader.quiz.question.records import POINTS, Mode, Question, Quiz
from grader.quiz.question.solving import own, solve
from grader.quiz.variants.pool import LEAST, Pool, Stock


@dataclass(frozen=True, slots=True)
class QuizFlaw:
    """One thing that is not sound."""

    place: str
    text: str

    def __str__(self) -> str:
        return f"{self.place}: {self.text}"


def verify_quiz(quiz: Quiz, pool: Pool, *, sample: int | None = None) -> list[QuizFlaw]:
    """All flaws of a quiz and its pool; an empty list means sound.

    `sample` takes only that many variants of each pool, spread over it, variant 0 among them.
    """
    flaws = list(_whole(quiz, pool))
    for question in quiz.questions:
        stock = pool.get(question.id)
        if stock is None:
            continue
        for mode in Mode:
            variants = stock.of(mode)
            step = 1 if sample is None else max(1, len(variants) // sample)
            for number in range(0, len(variants), step):
                place = f"{quiz.id}.{question.id} {mode} {number}"
                for text in variant_flaws(question, variants[number], quiz.languages):
                    flaws.append(QuizFlaw(place, text))
    return flaws


def _whole(quiz: Quiz, pool: Pool) -> Iterator[QuizFlaw]:
    points = sum(p.points for q in quiz.questions for p in q.parts)
    if points != POINTS:
        yield QuizFlaw(quiz.id, f"points add up to {points:g}, not {POINTS}")
    if len(set(quiz.part_ids)) != len(quiz.part_ids):
        yield QuizFlaw(quiz.id, "two parts have the same id")
    languages = quiz.languages
    for where, text in _texts(quiz):
        yield from (QuizFlaw(f"{quiz.id}: {where}", w) for w in language_flaws(text, languages))
    for question in quiz.questions:
        place = f"{quiz.id}.{question.id}"
        stock = pool.get(question.id)
        if stock is None:
            yield QuizFlaw(place, "is not in the pool")
            continue
        yield from (QuizFlaw(place, text) for text in _stock(question, stock))
        for mistake in question.mistakes:
            if all(mistake not in own(question, part) for part in question.parts):
                yield QuizFlaw(place, f"{mistake.id} shows in no part")
        if question.confirm is None and any(p.kind.numeric for p in question.parts):
            yield QuizFlaw(place, "no independent solver confirms its numbers")
        names = {s.name for s in question.steps}
        for step in [p.step for p in question.parts] + [w.step for w in question.worked]:
            if step not in names:
                yield QuizFlaw(place, f"there is no step called {step}")


def _stock(question: Question, stock: Stock) -> Iterator[str]:
    for mode in Mode:
        if len(stock.of(mode)) < LEAST:
            yield f"fewer than {LEAST} variants for {mode}"
    marks = [repr(sorted(p.items())) for mode in Mode for p in stock.of(mode)]
    if len(set(marks)) != len(marks):
        yield "a variant stands in the pool twice"
    if stock.practice and dict(stock.practice[0]) != dict(question.slide):
        yield "practice variant 0 is not the slide's own"


def _texts(quiz: Quiz) -> Iterator[tuple[str, Text]]:
    yield "title", quiz.title
    yield "summary", quiz.summary
    for question in quiz.questions:
        yield f"{question.id} title", question.title
        yield f"{question.id} statement", question.statement
        yield f"{question.id} source", question.source
        for i, hint in enumerate(question.hints, start=1):
            yield f"{question.id} hint {i}", hint
        for mistake in question.mistakes:
            yield mistake.id, mistake.text
        for worked in question.worked:
            yield f"{question.id} worked {worked.step}", worked.text
        for part in question.parts:
            yield f"{question.id}.{part.step} title", part.title
            yield f"{question.id}.{part.step} prompt", part.prompt
            yield from part.confusions.values()
        values = solve(question, question.slide)
        for part in question.parts:
            for option in part.options(values) if part.options and values else ():
                yield f"{question.id}.{part.step} option {option.id}", option.text
                if option.why:
                    yield f"{question.id}.{part.step} why {option.id}", option.why
            for item in part.items(values) if part.items and values else ():
                yield f"{question.id}.{part.step} item {item.id}", item.text
