"""`grade quiz make` and `grade quiz key`: a class's graded quizzes, each in its own numbers."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from grader.commands.console import Console
from grader.commands.output import save
from grader.course.load import choose_course, with_solutions
from grader.intake.report_names import safe_names
from grader.intake.roster import Person, read_roster
from grader.language.text import Text, tr
from grader.model.errors import EXIT_PASSED, UsageError
from grader.quiz.course.course_quizzes import Quizzes
from grader.quiz.course.quiz_files import quiz_names
from grader.quiz.course.settings import Settings, due_note
from grader.quiz.marking.entries import attempt_to_json
from grader.quiz.question.records import Attempt, Entry, Kind, Mode, Variant
from grader.quiz.question.statement import fingerprint, statement_data
from grader.quiz.variants.drawing import course_secret, student_variant

HELP: dict[str, Text] = {
    "quizzes": tr("which quizzes (default: all)"),
    "--roster": tr("roster (CSV) with a column of ids"),
    "--student": tr("for this student (may be given several times)"),
    "--attempt": tr("which attempt (from 1)"),
    "--one-page": tr("one page for the class, which asks for the student id"),
    "--out": tr("folder to write into"),
    "--secret": tr("file with the course's secret (default: DLGRADE_SECRET)"),
}


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """The arguments of `grade quiz make` and `grade quiz key`."""
    add = parser.add_argument
    said = {name: text[lang] for name, text in HELP.items()}
    add("quizzes", nargs="*", metavar="QUIZ", help=said["quizzes"])
    add("--roster", type=Path, metavar="CSV", help=said["--roster"])
    add("--student", action="append", metavar="ID", help=said["--student"])
    add("--attempt", type=int, metavar="N", help=said["--attempt"])
    add("--one-page", action="store_true", help=said["--one-page"])
    add("--out", type=Path, metavar="DIR", help=said["--out"])
    add("--secret", type=Path, metavar="FILE", help=said["--secret"])


def run(options: argparse.Namespace, console: Console) -> int:
    """Write pages and empty answers files, or keys, one folder a student. Returns the exit code."""
    course = with_solutions(choose_course(options.course, Path.cwd()))
    lang = console.speak(course)
    quizzes = Quizzes(course.root, lambda: course_secret(course.root, options.secret))
    keys = options.command.words[-1] == "key"
    _ = quizzes.secret
    out: Path = options.out or Path("quiz-keys" if keys else "quiz-pages")
    files: dict[Path, Made] = {}
    count = 0
    if options.one_page and not keys:
        files = _one_page(quizzes, options, out, lang)
        count = len(files)
    else:
        for folder, variant, settings in _variants(quizzes, options):
            files |= (_key if keys else _page)(out / folder, variant, settings, lang)
            count += 1
    for path, made in files.items():
        if options.dry_run or console.verbose:
            console.say(str(path))
        if not options.dry_run:
            save(path, made())
    console.tell(out=out, files=list(files), count=count, written=not options.dry_run)
    if options.dry_run:
        console.remark(tr("(Nothing was written.)"))
    else:
        console.say((_KEYS if keys else _PAGES).format(count=count, out=out))
    return EXIT_PASSED


Made = Callable[[], str]
"""A file's text, made when it is written: a class's pages do not lie in memory together."""

_PAGES = tr(
    "{count} quizzes are in {out}. Students fill in the page and hand in the *.answers.json "
    "that it saves."
)
_KEYS = tr("{count} keys are in {out}. Keep them from anybody who may still answer.")


def _one_page(
    quizzes: Quizzes, options: argparse.Namespace, out: Path, lang: str
) -> dict[Path, Made]:
    """A page for each quiz that asks for the student id."""
    from grader.quiz.page.pages import asking_page

    found: dict[str, tuple[Settings, list[Variant]]] = {}
    for _, variant, settings in _variants(quizzes, options):
        found.setdefault(variant.quiz.id, (settings, []))[1].append(variant)
    return {
        out / f"{name}.html": partial(asking_page, variants, lang, note=due_note(settings))
        for name, (settings, variants) in found.items()
    }


def _page(folder: Path, variant: Variant, settings: Settings, lang: str) -> dict[Path, Made]:
    """The page, and an answers file that holds no answer yet."""
    from grader.quiz.page.pages import answers_name, graded_page

    page = partial(graded_page, variant, lang, note=due_note(settings))
    return {
        folder / f"{variant.quiz.id}.html": page,
        folder / answers_name(variant.quiz.id): lambda: attempt_to_json(blank(variant)),
    }


def _key(folder: Path, variant: Variant, _: Settings, lang: str) -> dict[Path, Made]:
    from grader.quiz.page.key_page import key_page

    return {folder / f"{variant.quiz.id}-key.html": partial(key_page, variant, lang)}


def blank(variant: Variant) -> Attempt:
    """An attempt at a variant with nothing entered: cells where the answer has cells."""
    return Attempt(
        variant.quiz.id,
        {str(part["id"]): _empty(part) for q in _questions(variant) for part in q["parts"]},
        Mode.GRADED,
        variant.student,
        variant.number,
        fingerprint(variant),
    )


def _questions(variant: Variant) -> Sequence[dict[str, list[dict[str, object]]]]:
    found: Sequence[dict[str, list[dict[str, object]]]] = statement_data(variant, "en")["questions"]
    return found


def _empty(part: dict[str, object]) -> Entry:
    kind, rows, columns = part["kind"], part.get("rows", 1), part.get("columns", 1)
    assert isinstance(rows, int) and isinstance(columns, int)
    if kind == Kind.MATRIX:
        return (("",) * columns,) * rows
    return ("",) * (rows * columns) if kind == Kind.VECTOR else ""


def _variants(
    quizzes: Quizzes, options: argparse.Namespace
) -> Iterator[tuple[str, Variant, Settings]]:
    """The folder of each student, with each quiz as the student has it."""
    names = tuple(dict.fromkeys(options.quizzes)) or quiz_names(quizzes.root)
    attempt = 1 if options.attempt is None else options.attempt
    if attempt < 1:
        raise UsageError(tr("--attempt counts from 1."))
    for name in names:
        most = quizzes.get(name)[2].attempts
        if attempt > most:
            raise UsageError(
                tr(
                    "{name} may be answered {most} times (attempts in its manifest.toml).",
                    name=name,
                    most=most,
                )
            )
    people = _people(options)
    folders = safe_names({person.id for person in people})
    for person in people:
        for name in names:
            quiz, pool, settings = quizzes.get(name)
            variant = student_variant(quiz, pool, quizzes.secret, person.id, attempt - 1)
            yield folders[person.id], variant, settings


def _people(options: argparse.Namespace) -> tuple[Person, ...]:
    people = read_roster(options.roster).people if options.roster else ()
    if options.student and options.roster:
        known = {person.id: person for person in people}
        unknown = [id for id in options.student if id not in known]
        if unknown:
            raise UsageError(
                tr(
                    "The roster {roster} has no {unknown}.",
                    roster=options.roster,
                    unknown=", ".join(unknown),
                )
            )
        return tuple(known[id] for id in dict.fromkeys(options.student))
    if options.student:
        return tuple(Person(id) for id in dict.fromkeys(options.student))
    if not people:
        raise UsageError(tr("For whom? Give --roster FILE.csv or --student ID."))
    return people
