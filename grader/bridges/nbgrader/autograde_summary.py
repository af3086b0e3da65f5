"""What `grade nbgrader autograde` says of an assignment at its end."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from grader.batch.progress import duration
from grader.batch.run import Outcome
from grader.bridges.nbgrader.handing_back import Handed
from grader.intake.gathered import NotGraded
from grader.language.text import Text
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
    head = Text(
        f"{name}：{handed.written} 份寫進成績簿；新評 {fresh}，沿用 {reused}；"
        f"滿分 {counts['full']}，遲交 {handed.late}。"
        f"評分用了 {duration(outcome.seconds)}，隔離等級 {outcome.record.tier}。",
        f"{name}: {handed.written} in the gradebook; graded {fresh}, reused {reused}; full "
        f"marks {counts['full']}, late {handed.late}. Grading took {duration(outcome.seconds)}, "
        f"isolation {outcome.record.tier}.",
    )
    lines = [head[lang]]
    if handed.recorded:
        said = Text(
            f"成績簿裡原本沒有 {name}，已照 source/{name} 記下它的格子。",
            f"The gradebook did not have {name}: its cells were recorded from source/{name}.",
        )
        lines.append(said[lang])
    if handed.missing:
        names = ", ".join(handed.missing)
        said = Text(
            f"成績簿裡沒有這些函式的評分格，它們的分數不計：{names}",
            f"No grade cell in the gradebook, so their points do not count: {names}",
        )
        lines.append(said[lang])
    lines += _listed(
        Text("需要老師評，還沒有成績", "To be graded by you, no score yet"),
        [f"{student}: {first_sentence(why[lang])}" for student, why in handed.waiting],
        lang,
    )
    lines += _listed(
        Text("沒有評的檔案", "Files not graded"),
        [f"{line.where}: {line.reason[lang]}" for line in left],
        lang,
    )
    lines += _listed(
        Text("有問題", "Trouble"), [f"{who}: {why[lang]}" for who, why in handed.problems], lang
    )
    lines += _listed(
        Text(
            "nbgrader 送不到回饋（繳交時沒有 submission_secret.txt）；"
            "請另外給學生 feedback/ 裡的頁面",
            "nbgrader cannot deliver feedback (submitted without submission_secret.txt); give "
            "these students their page in feedback/ yourself",
        ),
        handed.secretless,
        lang,
    )
    lines += _listed(
        Text(
            "nbgrader 送不到回饋（繳交裡沒有任何 notebook）；請另外給學生 feedback/ 裡的頁面",
            "nbgrader cannot deliver feedback (submitted without any notebook); give these "
            "students their page in feedback/ yourself",
        ),
        handed.bookless,
        lang,
    )
    where = Text(
        f"總覽：{place / 'index.html'}\n"
        f"下一步：在 Formgrader 看；回饋已經在 feedback/，發還用 nbgrader release_feedback {name}",
        f"Overview: {place / 'index.html'}\n"
        f"Next: look in Formgrader; feedback lies in feedback/, and "
        f"`nbgrader release_feedback {name}` gives it out",
    )
    return "\n".join([*lines, where[lang]]) + "\n"


def stopped(outcome: Outcome, name: str, lang: str) -> str:
    """What is said when grading was interrupted: nothing has gone into the gradebook."""
    done = outcome.counts["total"]
    left = len(outcome.gathered.found) - done
    return (
        Text(
            f"{name}：已停下，好了 {done} 份，還剩 {left} 份；成績簿還沒有動。再執行一次就接著做。",
            f"{name}: stopped, {done} done, {left} left; the gradebook is as it was. Run it again "
            "to go on.",
        )[lang]
        + "\n"
    )


def _listed(title: Text, lines: Sequence[str], lang: str) -> list[str]:
    if not lines:
        return []
    said = [f"{title[lang]} ({len(lines)}):", *(f"  {line}" for line in lines[:LISTED])]
    if len(lines) > LISTED:
        more = len(lines) - LISTED
        said.append("  " + Text(f"…還有 {more} 個", f"… {more} more")[lang])
    return said
