"""What is said after a sheet has been filled in."""

from __future__ import annotations

from collections.abc import Sequence

from grader.bridges.gradebook.fill import FillSummary, Said
from grader.language.text import Text, tr
from grader.render.typeset import one_line, pad, width

_SAME = tr("not scaled")


def told_text(told: FillSummary, lang: str) -> str:
    """The whole account, as lines for a terminal. Nothing that needs a decision is left out."""
    lines = [
        tr(
            "Grades filled in: {filled}; the same as before: {same}; changed: {count}.",
            filled=told.filled,
            same=told.same,
            count=len(told.replaced),
        )[lang]
    ]
    if told.comments:
        count = told.comments
        said = tr("Feedback comments written: {count}.", count=count)
        lines.append(said[lang])
    for scale in told.scales:
        before, _, after = scale.what.partition(" → ")
        if before == after:
            said = tr(
                "{assignment}: out of {after}, {same}.",
                assignment=scale.assignment,
                after=after,
                same=_SAME,
            )
        else:
            said = tr(
                "{assignment}: scaled from {before} to the sheet's {after}.",
                assignment=scale.assignment,
                before=before,
                after=after,
            )
        lines.append(said[lang])
    lines += _table(tr("Grades that were there and changed"), told.replaced, lang)
    lines += _table(tr("Grades left (--keep)"), told.kept, lang)
    lines += _table(tr("Not filled in"), told.left, lang)
    lines += _table(
        tr("Results without a place: please look"),
        told.unplaced,
        lang,
    )
    lines += _table(tr("Matched by name alone"), _once(told.by_name), lang)
    if told.without:
        count = len(told.without)
        head = tr("In the sheet, without a result ({count}):", count=count)
        lines += ["", head[lang], *(f"  {one_line(who)}" for who in told.without)]
    return "\n".join(lines) + "\n"


def _once(said: Sequence[Said]) -> list[Said]:
    return list({(s.who, s.what): s for s in said}.values())


def _table(title: Text, said: Sequence[Said], lang: str) -> list[str]:
    if not said:
        return []
    rows = [(s.who, s.assignment, s.what, s.why[lang]) for s in said]
    clean = [tuple(one_line(cell) for cell in row) for row in rows]
    widths = [min(max(width(row[i]) for row in clean), 40) for i in range(3)]
    lines = ["", f"{title[lang]} ({len(said)}):"]
    for row in clean:
        cells = [pad(cell, widths[i]) for i, cell in enumerate(row[:3]) if widths[i]]
        lines.append(f"  {'  '.join([*cells, row[3]])}".rstrip())
    return lines
