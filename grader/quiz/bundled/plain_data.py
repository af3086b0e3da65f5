"""The texts, tables, options and plots of a released quiz as plain data, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from grader.language.text import Text, packed, unpacked
from grader.quiz.question.records import Item, Option, Plot, Table

SCHEMA = "quiz-release/1"
INDEX = "quiz-release-index/1"


def table_data(table: Table) -> dict[str, Any]:
    return {
        "head": [packed(cell) for cell in table.head],
        "rows": [[packed(cell) for cell in row] for row in table.rows],
        "caption": packed(table.caption),
    }


def table_from(data: Mapping[str, Any]) -> Table:
    rows = tuple(tuple(map(unpacked, row)) for row in data["rows"])
    return Table(tuple(map(unpacked, data["head"])), rows, unpacked(data["caption"]))


def plot_data(plot: Plot) -> dict[str, Any]:
    return {
        "curves": [[list(point) for point in curve] for curve in plot.curves],
        "window": list(plot.window),
        "alt": packed(plot.alt),
    }


def plot_from(data: Mapping[str, Any]) -> Plot:
    x0, x1, y0, y1 = data["window"]
    curves = tuple(tuple((x, y) for x, y in curve) for curve in data["curves"])
    return Plot(curves, (x0, x1, y0, y1), unpacked(data["alt"]))


def option_data(option: Option) -> dict[str, Any]:
    plot = None if option.plot is None else plot_data(option.plot)
    return {"id": option.id, "text": packed(option.text), "why": packed(option.why),
            "plot": plot}  # fmt: skip


def option_from(data: Mapping[str, Any]) -> Option:
    plot = None if data["plot"] is None else plot_from(data["plot"])
    return Option(data["id"], unpacked(data["text"]), unpacked(data["why"]), plot)


def item_data(item: Item) -> dict[str, Any]:
    return {"id": item.id, "text": packed(item.text), "why": packed(item.why)}


def item_from(data: Mapping[str, Any]) -> Item:
    return Item(data["id"], unpacked(data["text"]), unpacked(data["why"]))


def extras_data(extras: Mapping[str, Text | str]) -> dict[str, Any]:
    return {n: e if isinstance(e, str) else packed(e) for n, e in extras.items()}


def extras_from(data: Mapping[str, Any]) -> dict[str, Text | str]:
    return {n: e if isinstance(e, str) else unpacked(e) for n, e in data.items()}


def column(values: Sequence[Any]) -> dict[str, Any]:
    """What each variant has, in order; what several have alike is written once. Of lists, the
    entries are: two variants may have some options in common."""
    lists = all(isinstance(value, list) for value in values)
    places: dict[str, int] = {}

    def place(value: Any) -> int:
        return places.setdefault(json.dumps(value, ensure_ascii=False), len(places))

    at = [[place(one) for one in value] if lists else place(value) for value in values]
    return {"of": [json.loads(text) for text in places], "at": at[:1] if _same(at) else at}


def _same(values: Sequence[Any]) -> bool:
    return all(value == values[0] for value in values)


def in_column(data: Mapping[str, Any], number: int) -> Any:
    """What variant `number` has."""
    of, at = data["of"], data["at"]
    place = at[0] if len(at) == 1 else at[number]
    return [of[one] for one in place] if isinstance(place, list) else of[place]
