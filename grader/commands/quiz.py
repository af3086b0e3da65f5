"""`grade quiz NAME`: practice in the terminal or as a page, marking a file of answers."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from grader.commands import quiz_list
from grader.commands.console import Console
from grader.commands.output import output, save
from grader.commands.running import exit_code
from grader.course.load import choose_course
from grader.files.decode import decode
from grader.language.nearest import did_you_mean
from grader.language.text import Text, tr
from grader.model.assignment import Course
from grader.model.errors import EXIT_PASSED, EXIT_POINTS_MISSING, SubmissionError, UsageError
from grader.model.report import Report
from grader.quiz.course.course_quizzes import Quizzes
from grader.quiz.course.quiz_files import quiz_names
from grader.quiz.marking.entries import attempt_from_json, attempt_to_json
from grader.quiz.question.records import Attempt, Mode, Variant
from grader.quiz.question.statement import fingerprint
from grader.quiz.terminal.practice_session import Session, Talk
from grader.quiz.terminal.screen import Screen
from grader.quiz.variants.drawing import course_secret, practice_variant
from grader.render.terminal_stream import encoding_of, is_terminal, terminal_width, write
from grader.render.typeset import clean, encodable

LARGEST_FILE = 1 << 20

HELP: dict[str, Text] = {
    "name": tr("a quiz, or QUIZ.QUESTION; without it, the list"),
    "--variant": tr("which numbers (0: those of the slides)"),
    "--answers": tr(
        "read answers from a file: a line a part, or *.answers.json (-: standard input)"
    ),
    "--save": tr("save what was entered, or the page"),
    "--page": tr("write an offline practice page"),
    "--secret": tr("file with the course's secret (default: DLGRADE_SECRET)"),
}


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """The arguments of `grade quiz NAME`."""
    add = parser.add_argument
    said = {name: text[lang] for name, text in HELP.items()}
    add("name", nargs="?", metavar="QUIZ", help=said["name"])
    add("--variant", type=int, metavar="N", help=said["--variant"])
    add("--answers", metavar="FILE", help=said["--answers"])
    add("--save", type=Path, metavar="FILE", help=said["--save"])
    add("--page", action="store_true", help=said["--page"])
    add("--secret", type=Path, metavar="FILE", help=said["--secret"])


def run(options: argparse.Namespace, console: Console) -> int:
    """Practise a quiz, or mark answers to it; without a name, list the quizzes. Returns the exit
    code."""
    if options.name is None:
        return quiz_list.run(options, console)
    course = choose_course(options.course, Path.cwd())
    console.speak(course)
    quizzes = Quizzes(course.root, lambda: course_secret(course.root, options.secret))
    return _one(quizzes, options, console)


def _one(quizzes: Quizzes, options: argparse.Namespace, console: Console) -> int:
    """Practise a quiz, or mark answers to it."""
    name, _, question = options.name.partition(".")
    number = options.variant or 0
    quiz, pool, _ = quizzes.get(name)
    if number < 0:
        raise UsageError(tr("--variant counts from 0."))
    if question and quiz.question(question) is None:
        known = [q.id for q in quiz.questions]
        near = did_you_mean(question, known, f"{name}.{{}}")
        raise UsageError(
            tr(
                "{name} has no question {question}; it has {known}.",
                name=name,
                question=question,
                known=", ".join(known),
            )
            + near
        )
    if options.page:
        return _page(quizzes, name, options, console)
    lines: list[str] | None = None
    if options.answers is not None:
        data = _read(options.answers)
        if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
            return _mark(quizzes, name, data, options, console)
        lines = _decoded(data, options.answers).splitlines()
    variant = practice_variant(quiz, pool, number)
    screen = Screen(console.lang, terminal_width(), _pretty())
    talk = _talk(lines, silent=console.json)
    session = Session(variant, pool, talk, screen, (question,) if question else ())
    session.run()
    if options.save is not None:
        save(options.save, attempt_to_json(_attempt(variant, session)))
        console.say(str(options.save))
    full = all(m.right and m.credit == 1 for m in session.marks)
    console.tell(
        quiz=name,
        variant=variant.number,
        entries=session.entries,
        marks=[{"part": m.id, "right": m.right, "points": m.points} for m in session.marks],
    )
    return EXIT_PASSED if full else EXIT_POINTS_MISSING


def answers_reports(
    course: Course, paths: Sequence[Path], secret: Path | None = None
) -> list[Report]:
    """The reports of answers files. The secret is asked for only where one is a graded quiz's.

    Raises:
        GradeError: a file cannot be read or is none, there is no such quiz, or no secret.
    """
    quizzes = Quizzes(course.root, lambda: course_secret(course.root, secret))
    found = []
    for path in paths:
        attempt = attempt_from_json(_read(str(path)))
        _known(quizzes, attempt)
        found.append(quizzes.report(attempt, str(path)))
    return found


# --------------------------------------------------------------------------- its parts


def _talk(lines: list[str] | None, *, silent: bool) -> Talk:
    """A person at a terminal; else the lines of a file or of a pipe, each shown as if typed, or
    not shown where a program reads the end only."""

    def say(rows: Sequence[str]) -> None:
        if not silent:
            write(sys.stdout, "".join(f"{clean(row)}\n" for row in rows))

    if lines is None and not silent and is_terminal(sys.stdin) and is_terminal(sys.stdout):

        def ask(prompt: str) -> str | None:
            write(sys.stdout, prompt)
            line = sys.stdin.readline()
            return line.rstrip("\r\n") if line else None

        return Talk(ask, say)
    if lines is None:
        # Bytes, so that a pipe in another encoding than the console's is no error.
        lines = _decoded(sys.stdin.buffer.read(LARGEST_FILE), "-").splitlines()
    waiting = iter(lines)

    def echo(prompt: str) -> str | None:
        line = next(waiting, None)
        say([f"{prompt}{line or ''}"])
        return line

    return Talk(echo, say, person=False)


def _pretty() -> bool:
    """Can the stream show brackets that are taller than a line?"""
    return encodable("⎡●─▶━", encoding_of(sys.stdout)) == "⎡●─▶━"


def _attempt(variant: Variant, session: Session) -> Attempt:
    return Attempt(
        variant.quiz.id,
        dict(session.entries),
        Mode.PRACTICE,
        None,
        variant.number,
        fingerprint(variant),
    )


def _mark(
    quizzes: Quizzes, name: str, data: bytes, options: argparse.Namespace, console: Console
) -> int:
    attempt = attempt_from_json(data)
    if attempt.quiz != name:
        raise UsageError(
            tr(
                "{answers} holds answers to {quiz}, not to {name}.",
                answers=options.answers,
                quiz=attempt.quiz[:40],
                name=name,
            )
        )
    marked = quizzes.report(attempt, options.answers)
    output([marked], argparse.Namespace(format="text", output=None), console)
    return exit_code([marked])


def _known(quizzes: Quizzes, attempt: Attempt) -> None:
    names = quiz_names(quizzes.root)
    if attempt.quiz not in names:
        raise SubmissionError(
            tr(
                "The answers are to {quiz}, a quiz this course does not have; it has {names}.",
                quiz=attempt.quiz[:40],
                names=", ".join(names),
            )
        )


def _read(name: str) -> bytes:
    try:
        if name == "-":
            return sys.stdin.buffer.read(LARGEST_FILE + 1)
        with Path(name).open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError(tr("Cannot read {name}: {why}.", name=name, why=why)) from error


def _decoded(data: bytes, name: str) -> str:
    """Text in UTF-8 or, as Windows in Taiwan writes it, Big5."""
    decoded = decode(data, fits=lambda _: True)
    if decoded is not None:
        return decoded.text
    name = "stdin" if name == "-" else name
    raise UsageError(tr("{name} is not text in UTF-8 or Big5.", name=name))


def _page(quizzes: Quizzes, name: str, options: argparse.Namespace, console: Console) -> int:
    from grader.quiz.page.pages import practice_page

    quiz, pool, _ = quizzes.get(name)
    path = options.save or Path(f"{name}.html")
    save(path, practice_page(quiz, pool, lang=console.lang))
    console.say(str(path))
    console.tell(page=path)
    return EXIT_PASSED
