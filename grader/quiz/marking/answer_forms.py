"""What was entered for one part, held against the form its answer has."""

from __future__ import annotations

from dataclasses import dataclass

from grader.language.text import NO_TEXT, Text, tr
from grader.quiz.exact.numbers import flat, shape
from grader.quiz.marking.typed_numbers import (
    Grid,
    TypedCell,
    read_grid,
    read_letters,
    read_one,
    read_shape,
)
from grader.quiz.question.records import Entry, Kind, Layout, Part, PosedQuestion, Value
from grader.quiz.question.wording import items_shown, options_shown


@dataclass(frozen=True, slots=True)
class ParsedAnswer:
    """An entry as read.

    `cells` are its entries in the order of the key's, empty where the form is another one.
    `value` is the whole, None where a cell is blank or unread; it may have another shape than the
    key. `form` says what is wrong with the form, `note` what is remarkable and costs nothing.
    """

    raw: str = ""
    value: Value = None
    cells: tuple[TypedCell, ...] = ()
    form: Text = NO_TEXT
    note: Text = NO_TEXT

    @property
    def blank(self) -> bool:
        return not self.raw.strip(" ,")


def read(asked: PosedQuestion, part: Part, entry: Entry) -> ParsedAnswer:
    """Read what was entered for `part`. Never raises on anything typed."""
    if part.kind is Kind.NUMBER:
        return _number(entry)
    if part.kind is Kind.SHAPE:
        return _shape(entry)
    if part.kind.numeric:
        return _grid(asked, part, entry)
    return _choice(asked, part, entry)


def _number(entry: Entry) -> ParsedAnswer:
    cell = read_one(entry)
    return ParsedAnswer(cell.raw, cell.number, (cell,))


def _shape(entry: Entry) -> ParsedAnswer:
    axes, raw = read_shape(entry)
    if axes is None and raw:
        return ParsedAnswer(raw, form=unread(raw))
    return ParsedAnswer(raw, axes)


def unread(raw: str) -> Text:
    """What to say of something typed that cannot be read."""
    short = raw if len(raw) <= 30 else raw[:29] + "…"
    return tr("“{short}” cannot be read.", short=short)


def _grid(asked: PosedQuestion, part: Part, entry: Entry) -> ParsedAnswer:
    grid = read_grid(entry)
    raw = _typed(grid)
    if not raw.strip(" ,;"):
        return ParsedAnswer()
    if grid.ragged:
        return ParsedAnswer(
            raw,
            form=tr("The rows differ in length: this is no matrix."),
        )
    key = asked.key(part)
    if part.kind is Kind.MATRIX:
        return _matrix(grid, raw, key)
    return _vector(part, grid, raw, key)


def _vector(part: Part, grid: Grid, raw: str, key: Value) -> ParsedAnswer:
    rows, columns = grid.shape
    size = len(key)
    cells = grid.cells
    numbers = _all(cells)
    if min(rows, columns) != 1 or len(cells) != size:
        value = numbers if min(rows, columns) == 1 else _nested(grid)
        return ParsedAnswer(raw, value, form=_count(grid, size))
    lies = rows == 1 and columns > 1
    if part.layout is not Layout.ANY and not grid.flat and size > 1:
        expected = "row" if part.layout is Layout.ROW else "column"
        if lies != (part.layout is Layout.ROW):
            return ParsedAnswer(raw, _nested(grid), form=_LYING[expected])
    return ParsedAnswer(raw, numbers, cells, form=_one_number(numbers, key))


def _one_number(numbers: Value, key: Value) -> Text:
    """One number in every place, where the key is not like that, is no answer: of zeros alone,
    some are right for nothing."""
    if numbers is None or len(numbers) < 2 or len(set(numbers)) > 1 or len(set(flat(key))) == 1:
        return NO_TEXT
    return tr("The same number in every place earns nothing.")


_LYING = {
    "row": tr(
        "The layout is not right: a row (lying) is due here, and this is a column (standing)."
    ),
    "column": tr(
        "The layout is not right: a column (standing) is due here, and this is a row (lying)."
    ),
}


def _count(grid: Grid, size: int) -> Text:
    rows, columns = grid.shape
    if min(rows, columns) == 1:
        n = len(grid.cells)
        return tr("{size} numbers are due here, and there are {n}.", size=size, n=n)
    return tr(
        "A vector of {size} numbers is due here, and this is a {rows}×{columns} matrix.",
        size=size,
        rows=rows,
        columns=columns,
    )


def _matrix(grid: Grid, raw: str, key: Value) -> ParsedAnswer:
    expected = shape(key)
    if grid.shape == expected:
        form = _one_number(_all(grid.cells), key)
        return ParsedAnswer(raw, _nested(grid), grid.cells, form=form)
    rows, columns = grid.shape
    return ParsedAnswer(
        raw,
        _nested(grid),
        form=tr(
            "A {due}×{due2} matrix is due here, and this is {rows}×{columns}.",
            due=expected[0],
            due2=expected[1],
            rows=rows,
            columns=columns,
        ),
    )


def _all(cells: tuple[TypedCell, ...]) -> Value:
    numbers = tuple(c.number for c in cells)
    return None if None in numbers else numbers


def _nested(grid: Grid) -> Value:
    rows = tuple(_all(row) for row in grid.rows)
    return None if None in rows else rows


def _typed(grid: Grid) -> str:
    rows = [", ".join(c.raw for c in row) for row in grid.rows]
    if not any(c.raw for c in grid.cells):
        return ""
    if len(rows) == 1:
        return rows[0] if len(grid.cells) == 1 else f"[{rows[0]}]"
    return "[" + ", ".join(f"[{row}]" for row in rows) + "]"


# --------------------------------------------------------------------------- options


def _choice(asked: PosedQuestion, part: Part, entry: Entry) -> ParsedAnswer:
    chosen, raw = read_letters(entry)
    if not any(chosen):
        return ParsedAnswer()
    known = {letter: option.id for letter, option in options_shown(asked, part)}
    strange = sorted({c for c in chosen if c and c not in known})
    if strange:
        last = list(known)[-1]
        return ParsedAnswer(
            raw,
            form=tr(
                "“{strange}” is not an option; the options are A to {last}.",
                strange=strange[0][:20],
                last=last,
            ),
        )
    ids = tuple(known[c] if c else "" for c in chosen)
    if part.kind is Kind.MATCHING:
        return _matching(asked, part, ids, raw)
    if part.kind is Kind.ORDERING:
        return _ordering(ids, raw, len(known))
    if part.kind is Kind.CHOICES:
        return ParsedAnswer(raw, tuple(sorted(set(filter(None, ids)))))
    ids = tuple(dict.fromkeys(filter(None, ids)))
    if len(ids) > 1:
        return ParsedAnswer(raw, form=tr("Only one may be chosen here."))
    return ParsedAnswer(raw, ids[0])


def _matching(asked: PosedQuestion, part: Part, ids: tuple[str, ...], raw: str) -> ParsedAnswer:
    """In the key's order of items; an item without an option has ""."""
    shown = items_shown(asked, part)
    if len(ids) != len(shown):
        n, m = len(shown), len(ids)
        return ParsedAnswer(
            raw,
            form=tr("{n} are to be matched, not {m}.", n=n, m=m),
        )
    mine = {item.id: id for item, id in zip(shown, ids, strict=True)}
    items = part.items(asked.values) if part.items else ()
    return ParsedAnswer(raw, tuple(mine[item.id] for item in items))


def _ordering(ids: tuple[str, ...], raw: str, size: int) -> ParsedAnswer:
    if len([i for i in ids if i]) != len({i for i in ids if i}):
        return ParsedAnswer(raw, form=tr("One of them stands there more than once."))
    if len(ids) != size:
        return ParsedAnswer(
            raw,
            form=tr("{size} are due, not {count}.", size=size, count=len(ids)),
        )
    return ParsedAnswer(raw, ids)
