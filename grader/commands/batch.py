"""`grade batch`: a class at a time."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

from grader.batch import run_record as records
from grader.batch.course_snapshot import Bundle
from grader.batch.local import LocalHands, processors
from grader.batch.progress import progress
from grader.batch.run import Run
from grader.batch.run_record import Arguments, Record
from grader.batch.run_summary import summary
from grader.batch.task_pool import Hands
from grader.course.load import choose_course, require, with_solutions
from grader.course.spoken import language_for
from grader.language.text import Text, tr
from grader.model.assignment import Course
from grader.model.errors import EXIT_COULD_NOT_GRADE, EXIT_PASSED, SandboxError, UsageError
from grader.model.submission import Limits
from grader.quiz.course.course_quizzes import with_quizzes
from grader.quiz.course.quiz_files import quiz_names
from grader.quiz.course.settings import quiz_settings
from grader.quiz.marking.reporting import ISOLATION
from grader.quiz.variants.drawing import course_secret
from grader.render.terminal_stream import write

if TYPE_CHECKING:
    from grader.intake.gathered import Gathered

EXIT_INTERRUPTED = 130

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


def batch_command(options: argparse.Namespace, lang: str) -> int:
    """Grade a class. Returns 0, 3 when something needs review, 130 when interrupted."""
    if options.out is None:
        raise UsageError(tr("Which folder are the results for? grade batch SUBMISSIONS --out DIR"))
    arguments, resumed = _arguments(options, lang)
    if arguments is None:
        said = tr("The last run into {out} is finished: nothing to resume.", out=options.out)
        write(sys.stdout, said[lang] + "\n")
        return EXIT_PASSED
    course = with_quizzes(choose_course(Path(arguments.course)))
    quizzes = quiz_names(course.root)
    lang = options.lang or arguments.lang
    jobs = processors() if options.jobs is None else options.jobs
    if jobs < 1:
        raise UsageError(tr("-j has to be at least 1."))
    run = Run(Path(os.path.abspath(options.out)), course, arguments, progress(lang))
    with run.locked(resumed), stopping(run):
        place = Cluster(options.cluster) if options.cluster else Here(jobs, str(run.folder))
        done = False
        try:
            only = bool(arguments.assignments) and set(arguments.assignments) <= set(quizzes)
            tier, why = (ISOLATION, ()) if only else place.tier()
            gathered = _gathered(run, course, arguments, quizzes)
            secret = b""
            if any(f.assignment in quizzes for f in gathered.found):
                named = Path(arguments.secret) if arguments.secret else None
                secret = course_secret(course.root, named)
            if all(f.assignment in quizzes for f in gathered.found) and gathered.found:
                tier = ISOLATION
            else:
                check_tier(tier, why, arguments)
            outcome = run.execute(
                gathered, tier, place.hands, near=place.near, quizzes=quizzes, secret=secret
            )
            done = outcome.record.state == "finished"
        finally:
            place.close(at_once=not done)
    write(sys.stdout, summary(outcome, options.out, lang))
    if not done:
        return EXIT_INTERRUPTED
    return EXIT_COULD_NOT_GRADE if outcome.counts["review"] else EXIT_PASSED


class Here:
    """The processes of this machine."""

    near = True

    def __init__(self, jobs: int, place: str) -> None:
        self._hands = LocalHands(jobs, place, Limits().submission_seconds)

    def tier(self) -> tuple[str, Sequence[Text]]:
        """The best tier that holds here, found out by trying, and why it is no better."""
        return self._hands.tier()

    def hands(self, _: Bundle) -> Hands:
        return self._hands

    def close(self, *, at_once: bool) -> None:
        self._hands.close(at_once=at_once)


class Cluster:
    """The processes of a cluster."""

    near = False

    def __init__(self, address: str) -> None:
        from grader.batch.cluster import ClusterHands

        self._hands = ClusterHands(address)

    def tier(self) -> tuple[str, Sequence[Text]]:
        """The lowest tier of its processes."""
        return self._hands.tier()

    def hands(self, bundle: Bundle) -> Hands:
        return self._hands.with_bundle(bundle)

    def close(self, *, at_once: bool) -> None:
        self._hands.close()


def _arguments(options: argparse.Namespace, lang: str) -> tuple[Arguments | None, Record | None]:
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
        lang=language_for(course, options.lang),
        allow_unisolated=options.allow_unisolated,
        secret=os.path.abspath(options.secret) if options.secret else "",
    )
    if options.resume:
        last = records.read(str(options.out))
        if last is not None and last.state != "finished" and last.arguments == arguments:
            return arguments, last
    return arguments, None


def _gathered(run: Run, course: Course, arguments: Arguments, quizzes: Sequence[str]) -> Gathered:
    from grader.intake.gathering import gather
    from grader.intake.roster import read_roster

    gathered = gather(
        Path(arguments.submissions),
        course,
        assignments=arguments.assignments or None,
        roster=read_roster(Path(arguments.roster)) if arguments.roster else None,
        skip=[run.folder],
        quizzes={name: quiz_settings(course.root, name) for name in quizzes},
    )
    _check_regrade(arguments.regrade, course, {f.student for f in gathered.found})
    return gathered


def _check_regrade(wanted: Sequence[str], course: Course, students: set[str]) -> None:
    for what in wanted:
        student, _, assignment = what.rpartition("/")
        pair = student in students and assignment in course.names
        if what not in {"all", "broken", *course.names} | students and not pair:
            raise UsageError(
                tr("--regrade {what}: there is no such student or assignment.", what=what)
            )


def check_tier(tier: str, why: Sequence[Text], arguments: Arguments) -> None:
    if tier == "L3" and hasattr(os, "geteuid") and os.geteuid() == 0:
        raise SandboxError(
            tr(
                "There is no isolation here (L3), and you are root: other people's code is never "
                "run as root. Use an ordinary user, or mend the isolation as `grade doctor` says."
            )
        )
    if tier == "L3" and not arguments.allow_unisolated:
        first = next(iter(why), Text(""))
        raise SandboxError(
            tr(
                "There is no isolation here (L3), so other people's code is not graded. {first} "
                "`grade doctor` says what is missing and what to do; for code that you trust "
                "there is --allow-unisolated.",
                first=first,
            )
        )


@contextmanager
def stopping(run: Run) -> Iterator[None]:
    """The first Ctrl-C (or SIGTERM) stops taking up work; the second ends at once."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    asked: list[float] = []

    def stop(_: int, __: FrameType | None) -> None:
        # Some terminals and shells deliver one key press twice.
        if asked and time.monotonic() - asked[0] > 0.2:
            raise KeyboardInterrupt
        asked.append(time.monotonic())
        run.stop()

    before: dict[int, Any] = {s: signal.signal(s, stop) for s in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
