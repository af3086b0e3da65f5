"""What a run says at its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from grader.batch.progress import duration
from grader.batch.run import Outcome
from grader.intake.gathered import Gathered
from grader.language.text import Text, tr

LISTED = 20
"""Lines of a list that are shown; a file has them all."""


def summary(outcome: Outcome, out: Path, lang: str) -> str:
    counts, lines = outcome.counts, [""]
    total, seconds = counts["total"], outcome.seconds
    if outcome.record.state != "finished":
        left = len(outcome.gathered.found) - total
        said = tr(
            "Stopped: {total} done, {left} left. Go on: grade batch --resume --out {out}",
            total=total,
            left=left,
            out=out,
        )
        return said[lang] + "\n"
    fresh, reused = counts["graded"], counts["kept"] + counts["stored"]
    rate = total / seconds if seconds else 0.0
    head = tr(
        "Submissions: {total}; graded {fresh}, reused {reused}; full marks {full}. Took "
        "{seconds}, {rate:.1f} a second, isolation {tier}.",
        total=total,
        fresh=fresh,
        reused=reused,
        full=counts["full"],
        seconds=duration(seconds),
        rate=rate,
        tier=outcome.record.tier,
    )
    lines = [head[lang]]
    lines += _changes(outcome, lang)
    lines += _listed(
        tr("Need review, no grade yet"),
        [f"{student}  {name}: {why[lang]}" for student, name, why in outcome.review],
        "results.csv",
        lang,
    )
    lines += _listed(
        tr("Files not graded"),
        [
            f"{n.where}{f' (×{n.count})' if n.count > 1 else ''}: {n.reason[lang]}"
            for n in outcome.gathered.not_graded
        ],
        "not-graded.csv",
        lang,
    )
    lines += _listed(
        tr("Absent"),
        [
            f"{a.student} {a.name or ''}".rstrip() + f"  {a.assignment}"
            for a in outcome.gathered.absent
        ],
        "results.csv",
        lang,
    )
    if counts["withdrawn"]:
        gone = tr(
            "Gone since the last run: {withdrawn}; the reports are now in {out}.",
            withdrawn=counts["withdrawn"],
            out=out / "withdrawn",
        )
        lines += ["", gone[lang]]
    where = tr("Overview: {out}\nGrades:   {out2}", out=out / "index.html", out2=out / "grades.csv")
    return "\n".join([*lines, "", where[lang]]) + "\n"


def outcome_data(outcome: Outcome) -> dict[str, Any]:
    """The same as plain data, for --json, and whole."""
    changes = None if outcome.changes is None else [asdict(c) for c in outcome.changes]
    return {
        "state": outcome.record.state,
        "isolation": outcome.record.tier,
        "counts": dict(outcome.counts),
        "seconds": round(outcome.seconds, 3),
        "review": [
            {"student": student, "assignment": name, "why": why}
            for student, name, why in outcome.review
        ],
        "changes": changes,
        **gathered_data(outcome.gathered),
    }


def gathered_data(gathered: Gathered) -> dict[str, Any]:
    """What was not graded and who is absent, as plain data."""
    return {
        "not_graded": [
            {
                "where": n.where,
                "student": n.student,
                "assignment": n.assignment,
                "kind": n.kind,
                "reason": n.reason,
                "count": n.count,
            }
            for n in gathered.not_graded
        ],
        "absent": [{"student": a.student, "assignment": a.assignment} for a in gathered.absent],
    }


def _changes(outcome: Outcome, lang: str) -> list[str]:
    if outcome.changes is None:
        return []
    if not outcome.changes:
        return ["", tr("No score has changed since the last run.")[lang]]

    def shown(value: float | None, status: str) -> str:
        if value is None:
            return status or "–"
        return f"{value:g}"

    lines = [
        f"{c.student}  {c.assignment}: {shown(c.before, c.before_status)} → "
        f"{shown(c.after, c.after_status)}"
        for c in outcome.changes
    ]
    return _listed(tr("Scores that changed"), lines, "changes.csv", lang)


def _listed(title: Text, lines: Sequence[str], file: str, lang: str) -> list[str]:
    """A titled list of the first lines; the file that has the rest is named."""
    if not lines:
        return []
    said = ["", f"{title[lang]} ({len(lines)}):", *(f"  {line}" for line in lines[:LISTED])]
    if len(lines) > LISTED:
        more = len(lines) - LISTED
        said.append("  " + tr("… {more} more, see {file}", more=more, file=file)[lang])
    return said
