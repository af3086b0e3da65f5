"""One run of the autograder: what lies in `submission/` to `results/results.json`.

It runs as root in a container that usually has no namespaces. The course lies in `source/`, the
results in `results/`; both are closed to everybody else, and student code runs as a user of its
own in the best cage that holds (`sandbox`).
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from grader.batch.work import believed
from grader.bridges.gradescope.results import AFTER_PUBLISHED, Data, failed, refused, results
from grader.course.load import load_course
from grader.files.atomic import write_whole
from grader.intake.file_reading import read_found
from grader.intake.gathered import Gathered
from grader.intake.gathering import gather
from grader.language.text import LANGUAGES, Text, joined, tr
from grader.model.assignment import Course
from grader.model.errors import CourseError, GradeError, SandboxError, SubmissionError
from grader.model.report import Report, Status, Verdict
from grader.model.submission import Submission
from grader.sandbox.best_cage import BestCage, open_cage

SETTINGS = "dlgrade.json"
COURSE = "course"
_MOST_LISTED = 12

OURS = tr(
    "The grader itself failed: no score was given and nothing is taken off. Please tell your "
    "instructor, who can run it again."
)
_REVIEW = 3


@dataclass(frozen=True, slots=True)
class Settings:
    """What the exporter wrote into dlgrade.json."""

    assignment: str
    seed: int
    langs: tuple[str, ...] = LANGUAGES
    hidden: str = AFTER_PUBLISHED

    def to_json(self) -> bytes:
        data = {name: getattr(self, name) for name in self.__slots__}
        return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def read_settings(path: Path) -> Settings:
    """Raises CourseError where it is not what the exporter wrote."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        langs = tuple(str(lang) for lang in data["langs"])
        return Settings(str(data["assignment"]), int(data["seed"]), langs, str(data["hidden"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CourseError(
            tr(
                "{path} cannot be read: {error}. Export the autograder again.",
                path=path,
                error=error,
            )
        ) from error


def main(root: Path) -> int:
    """Grade the submission below `root` (Gradescope's /autograder) and write results.json.

    Returns 0; 3 where the grader itself failed, which results.json says without a score. What the
    instructor needs to know of it is printed: Gradescope shows that to instructors only.
    """
    langs: Sequence[str] = LANGUAGES
    try:
        settings = read_settings(root / "source" / SETTINGS)
        langs = settings.langs
        data, code = graded(root, settings)
    except GradeError as error:
        print(f"dlgrade: {' '.join(error.text[lang] for lang in langs)}", file=sys.stderr)
        data, code = failed(OURS, langs), _REVIEW
    except Exception:  # noqa: BLE001 - the student must not pay for a fault of ours
        traceback.print_exc()
        data, code = failed(OURS, langs), _REVIEW
    save(root / "results" / "results.json", data)
    return code


def graded(root: Path, settings: Settings) -> tuple[Data, int]:
    """The results of what was handed in, and the exit code.

    Raises:
        CourseError: the course in the zip is not whole.
        SandboxError: no cage holds.
    """
    course = load_course(root / "source" / COURSE)
    wanted = [settings.assignment]
    gathered = gather(root / "submission", course, assignments=wanted, student="student")
    if not gathered.found:
        return refused(_nothing(gathered, settings.assignment), settings.langs), 0
    found = gathered.found[0]
    try:
        submission = replace(read_found(found), student=None)
    except SubmissionError as error:
        return refused(error.text, settings.langs), 0
    with _cage() as cage:
        report = believed(lambda: _graded(course, submission, settings.seed, cage))
    for check in report.checks:
        if check.status is Verdict.BROKEN:
            print(f"dlgrade: {check.id}: {check.message['en']} {check.notes}", file=sys.stderr)
    code = _REVIEW if report.status is Status.NEEDS_REVIEW else 0
    return results(report, settings.langs, settings.hidden), code


def _graded(course: Course, submission: Submission, seed: int, cage: BestCage) -> Report:
    from grader.engine.pytest_run import grade_all

    names = [submission.assignment]
    try:
        return grade_all(course, [submission], cage=cage, seed=seed, assignments=names)[0]
    except SandboxError:
        return grade_all(course, [submission], cage=cage, seed=seed, assignments=names)[0]


def _cage() -> BestCage:
    """The best cage, L3 with a user of its own.

    Raises:
        SandboxError: only L3 holds, and this is not root: the student's code would run as the
            user who owns the solutions.
    """
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    cage = open_cage(apart=root)
    try:
        tier, why = cage.tier, " ".join(text["en"] for text in cage.why)
        if tier == "L3" and not root:
            raise SandboxError(
                tr(
                    "There is no isolation here (L3) and this is not root, so the student's code "
                    "could read the solutions. {why}",
                    why=why,
                )
            )
        print(f"dlgrade: isolation {tier}. {why}")
    except BaseException:
        cage.close()
        raise
    return cage


def _nothing(gathered: Gathered, assignment: str) -> Text:
    start = tr(
        "Nothing here can be graded (a .py or .ipynb file for {assignment}).",
        assignment=assignment,
    )
    left = gathered.not_graded[:_MOST_LISTED]
    return joined([start, *(Text(f"{n.where}: ") + n.reason for n in left)], Text("\n"))


def save(path: Path, data: Data) -> None:
    """Write results.json whole or not at all. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    write_whole(str(path), text.encode("utf-8", "replace"))
