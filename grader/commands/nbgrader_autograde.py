"""`grade nbgrader autograde`: what nbgrader collected, through the batch engine, and back."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from grader.batch.lock import abandoned
from grader.batch.progress import progress
from grader.batch.run import BatchRun, DiskError, Outcome
from grader.batch.run_record import Arguments
from grader.batch.run_summary import outcome_data
from grader.bridges.nbgrader.configured import Configured, configured
from grader.commands.console import Console
from grader.commands.executors import Here, check_tier, jobs_of, stopping
from grader.course.load import ENVIRONMENT, choose_course, require, with_solutions
from grader.intake.report_names import safe_name
from grader.language.text import Text, tr
from grader.model.assignment import Course
from grader.model.errors import (
    EXIT_COULD_NOT_GRADE,
    EXIT_INTERRUPTED,
    EXIT_PASSED,
    GradeError,
    UsageError,
)
from grader.quiz.course.course_quizzes import with_quizzes
from grader.quiz.course.quiz_files import quiz_names
from grader.quiz.course.settings import quiz_settings
from grader.quiz.marking.reporting import ISOLATION
from grader.quiz.variants.drawing import course_secret

if TYPE_CHECKING:
    from grader.bridges.nbgrader.collected import Collected
    from grader.bridges.nbgrader.handing_back import Handed
    from grader.intake.gathered import Gathered

NO_WHY: Sequence[Text] = ()

HELP: dict[str, Text] = {
    "assignments": tr("assignments or quizzes to grade (default: all with submissions)"),
    "--course-dir": tr("nbgrader's course directory (default: here)"),
    "--jobs": tr("graded at once (default: one a processor)"),
    "--regrade": tr("grade again: all, broken, ASSIGNMENT or STUDENT (may be repeated)"),
    "--allow-unisolated": tr("grade without isolation (only code you trust)"),
    "--secret": tr("file with the course's secret, for quizzes (default: DLGRADE_SECRET)"),
}


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """The arguments of `grade nbgrader autograde`, beside --help, --lang and --course."""
    add = parser.add_argument
    said = {name: text[lang] for name, text in HELP.items()}
    add("assignments", nargs="*", metavar="ASSIGNMENT", help=said["assignments"])
    add("--course-dir", type=Path, metavar="DIR", help=said["--course-dir"])
    add("-j", "--jobs", type=int, metavar="N", help=said["--jobs"])
    add("--regrade", action="append", default=[], metavar="WHAT", help=said["--regrade"])
    add("--allow-unisolated", action="store_true", help=said["--allow-unisolated"])
    add("--secret", type=Path, metavar="FILE", help=said["--secret"])


def run(options: argparse.Namespace, console: Console) -> int:
    """Grade what nbgrader collected. Returns 0; 3 when something needs a person; 130 when
    interrupted."""
    place = configured(Path(os.path.abspath(options.course_dir or Path.cwd())))
    named = options.course or os.environ.get(ENVIRONMENT)
    chosen = choose_course(Path(named) if named else None, place.root)
    course = with_quizzes(with_solutions(chosen))
    console.speak(course)
    names = _names(options.assignments, place, course)
    jobs = jobs_of(options.jobs)
    if options.dry_run:
        return _would_grade(place, course, names, console)
    place.results.mkdir(mode=0o2770 if place.coursedir.groupshared else 0o700, exist_ok=True)
    ended = EXIT_PASSED
    for number, name in enumerate(names):
        if number:
            console.say("\n")
        try:
            code = _Assignment(place, course, name, options, jobs, console).grade()
        except UsageError:
            raise
        except GradeError as error:
            # One assignment's trouble is not the others'.
            console.warn(error.text)
            code = error.exit_code
        if code == EXIT_INTERRUPTED:
            return code
        ended = max(ended, code)
    return ended


def _would_grade(place: Configured, course: Course, names: Sequence[str], console: Console) -> int:
    """What --dry-run says: whose work would be graded. Nothing is run or written."""
    from grader.bridges.nbgrader.collected import collect

    known = quiz_names(course.root)
    found = {}
    for name in names:
        settings = {name: quiz_settings(course.root, name)} if name in known else {}
        every, _ = collect(place, replace(course, names=(name,)), name, settings)
        found[name] = [work.student for work in every if work.found is not None]
        count = len(found[name])
        console.say(tr("{name}: {count} would be graded (nothing was).", name=name, count=count))
    console.tell(graded=False, students=found)
    return EXIT_PASSED


def _names(asked: Sequence[str], place: Configured, course: Course) -> list[str]:
    require(course, *asked)
    names = list(dict.fromkeys(asked)) or [n for n in course.names if place.submitted(n)]
    if not names:
        folder = place.place("submitted", "*", "*")
        raise UsageError(
            tr(
                "There are no submissions of this course in {folder}; run nbgrader collect first.",
                folder=folder,
            )
        )
    return names


@contextmanager
def _locked(run: BatchRun, name: str) -> Iterator[None]:
    """The assignment's results folder for this run; what is to be done is said for this command."""
    try:
        with run.locked():
            yield
    except DiskError as error:
        ours = ("grade batch --resume", "grade nbgrader autograde")
        raise DiskError(error.text.each(lambda said: said.replace(*ours))) from error
    except UsageError:
        lock = run.folder / ".store" / "run.lock"
        if not lock.exists() or abandoned(str(lock)):
            raise
        raise UsageError(
            tr(
                "Another grade nbgrader autograde is grading {name}; run this again when it has "
                "ended.",
                name=name,
            )
        ) from None


def _data(handed: Handed) -> dict[str, object]:
    return {
        "in_gradebook": handed.written,
        "late": handed.late,
        "waiting": [{"student": who, "why": why} for who, why in handed.waiting],
        "problems": [{"student": who, "why": why} for who, why in handed.problems],
    }


class _Assignment:
    """One assignment from `submitted/` to the gradebook."""

    def __init__(
        self,
        place: Configured,
        course: Course,
        name: str,
        options: argparse.Namespace,
        jobs: int,
        console: Console,
    ) -> None:
        self._place = place
        self._quizzes = (name,) if name in quiz_names(course.root) else ()
        self._course = replace(course, names=(name,))
        self._all = course.names
        self._name = name
        self._secret = options.secret
        self._jobs = jobs
        self._lang = console.lang
        self._console = console
        self._arguments = Arguments(
            submissions=str(place.place("submitted", "*", name)),
            course=str(course.root),
            assignments=(name,),
            regrade=tuple(dict.fromkeys(options.regrade)),
            seed=course.seed,
            lang=console.lang,
            allow_unisolated=options.allow_unisolated,
            secret=os.path.abspath(options.secret) if options.secret else "",
        )

    def grade(self) -> int:
        from grader.bridges.nbgrader.autograde_summary import stopped, summary
        from grader.bridges.nbgrader.cell_recording import recorded
        from grader.bridges.nbgrader.collected import collect, telling
        from grader.bridges.nbgrader.gradebook_writer import Book
        from grader.bridges.nbgrader.handing_back import HandBack, hand_back

        name, lang = self._name, self._lang
        folder = self._place.results / safe_name(name)
        settings = {quiz: quiz_settings(self._course.root, quiz) for quiz in self._quizzes}
        watch = progress(lang, silent=self._console.shows_progress is False)
        run = BatchRun(folder, self._course, self._arguments, watch)
        with _locked(run, name):
            every, gathered = collect(self._place, self._course, name, settings)
            self._check(every)
            with Book(self._place) as book:
                cells, fresh = recorded(self._place, book, name)
            outcome = self._graded(run, gathered)
            if outcome.record.state != "finished":
                self._console.say(stopped(outcome, name, lang))
                return EXIT_INTERRUPTED
            with Book(self._place) as book:
                back = HandBack(self._place, book, cells, self._course, folder, lang)
                back.handed.recorded = fresh
                handed = hand_back(back, every)
        without = frozenset(work.student for work in every if work.found is None)
        left = telling(gathered.not_graded, without)
        self._console.say(summary(outcome, handed, left, folder, lang))
        self._console.tell(**{name: outcome_data(outcome) | _data(handed)})
        return EXIT_COULD_NOT_GRADE if handed.waiting or handed.problems else EXIT_PASSED

    def _check(self, every: Sequence[Collected]) -> None:
        if not every:
            raise UsageError(
                tr("No submissions of {name}; run nbgrader collect {name} first.", name=self._name)
            )
        known = {"all", "broken", *self._all, *(work.student for work in every)}
        for what in self._arguments.regrade:
            if what not in known:
                raise UsageError(
                    tr("--regrade {what}: there is no such student or assignment.", what=what)
                )

    def _graded(self, run: BatchRun, gathered: Gathered) -> Outcome:
        place = Here(self._jobs, str(run.folder))
        done = False
        with stopping(run):
            try:
                tier, why = ISOLATION, NO_WHY
                secret = b""
                if self._quizzes and gathered.found:
                    secret = course_secret(self._course.root, self._secret)
                elif gathered.found:
                    tier, why = place.tier()
                    check_tier(tier, why, self._arguments)
                outcome = run.execute(
                    gathered, tier, place.executor, quizzes=self._quizzes, secret=secret
                )
                done = outcome.record.state == "finished"
            finally:
                place.close(at_once=not done)
        return outcome
