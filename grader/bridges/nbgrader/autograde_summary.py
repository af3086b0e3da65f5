"""What `grade nbgrader autograde` says of an assignment at its end."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from grader.batch.progress import duration
from grader.batch.run import Outcome
from grader.bridges.nbgrader.handing_back import Handed
from grader.intake.gathered import NotGraded
from grader.language.text import Text, tr
from grader.render.views import first_sentence

LISTED = 20
"""Lines of a list that are shown."""


def summary(
    outcome: Outcome, handed: Handed, left: Sequence[NotGraded], place: Path, lang: str
) -> str:
    """The summary of an assignment that was graded and handed back. `left` are the files not
    graded; `place` is the folder with the engine's own results."""
    counts, name = outcome.counts, handed.assignment
    fresh, reused = counts["graded"], counts["kept"] + counts["stored"]
    head = tr(
        "{name}: {written} in the gradebook; graded {fresh}, reused {reused}; full marks "
        "{full}, late {late}. Grading took {seconds}, isolation {tier}.",
        name=name,
        written=handed.written,
        fresh=fresh,
        reused=reused,
        full=counts["full"],
        late=handed.late,
        seconds=duration(outcome.seconds),
        tier=outcome.record.tier,
    )
    lines = [head[lang]]
    if handed.recorded:
        said = tr(
            "The gradebook did not have {name}: its cells were recorded from source/{name}.",
            name=name,
        )
        lines.append(said[lang])
    if handed.missing:
        names = ", ".join(handed.missing)
        said = tr(
            "No grade cell in the gradebook, so their points do not count: {names}", names=names
        )
        lines.append(said[lang])
    lines += _listed(
        tr("To be graded by you, no score yet"),
        [f"{student}: {first_sentence(why[lang])}" for student, why in handed.waiting],
        lang,
    )
    lines += _listed(
        tr("Files not graded"),
        [f"{line.where}: {line.reason[lang]}" for line in left],
        lang,
    )
    lines += _listed(tr("Trouble"), [f"{who}: {why[lang]}" for who, why in handed.problems], lang)
    lines += _listed(
        tr(
            "nbgrader cannot deliver feedback (submitted without submission_secret.txt); give "
            "these students their page in feedback/ yourself"
        ),
        handed.secretless,
        lang,
    )
    lines += _listed(
        tr(
            "nbgrader cannot deliver feedback (submitted without any notebook); give these "
            "students their page in feedback/ yourself"
        ),
        handed.bookless,
        lang,
    )
    where = tr(
        "Overview: {place}\n"
        "Next: look in Formgrader; feedback lies in feedback/, and `nbgrader release_feedback "
        "{name}` gives it out",
        place=place / "index.html",
        name=name,
    )
    return "\n".join([*lines, where[lang]]) + "\n"


def stopped(outcome: Outcome, name: str, lang: str) -> str:
    """What is said when grading was interrupted: nothing has gone into the gradebook."""
    done = outcome.counts["total"]
    left = len(outcome.gathered.found) - done
    return (
        tr(
            "{name}: stopped, {done} done, {left} left; the gradebook is as it was. Run it "
            "again to go on.",
            name=name,
            done=done,
            left=left,
        )[lang]
        + "\n"
    )


def _listed(title: Text, lines: Sequence[str], lang: str) -> list[str]:
    if not lines:
        return []
    said = [f"{title[lang]} ({len(lines)}):", *(f"  {line}" for line in lines[:LISTED])]
    if len(lines) > LISTED:
        more = len(lines) - LISTED
        said.append("  " + tr("… {more} more", more=more)[lang])
    return said
