"""The records of a quiz: what an author writes, what a student is asked, what a student enters.

A value is an exact number (`int` or `Fraction`), a `float` where a log or an exponential is the
point, a string (the id of an option), or a tuple of values: a vector is a tuple of numbers, a
matrix a tuple of rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import Any

from grader.language.text import LANGUAGES, NO_TEXT, Text
from grader.quiz.exact.stream import Stream

Value = Any
Params = Mapping[str, Value]

POINTS = 100
"""What the parts of a quiz add up to."""


class Kind(StrEnum):
    """What is entered for a part."""

    NUMBER = "number"
    VECTOR = "vector"
    MATRIX = "matrix"
    SHAPE = "shape"
    CHOICE = "choice"
    CHOICES = "choices"
    MATCHING = "matching"
    ORDERING = "ordering"
    PLOT = "plot"

    @property
    def numeric(self) -> bool:
        """Is the answer made of numbers that a tolerance applies to?"""
        return self in (Kind.NUMBER, Kind.VECTOR, Kind.MATRIX)

    @property
    def chosen(self) -> bool:
        """Is the answer made of options?"""
        return not self.numeric and self is not Kind.SHAPE


class Layout(StrEnum):
    """How a vector must be written: as one likes, standing or lying."""

    ANY = "any"
    COLUMN = "column"
    ROW = "row"


class Mode(StrEnum):
    PRACTICE = "practice"
    GRADED = "graded"


class Values:
    """Parameters and the values of the steps so far, by name: `v.W1`, or `v["W1"]`."""

    __slots__ = ("_data",)

    def __init__(self, data: Mapping[str, Value]) -> None:
        self._data = data

    def __getattr__(self, name: str) -> Value:
        try:
            return self._data[name]
        except KeyError:
            raise AttributeError(name) from None

    def __getitem__(self, name: str) -> Value:
        return self._data[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._data)

    def __len__(self) -> int:
        return len(self._data)


# --------------------------------------------------------------------------- what is written


@dataclass(frozen=True, slots=True)
class Plot:
    """A drawing of curves: each a sequence of points, in a window (x0, x1, y0, y1).

    `alt` says what is to be seen and not what it is called.
    """

    curves: tuple[tuple[tuple[float, float], ...], ...]
    window: tuple[float, float, float, float]
    alt: Text


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a statement. Cells hold text, with math between `$`."""

    head: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    caption: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose. `why` is what to tell whoever chose it wrongly."""

    id: str
    text: Text
    why: Text = NO_TEXT
    plot: Plot | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to match an option to. `why` says why its option is the right one."""

    id: str
    text: Text
    why: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Mistake:
    """A wrong way to take one step. `wrong` gets what the step gets, and gives None where the
    mistake cannot be made with these numbers. `twin` is the id of an earlier mistake that gives
    the same here, so that only the answers before it can tell the two apart."""

    id: str
    step: str
    text: Text
    wrong: Callable[[Values], Value]
    twin: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the solution: a value from the parameters and the steps before it."""

    name: str
    function: Callable[[Values], Value]


@dataclass(frozen=True, slots=True)
class Worked:
    """A piece of the worked solution: a template, shown with the value of `step` in it."""

    step: str
    text: Text


@dataclass(frozen=True, slots=True)
class Part:
    """One answer. `step` names the step whose value is the key.

    An exact key counts as it stands and rounded to `decimals`; `tolerance` widens that where
    rounding on the way must be allowed for. `options`, `items`, `also` (other right answers) and
    `labels` (of the entries) are made from the values of the variant.
    """

    step: str
    kind: Kind
    title: Text
    prompt: Text
    points: float
    symbol: Text = NO_TEXT
    decimals: int = 3
    tolerance: Fraction | None = None
    layout: Layout = Layout.ANY
    unit: Text = NO_TEXT
    options: Callable[[Values], tuple[Option, ...]] | None = None
    items: Callable[[Values], tuple[Item, ...]] | None = None
    confusions: Mapping[tuple[str, str], tuple[str, Text]] = field(default_factory=dict)
    also: Callable[[Values], tuple[Value, ...]] | None = None
    labels: Callable[[Values], tuple[Text, ...]] | None = None
    shuffled: bool = True
    carry: float = 1.0
    """What a step that is right by the student's own earlier values earns of the points."""

    @property
    def name(self) -> Text:
        """What the part is called in a sentence."""
        return self.symbol or self.title

    @property
    def slack(self) -> Fraction:
        """How far an entry may be from the key, the bound included."""
        if self.tolerance is not None:
            return self.tolerance
        return Fraction(1, 2 * 10 ** max(self.decimals, 2))


@dataclass(frozen=True, slots=True)
class Question:
    """A question with everything that makes, solves, marks and explains its variants.

    `slide` holds the parameters of variant 0. `constraint` says what a variant must satisfy
    besides keeping its mistakes apart. `confirm` solves again, by other means, and gives the
    value of every numeric part. `repeats` says that there are too few keys for all variants to
    have different ones; their parameters differ always.
    """

    id: str
    title: Text
    statement: Text
    parts: tuple[Part, ...]
    generate: Callable[[Stream], Params]
    slide: Params
    steps: tuple[Step, ...]
    mistakes: tuple[Mistake, ...] = ()
    worked: tuple[Worked, ...] = ()
    constraint: Callable[[Values], bool] | None = None
    confirm: Callable[[Params], Mapping[str, Any]] | None = None
    tables: Callable[[Values], tuple[Table, ...]] | None = None
    plot: Callable[[Values], Plot] | None = None
    extras: Callable[[Values], Mapping[str, Text | str]] | None = None
    source: Text = NO_TEXT
    hints: tuple[Text, ...] = ()
    repeats: bool = False
    drawn_on: dict[str, frozenset[str]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """Kept by `solving.reached`, which is how to ask for it."""

    def part(self, step: str) -> Part | None:
        return next((p for p in self.parts if p.step == step), None)


@dataclass(frozen=True, slots=True)
class Quiz:
    id: str
    title: Text
    summary: Text
    questions: tuple[Question, ...]

    def question(self, id: str) -> Question | None:
        return next((q for q in self.questions if q.id == id), None)

    @property
    def languages(self) -> tuple[str, ...]:
        """What it is written in: its title says."""
        return self.title.tags or LANGUAGES

    @property
    def part_ids(self) -> tuple[str, ...]:
        return tuple(f"{q.id}.{p.step}" for q in self.questions for p in q.parts)


# --------------------------------------------------------------------------- what is asked


@dataclass(frozen=True, slots=True)
class Asked:
    """One question with its numbers, and the order in which a student sees what is to choose.

    `orders` maps a part's step to the ids of its options in the order shown; `lined_up` to those
    of its items.
    """

    question: Question
    params: Params
    values: Values
    orders: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lined_up: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def key(self, part: Part) -> Value:
        return self.values[part.step]


@dataclass(frozen=True, slots=True)
class Variant:
    """The quiz as one student has it. `number` counts attempts (or practice variants) from 0."""

    quiz: Quiz
    mode: Mode
    asked: tuple[Asked, ...]
    student: str | None = None
    number: int = 0


# --------------------------------------------------------------------------- what is entered

Entry = str | tuple[str, ...] | tuple[tuple[str, ...], ...]
"""Raw, as typed: one string, or the cells of a vector or a matrix."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came back. `entries` maps `question.part` to what was entered there; `fingerprint` is
    that of the statement it answers, empty when unknown."""

    quiz: str
    entries: Mapping[str, Entry]
    mode: Mode = Mode.PRACTICE
    student: str | None = None
    number: int = 0
    fingerprint: str = ""
