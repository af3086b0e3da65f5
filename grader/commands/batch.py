"""`grade batch`: a class at a time."""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from grader.batch import run_record as records
from grader.batch.progress import progress
from grader.batch.run import BatchRun
from grader.batch.run_record import Arguments, Record
from grader.batch.run_summary import gathered_data, outcome_data, summary
from grader.commands.console import Console
from grader.commands.executors import Cluster, Here, check_tier, jobs_of, stopping
from grader.course.load import choose_course, require, with_solutions
from grader.language.nearest import did_you_mean
from grader.language.text import Text, tr
from grader.model.assignment import Course
from grader.model.errors import EXIT_COULD_NOT_GRADE, EXIT_INTERRUPTED, EXIT_PASSED, UsageError
from grader.quiz.course.course_quizzes import with_quizzes
from grader.quiz.course.quiz_files import quiz_names
from grader.quiz.course.settings import quiz_settings
from grader.quiz.marking.reporting import ISOLATION
from grader.quiz.variants.drawing import course_secret

if TYPE_CHECKING:
    from grader.intake.gathered import Gathered

HELP: dict[str, Text] = {
    "submissions": tr(
        "a folder or zip: nbgrader, Moodle, Canvas, Gradescope, or a folder for each student"
    ),
    "--out": tr("folder for the results"),
    "--jobs": tr("graded at once (default: one a processor)"),
    "--assignment": tr("only this assignment (may be given several times)"),
    "--roster": tr("roster (CSV): names the students, lists the absent"),
    "--resume": tr("go on with the run that was interrupted"),
    "--regrade": tr(
        "grade again: all, broken, ASSIGNMENT, STUDENT or STUDENT/ASSIGNMENT (may be repeated)"
    ),
    "--seed": tr("seed of the random cases"),
    "--allow-unisolated": tr("grade without isolation (only code you trust)"),
    "--secret": tr("file with the course's secret, for quiz answers (default: DLGRADE_SECRET)"),
    "--cluster": tr("grade on the Dask cluster at this address"),
}


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """The arguments of `grade batch`, beside --help, --lang and --course."""
    add = parser.add_argument
    said = {name: text[lang] for name, text in HELP.items()}
    add("submissions", nargs="?", type=Path, metavar="SUBMISSIONS", help=said["submissions"])
    add("--out", type=Path, metavar="DIR", help=said["--out"])
    add("-j", "--jobs", type=int, metavar="N", help=said["--jobs"])
    add("--assignment", action="append", default=[], metavar="A", help=said["--assignment"])
    add("--roster", type=Path, metavar="CSV", help=said["--roster"])
    add("--resume", action="store_true", help=said["--resume"])
    add("--regrade", action="append", default=[], metavar="WHAT", help=said["--regrade"])
    add("--seed", type=int, help=said["--seed"])
    add("--allow-unisolated", action="store_true", help=said["--allow-unisolated"])
    add("--secret", type=Path, metavar="FILE", help=said["--secret"])
    add("--cluster", metavar="ADDRESS", help=said["--cluster"])


def run(options: argparse.Namespace, console: Console) -> int:
    """Grade a class. Returns 0, 3 when something needs review, 130 when interrupted."""
    if options.out is None:
        raise UsageError(tr("Which folder are the results for? grade batch SUBMISSIONS --out DIR"))
    arguments, resumed = _arguments(options, console)
    if arguments is None:
        said = tr("The last run into {out} is finished: nothing to resume.", out=options.out)
        console.say(said)
        console.tell(out=options.out, state="finished", total=0)
        return EXIT_PASSED
    course = with_quizzes(choose_course(Path(arguments.course)))
    quizzes = quiz_names(course.root)
    console.lang = lang = options.lang or arguments.lang
    jobs = jobs_of(options.jobs)
    folder = Path(os.path.abspath(options.out))
    if options.dry_run:
        return would_grade(_gathered(folder, course, arguments, quizzes), console)
    watch = progress(lang, silent=console.shows_progress is False)
    run = BatchRun(folder, course, arguments, watch)
    with run.locked(resumed), stopping(run):
        place = Cluster(options.cluster) if options.cluster else Here(jobs, str(folder))
        done = False
        try:
            only = bool(arguments.assignments) and set(arguments.assignments) <= set(quizzes)
            tier, why = (ISOLATION, ()) if only else place.tier()
            gathered = _gathered(folder, course, arguments, quizzes)
            secret = b""
            if any(f.assignment in quizzes for f in gathered.found):
                named = Path(arguments.secret) if arguments.secret else None
                secret = course_secret(course.root, named)
            if all(f.assignment in quizzes for f in gathered.found) and gathered.found:
                tier = ISOLATION
            else:
                check_tier(tier, why, arguments)
            outcome = run.execute(
                gathered, tier, place.executor, near=place.near, quizzes=quizzes, secret=secret
            )
            done = outcome.record.state == "finished"
        finally:
            place.close(at_once=not done)
    console.say(summary(outcome, options.out, lang))
    console.tell(out=options.out, **outcome_data(outcome))
    if not done:
        return EXIT_INTERRUPTED
    return EXIT_COULD_NOT_GRADE if outcome.counts["review"] else EXIT_PASSED


def _arguments(
    options: argparse.Namespace, console: Console
) -> tuple[Arguments | None, Record | None]:
    """What to do, and the run that is resumed. None where there is nothing left to do."""
    if options.resume and options.submissions is None:
        last = records.read(str(options.out))
        if last is None:
            raise UsageError(tr("There is no run to resume in {out}.", out=options.out))
        return (None, None) if last.state == "finished" else (last.arguments, last)
    if options.submissions is None:
        raise UsageError(
            tr("Which folder or zip is to be graded? grade batch SUBMISSIONS --out DIR")
        )
    if not options.submissions.exists():
        raise UsageError(tr("There is no {submissions}.", submissions=options.submissions))
    course = with_quizzes(with_solutions(choose_course(options.course, Path.cwd())))
    require(course, *options.assignment)
    arguments = Arguments(
        submissions=os.path.abspath(options.submissions),
        course=str(course.root),
        assignments=tuple(dict.fromkeys(options.assignment)),
        roster=os.path.abspath(options.roster) if options.roster else "",
        regrade=tuple(dict.fromkeys(options.regrade)),
        seed=course.seed if options.seed is None else options.seed,
        lang=console.speak(course),
        allow_unisolated=options.allow_unisolated,
        secret=os.path.abspath(options.secret) if options.secret else "",
    )
    if options.resume:
        last = records.read(str(options.out))
        if last is not None and last.state != "finished" and last.arguments == arguments:
            return arguments, last
    return arguments, None


def would_grade(gathered: Gathered, console: Console) -> int:
    """What --dry-run says: who would be graded, and what would not. Nothing is run or written."""
    counts = Counter(found.assignment for found in gathered.found)
    lines = [f"  {name}  {count}" for name, count in sorted(counts.items())]
    lines += [f"  {n.where}: {n.reason[console.lang]}" for n in gathered.not_graded]
    console.say(
        tr(
            "{count} would be graded, {count2} would not (nothing was graded):",
            count=len(gathered.found),
            count2=len(gathered.not_graded),
        )
    )
    console.say("\n".join(lines))
    console.tell(
        graded=False,
        found=[
            {"student": f.student, "assignment": f.assignment, "file": f.source.shown}
            for f in gathered.found
        ],
        **gathered_data(gathered),
    )
    return EXIT_PASSED


def _gathered(
    folder: Path, course: Course, arguments: Arguments, quizzes: Sequence[str]
) -> Gathered:
    from grader.intake.gathering import gather
    from grader.intake.roster import read_roster

    gathered = gather(
        Path(arguments.submissions),
        course,
        assignments=arguments.assignments or None,
        roster=read_roster(Path(arguments.roster)) if arguments.roster else None,
        skip=[folder],
        quizzes={name: quiz_settings(course.root, name) for name in quizzes},
    )
    _check_regrade(arguments.regrade, course, {f.student for f in gathered.found})
    return gathered


def _check_regrade(wanted: Sequence[str], course: Course, students: set[str]) -> None:
    for what in wanted:
        student, _, assignment = what.rpartition("/")
        pair = student in students and assignment in course.names
        known = {"all", "broken", *course.names} | students
        if what not in known and not pair:
            near = did_you_mean(what, sorted(known))
            raise UsageError(
                tr("--regrade {what}: there is no such student or assignment.", what=what) + near
            )
