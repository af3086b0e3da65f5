"""What a run says at its end."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from grader.batch.progress import duration
from grader.batch.run import Outcome
from grader.language.text import Text

LISTED = 20
"""Lines of a list that are shown; a file has them all."""


def summary(outcome: Outcome, out: Path, lang: str) -> str:
    counts, lines = outcome.counts, [""]
    total, seconds = counts["total"], outcome.seconds
    if outcome.record.state != "finished":
        left = len(outcome.gathered.found) - total
        said = Text(
            f"已停下：好了 {total} 份，還剩 {left} 份。接著做：grade batch --resume --out {out}",
            f"Stopped: {total} done, {left} left. Go on: grade batch --resume --out {out}",
        )
        return said[lang] + "\n"
    fresh, reused = counts["graded"], counts["kept"] + counts["stored"]
    rate = total / seconds if seconds else 0.0
    head = Text(
        f"作業 {total} 份：新評 {fresh}，沿用 {reused}；滿分 {counts['full']}。"
        f"用了 {duration(seconds)}，每秒 {rate:.1f} 份，隔離等級 {outcome.record.tier}。",
        f"Submissions: {total}; graded {fresh}, reused {reused}; full marks {counts['full']}. "
        f"Took {duration(seconds)}, {rate:.1f} a second, isolation {outcome.record.tier}.",
    )
    lines = [head[lang]]
    lines += _changes(outcome, lang)
    lines += _listed(
        Text("需要老師確認，還沒有成績", "Need review, no grade yet"),
        [f"{student}  {name}: {why[lang]}" for student, name, why in outcome.review],
        "results.csv",
        lang,
    )
    lines += _listed(
        Text("沒有評的檔案", "Files not graded"),
        [
            f"{n.where}{f' (×{n.count})' if n.count > 1 else ''}: {n.reason[lang]}"
            for n in outcome.gathered.not_graded
        ],
        "not-graded.csv",
        lang,
    )
    lines += _listed(
        Text("缺交", "Absent"),
        [
            f"{a.student} {a.name or ''}".rstrip() + f"  {a.assignment}"
            for a in outcome.gathered.absent
        ],
        "results.csv",
        lang,
    )
    if counts["withdrawn"]:
        gone = Text(
            f"這次不見了的作業：{counts['withdrawn']} 份；它們的報告移到 {out / 'withdrawn'}。",
            f"Gone since the last run: {counts['withdrawn']}; the reports are now in "
            f"{out / 'withdrawn'}.",
        )
        lines += ["", gone[lang]]
    where = Text(
        f"總覽：{out / 'index.html'}\n成績：{out / 'grades.csv'}",
        f"Overview: {out / 'index.html'}\nGrades:   {out / 'grades.csv'}",
    )
    return "\n".join([*lines, "", where[lang]]) + "\n"


def _changes(outcome: Outcome, lang: str) -> list[str]:
    if outcome.changes is None:
        return []
    if not outcome.changes:
        return ["", Text("成績和上次一樣。", "No score has changed since the last run.")[lang]]

    def shown(value: float | None, status: str) -> str:
        if value is None:
            return status or "–"
        return f"{value:g}"

    lines = [
        f"{c.student}  {c.assignment}: {shown(c.before, c.before_status)} → "
        f"{shown(c.after, c.after_status)}"
        for c in outcome.changes
    ]
    return _listed(Text("和上次不同的成績", "Scores that changed"), lines, "changes.csv", lang)


def _listed(title: Text, lines: Sequence[str], file: str, lang: str) -> list[str]:
    """A titled list of the first lines; the file that has the rest is named."""
    if not lines:
        return []
    said = ["", f"{title[lang]} ({len(lines)}):", *(f"  {line}" for line in lines[:LISTED])]
    if len(lines) > LISTED:
        more = len(lines) - LISTED
        said.append("  " + Text(f"…還有 {more} 個，見 {file}", f"… {more} more, see {file}")[lang])
    return said
