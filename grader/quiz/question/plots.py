"""Plots as SVG: axes, ticks, curves, in the colour of the text around them."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from grader.quiz.question.records import Plot

WIDTH, HEIGHT = 320, 220
_MARGIN = 26


def svg(plot: Plot, lang: str) -> str:
    """The plot as one `<svg>` element, without style sheet, script or id.

    Lines and letters are `currentColor`, so that it is legible on light and on dark. The text
    alternative is the plot's `alt` in `lang`.
    """
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label="{escape(plot.alt[lang])}" fill="none" stroke="currentColor" '
        'stroke-linecap="round" stroke-linejoin="round" font-family="sans-serif" font-size="11">',
        *_grid(plot),
    ]
    for curve in plot.curves:
        for run in _inside(plot, curve):
            points = " ".join(f"{x:.1f},{y:.1f}" for x, y in run)
            parts.append(f'<polyline stroke-width="2.4" points="{points}"/>')
    return "".join(parts) + "</svg>"


def _place(plot: Plot, x: float, y: float) -> tuple[float, float]:
    x0, x1, y0, y1 = plot.window
    across = _MARGIN + (x - x0) / (x1 - x0) * (WIDTH - 2 * _MARGIN)
    down = HEIGHT - _MARGIN - (y - y0) / (y1 - y0) * (HEIGHT - 2 * _MARGIN)
    return across, down


def _grid(plot: Plot) -> Iterator[str]:
    x0, x1, y0, y1 = plot.window
    for along, low, high in (("x", x0, x1), ("y", y0, y1)):
        for tick in _ticks(low, high):
            one = (tick, y0, tick, y1) if along == "x" else (x0, tick, x1, tick)
            (ax, ay), (bx, by) = _place(plot, one[0], one[1]), _place(plot, one[2], one[3])
            strong = tick == 0
            look = 'stroke-width="1.2"' if strong else 'stroke-width="0.6" stroke-opacity="0.3"'
            yield f'<line {look} x1="{ax:.1f}" y1="{ay:.1f}" x2="{bx:.1f}" y2="{by:.1f}"/>'
            label = f"{tick:g}".replace("-", "−")
            if along == "x":
                where = f'x="{ax:.1f}" y="{HEIGHT - 9}" text-anchor="middle"'
            else:
                where = f'x="{_MARGIN - 6}" y="{ay + 4:.1f}" text-anchor="end"'
            yield f'<text stroke="none" fill="currentColor" {where}>{label}</text>'


def _ticks(low: float, high: float) -> Iterator[float]:
    """Multiples of 0.5, 1 or 2, whichever gives few."""
    span = high - low
    step = 0.5 if span <= 3.5 else 1.0 if span <= 8 else 2.0
    count = int(low // step)
    while count * step <= high:
        if count * step >= low:
            yield count * step
        count += 1


def _inside(
    plot: Plot, curve: tuple[tuple[float, float], ...]
) -> Iterator[list[tuple[float, float]]]:
    """The runs of a curve within the window, cut at its upper and lower edge."""
    _, _, y0, y1 = plot.window
    run: list[tuple[float, float]] = []
    before: tuple[float, float] | None = None
    for x, y in curve:
        if before is not None and (y0 <= before[1] <= y1) != (y0 <= y <= y1):
            edge = y1 if max(y, before[1]) > y1 else y0
            share = (edge - before[1]) / (y - before[1])
            run.append(_place(plot, before[0] + share * (x - before[0]), edge))
        if y0 <= y <= y1:
            run.append(_place(plot, x, y))
        elif run:
            yield run
            run = []
        before = (x, y)
    if run:
        yield run
