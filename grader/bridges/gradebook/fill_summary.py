"""What is said after a sheet has been filled in."""

from __future__ import annotations

from collections.abc import Sequence

from grader.bridges.gradebook.fill import Said, Told
from grader.language.text import Text
from grader.render.typeset import one_line, pad, width

_SAME = Text("分數沒有換算", "not scaled")


def told_text(told: Told, lang: str) -> str:
    """The whole account, as lines for a terminal. Nothing that needs a decision is left out."""
    lines = [
        Text(
            f"填入 {told.filled} 個成績，{told.same} 個本來就相同，改了 {len(told.replaced)} 個。",
            f"Grades filled in: {told.filled}; the same as before: {told.same}; changed: "
            f"{len(told.replaced)}.",
        )[lang]
    ]
    if told.comments:
        count = told.comments
        said = Text(f"寫入 {count} 則回饋。", f"Feedback comments written: {count}.")
        lines.append(said[lang])
    for scale in told.scales:
        before, _, after = scale.what.partition(" → ")
        if before == after:
            said = Text(
                f"{scale.assignment}：滿分 {after}，{_SAME.zh}。",
                f"{scale.assignment}: out of {after}, {_SAME.en}.",
            )
        else:
            said = Text(
                f"{scale.assignment}：滿分 {before} 換算成表上的 {after}。",
                f"{scale.assignment}: scaled from {before} to the sheet's {after}.",
            )
        lines.append(said[lang])
    lines += _table(Text("改掉的成績", "Grades that were there and changed"), told.replaced, lang)
    lines += _table(Text("沒有動的成績（--keep）", "Grades left (--keep)"), told.kept, lang)
    lines += _table(Text("沒有填的", "Not filled in"), told.left, lang)
    lines += _table(
        Text("填不進去的成績：請自己對一下", "Results without a place: please look"),
        told.unplaced,
        lang,
    )
    lines += _table(Text("只靠姓名對上的", "Matched by name alone"), _once(told.by_name), lang)
    if told.without:
        count = len(told.without)
        head = Text(f"表上沒有成績的人（{count}）：", f"In the sheet, without a result ({count}):")
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
