"""A plot of curves in characters."""

from __future__ import annotations

from itertools import pairwise

from grader.quiz.question.records import Plot

COLUMNS, ROWS = 49, 17


def plot_lines(plot: Plot, *, pretty: bool = True) -> list[str]:
    """The plot in `ROWS` lines: axes through the origin, their ends labelled."""
    x0, x1, y0, y1 = plot.window
    cells = [[" "] * COLUMNS for _ in range(ROWS)]
    across, down, cross, mark = ("─", "│", "┼", "●") if pretty else ("-", "|", "+", "*")
    zero_row, zero_column = _row(plot, 0.0), _column(plot, 0.0)
    for column in range(COLUMNS):
        cells[zero_row][column] = across
    for row in range(ROWS):
        cells[row][zero_column] = down
    cells[zero_row][zero_column] = cross
    for curve in plot.curves:
        for (ax, ay), (bx, by) in pairwise(curve):
            for step in range(9):
                x, y = ax + (bx - ax) * step / 8, ay + (by - ay) * step / 8
                if x0 <= x <= x1 and y0 <= y <= y1:
                    cells[_row(plot, y)][_column(plot, x)] = mark
    labels = {0: f"{y1:g}", zero_row: f"{x0:g}", ROWS - 1: f"{y0:g}"}
    side = max(map(len, labels.values()))
    lines = []
    for row, line in enumerate(cells):
        label = labels.get(row, "") if row != zero_row else f"{x0:g}"
        end = f" {x1:g}" if row == zero_row else ""
        lines.append(f"{label:>{side}} {''.join(line)}{end}".rstrip())
    return lines


def _row(plot: Plot, y: float) -> int:
    _, _, y0, y1 = plot.window
    place = round((y1 - y) / (y1 - y0) * (ROWS - 1))
    return min(max(place, 0), ROWS - 1)


def _column(plot: Plot, x: float) -> int:
    x0, x1, _, _ = plot.window
    place = round((x - x0) / (x1 - x0) * (COLUMNS - 1))
    return min(max(place, 0), COLUMNS - 1)
