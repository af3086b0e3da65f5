"""One variant, proved: right answers earn, mistakes are named, blanks cost only themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from grader.language.text import LANGUAGES, Text
from grader.language.written import latin, missing, written_in
from grader.quiz.exact.numbers import flat, round_half, shape, written
from grader.quiz.exact.stream import Stream
from grader.quiz.marking.marks import PartMark, mark_question
from grader.quiz.question.records import (
    Entry,
    Kind,
    Layout,
    Params,
    Part,
    PosedQuestion,
    Question,
    Value,
)
from grader.quiz.question.solving import close, near, own, predicted, solve
from grader.quiz.question.wording import filled, letters
from grader.quiz.variants.drawing import ask
from grader.quiz.variants.fitness import unfit

_VERIFY = b"quiz-verify/1"


def variant_flaws(
    question: Question, params: Params, languages: Sequence[str] = LANGUAGES
) -> Iterator[str]:
    """What is wrong with one variant of a question."""
    if why := unfit(question, params):
        yield f"unfit: {why}"
        return
    asked = ask(question, params, Stream(_VERIFY, question.id))
    yield from _statement(asked, languages)
    yield from _confirmed(asked)
    right = {p.step: as_entry(asked, p, asked.key(p)) for p in question.parts}
    exactly = {p.step: as_entry(asked, p, asked.key(p), rounded=False) for p in question.parts}
    for how, entries in (("rounded", right), ("exact", exactly)):
        for one in _mark(asked, entries):
            if one.credit != 1 or one.diagnosis or one.carried:
                yield f"{one.part.step}: the right answer, {how}, earns {one.credit}"
    for part in question.parts:
        yield from _spoilt(asked, part, right)
        yield from _mistakes(asked, part, right)
        yield from _turned(asked, part, right)


def _mark(asked: PosedQuestion, entries: Mapping[str, Entry]) -> list[PartMark]:
    return mark_question(asked, {f"{asked.question.id}.{s}": e for s, e in entries.items()})


def _statement(asked: PosedQuestion, languages: Sequence[str]) -> Iterator[str]:
    question = asked.question
    texts = [question.statement, *(w.text for w in question.worked)]
    for part in question.parts:
        texts += [part.title, part.prompt]
        banked = [
            text
            for make in (part.options, part.items)
            if make is not None
            for one in make(asked.values)
            for text in (one.text, one.why)
            if text
        ]
        for text in banked:
            yield from language_flaws(text, languages)
        texts += banked
    for text in texts:
        try:
            whole = filled(asked, text)
        except (KeyError, IndexError, TypeError) as error:
            yield f"a text cannot be filled: {type(error).__name__} {error}"
            continue
        for lang in languages:
            if whole[lang].count("$") % 2 or "⟨" in whole[lang]:
                yield f"a text is not whole: {whole[lang][:60]}"


def _confirmed(asked: PosedQuestion) -> Iterator[str]:
    """The key against the question's other solver: within a tenth of the tolerance."""
    question = asked.question
    if question.confirm is None:
        return
    theirs = question.confirm(asked.params)
    for part in question.parts:
        if not part.kind.numeric and part.kind is not Kind.SHAPE:
            continue
        if part.step not in theirs:
            yield f"{part.step}: the other solver gives no value"
            continue
        mine = [float(x) for x in flat(asked.key(part))]
        other = [float(x) for x in flat(_tuples(theirs[part.step]))]
        least = float(part.slack) / 10
        if len(mine) != len(other) or any(
            abs(a - b) > least for a, b in zip(mine, other, strict=True)
        ):
            yield f"{part.step}: the key is {mine}, another solver gives {other}"


def _tuples(value: Any) -> Value:
    """Arrays and lists as tuples."""
    if hasattr(value, "tolist"):
        value = value.tolist()
    return tuple(_tuples(v) for v in value) if isinstance(value, list | tuple) else value


def _spoilt(asked: PosedQuestion, part: Part, right: Mapping[str, Entry]) -> Iterator[str]:
    """Blank and unreadable: costs the part and nothing else, and is not named a mistake."""
    for how, entry in (("blank", ""), ("unreadable", "?~")):
        for found in _mark(asked, {**right, part.step: entry}):
            expected = 0 if found.part.step == part.step else 1
            if found.credit != expected or found.diagnosis:
                yield f"{part.step} {how}: {found.part.step} earns {found.credit}"
    if part.kind in (Kind.VECTOR, Kind.MATRIX):
        value = asked.key(part)
        cells = [_typed(x, part, True) for x in flat(value)]
        for place in range(len(cells)):
            for spoilt in ("", "abc"):
                some = [spoilt if i == place else c for i, c in enumerate(cells)]
                formed = _formed(some, shape(value))
                found = _one(asked, part, {**right, part.step: formed})
                if found.wrong != (place,) or found.diagnosis:
                    yield f"{part.step}: entry {place} {spoilt or 'blank'} costs {found.wrong}"


def _mistakes(asked: PosedQuestion, part: Part, right: Mapping[str, Entry]) -> Iterator[str]:
    """Each mistake alone, and each with everything after it right by the student's own values."""
    question = asked.question
    if part.kind.chosen and part.kind is not Kind.ORDERING:
        yield from _options(asked, part, right)
        return
    for mistake in own(question, part):
        wrong = predicted(question, asked.params, part, [mistake])
        if wrong is None:
            continue
        for rounded in (False, True):
            if rounded and not _survives(part, wrong):
                continue
            entry = as_entry(asked, part, wrong, rounded=rounded)
            found = _one(asked, part, {**right, part.step: entry})
            if found.credit == 1:
                yield f"{part.step}: {mistake.id} earns everything"
            if (ids := [d.id for d in found.diagnosis]) != [mistake.id] and not (
                part.kind is Kind.SHAPE and mistake.id in ids
            ):
                yield f"{part.step}: {mistake.id} is named {ids}"
        values = solve(question, asked.params, [mistake])
        assert values is not None
        entries = {
            p.step: as_entry(asked, p, values[p.step], rounded=False) for p in question.parts
        }
        for found in _mark(asked, entries):
            if any(d.id != mistake.id for d in found.diagnosis) and found.part.kind.numeric:
                names = [d.id for d in found.diagnosis]
                yield f"{found.part.step}: {mistake.id} in {part.step} is named {names} there"


def _survives(part: Part, value: Value) -> bool:
    """Is the value still itself, within the tolerance, when rounded as the part asks?"""
    if not part.kind.numeric:
        return True
    return all(near(round_half(x, part.decimals), x, part.slack) for x in flat(value))


def _options(asked: PosedQuestion, part: Part, right: Mapping[str, Entry]) -> Iterator[str]:
    """Every wrong option is wrong, and says why."""
    options = part.options(asked.values) if part.options else ()
    key = asked.key(part)
    if part.kind is Kind.CHOICES:
        wrongs: list[Value] = []
        for option in options:
            rest = tuple(id for id in key if id != option.id)
            wrongs.append(rest if option.id in key else (*key, option.id))
        wrongs = [w for w in wrongs if w]
    elif part.kind is Kind.MATCHING:
        wrongs = [
            tuple(o.id if j == i else k for j, k in enumerate(key))
            for i in range(len(key))
            for o in options
            if o.id != key[i]
        ]
    else:
        wrongs = [o.id for o in options if o.id != key]
    for wrong in wrongs:
        found = _one(asked, part, {**right, part.step: as_entry(asked, part, wrong)})
        if found.credit == 1:
            yield f"{part.step}: {wrong} earns everything"
        if len(found.diagnosis) != 1:
            yield f"{part.step}: nothing is said of {wrong}"


def _turned(asked: PosedQuestion, part: Part, right: Mapping[str, Entry]) -> Iterator[str]:
    """Transposed, and a vector laid down: full marks where either way is right, else named."""
    value = asked.key(part)
    if part.kind is Kind.MATRIX:
        turned = tuple(zip(*value, strict=True))
        if close(turned, value, part):
            return
        found = _one(asked, part, {**right, part.step: as_entry(asked, part, turned)})
        if found.credit == 1 or not found.diagnosis:
            yield f"{part.step}: the transpose earns {found.credit}, named {found.diagnosis}"
    elif part.kind is Kind.VECTOR and len(value) > 1:
        numbers = [_typed(x, part, True) for x in value]
        row, column = "[[" + ", ".join(numbers) + "]]", "[[" + "], [".join(numbers) + "]]"
        for entry, layout in ((row, Layout.ROW), (column, Layout.COLUMN)):
            found = _one(asked, part, {**right, part.step: entry})
            expected = part.layout in (Layout.ANY, layout)
            if (found.credit == 1) != expected or (not expected and not found.answer.form):
                yield f"{part.step}: written as a {layout} it earns {found.credit}"


def _one(asked: PosedQuestion, part: Part, entries: Mapping[str, Entry]) -> PartMark:
    return next(m for m in _mark(asked, entries) if m.part.step == part.step)


# --------------------------------------------------------------------------- as a student types it


def as_entry(asked: PosedQuestion, part: Part, value: Value, *, rounded: bool = True) -> Entry:
    """What one would type for `value`: as the part asks for, or not `rounded`."""
    if part.kind.chosen:
        chosen = letters(asked, part, value)
        return chosen[0] if part.kind in (Kind.CHOICE, Kind.PLOT) else chosen
    if part.kind is Kind.SHAPE:
        return str(tuple(value))
    numbers = [_typed(x, part, rounded) for x in flat(value)]
    return numbers[0] if part.kind is Kind.NUMBER else _formed(numbers, shape(value))


def _typed(number: Value, part: Part, rounded: bool) -> str:
    if rounded:
        return written(number, part.decimals)
    return repr(number) if isinstance(number, float) else str(number)


def _formed(cells: list[str], size: tuple[int, ...]) -> Entry:
    if len(size) < 2:
        return tuple(cells)
    width = size[1]
    return tuple(tuple(cells[i : i + width]) for i in range(0, len(cells), width))


# --------------------------------------------------------------------------- languages


def language_flaws(text: Text, languages: Sequence[str] = LANGUAGES) -> Iterator[str]:
    """A text must be in all languages, unless it reads the same in all: a formula, a name."""
    said = {tag: text[tag] for tag in languages}
    if len(set(said.values())) < 2:
        first = said[languages[0]]
        own = [tag for tag in languages if not latin(tag) and written_in(first, tag)]
        if not first or (own and len(languages) > 1):
            yield f"says nothing of its own in one language: {first[:40]}"
        return
    for tag in languages:
        if not written_in(said[tag], tag):
            other = next(said[one] for one in languages if one != tag)
            shown = said[tag] if tag == "en" else other
            yield f"{missing(tag)}: {shown[:40]}"
