"""`grade quiz`: the list, practice in the terminal, marking a file of answers."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from grader.commands.output import output, save
from grader.commands.running import exit_code
from grader.course.load import choose_course, with_solutions
from grader.course.spoken import language_for
from grader.language.text import Text, listing, tr
from grader.model.assignment import Course
from grader.model.errors import EXIT_PASSED, EXIT_POINTS_MISSING, SubmissionError, UsageError
from grader.model.report import Report
from grader.quiz.course.course_quizzes import Quizzes
from grader.quiz.course.quiz_files import load_quiz, quiz_names
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
    "name": tr(
        "a quiz, or QUIZ.QUESTION; without it, the list. For instructors: make or key, then "
        "quizzes (default: all)"
    ),
    "practice": tr("practice"),
    "instructors": tr("for instructors (make, key)"),
    "--variant": tr("which numbers (0: those of the slides)"),
    "--answers": tr(
        "read answers from a file: a line a part, or *.answers.json (-: standard input)"
    ),
    "--save": tr("save what was entered, or the page"),
    "--page": tr("write an offline practice page"),
    "--roster": tr("roster (CSV) with a column of ids"),
    "--student": tr("for this student (may be given several times)"),
    "--attempt": tr("which attempt (from 1)"),
    "--one-page": tr("one page for the class, which asks for the student id"),
    "--out": tr("folder to write into"),
    "--secret": tr("file with the course's secret (default: DLGRADE_SECRET)"),
}
_PRACTICE = ("variant", "answers", "save", "page")
_INSTRUCTORS = ("roster", "student", "attempt", "one_page", "out")
ACTIONS = ("make", "key")


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """The arguments of `grade quiz`, beside --help, --lang and --course."""
    said = {name: text[lang] for name, text in HELP.items()}
    parser.add_argument("words", nargs="*", metavar="QUIZ", help=said["name"])
    parser.add_argument("--secret", type=Path, metavar="FILE", help=said["--secret"])
    add = parser.add_argument_group(said["practice"]).add_argument
    add("--variant", type=int, metavar="N", help=said["--variant"])
    add("--answers", metavar="FILE", help=said["--answers"])
    add("--save", type=Path, metavar="FILE", help=said["--save"])
    add("--page", action="store_true", default=None, help=said["--page"])
    add = parser.add_argument_group(said["instructors"]).add_argument
    add("--roster", type=Path, metavar="CSV", help=said["--roster"])
    add("--student", action="append", metavar="ID", help=said["--student"])
    add("--attempt", type=int, metavar="N", help=said["--attempt"])
    add("--one-page", action="store_true", default=None, help=said["--one-page"])
    add("--out", type=Path, metavar="DIR", help=said["--out"])


def quiz_command(options: argparse.Namespace, lang: str) -> int:
    """List the quizzes, practise one, mark answers; or make a class's pages or keys. Returns the
    exit code."""
    if options.words[:1] == ["fill"]:
        return _fill(options, lang)
    course = choose_course(options.course, Path.cwd())
    lang = language_for(course, options.lang)
    quizzes = Quizzes(course.root, lambda: course_secret(course.root, options.secret))
    action = options.words[0] if options.words else ""
    _fits(options, action in ACTIONS)
    if action in ACTIONS:
        from grader.commands.quiz_make import make

        with_solutions(course)
        return make(quizzes, options, lang, keys=action == "key")
    if not options.words:
        return _list(course, lang)
    if len(options.words) > 1:
        raise UsageError(
            tr("One quiz at a time; {more} is too much.", more=listing(options.words[1:]))
        )
    return _one(quizzes, options, lang)


def _fill(options: argparse.Namespace, lang: str) -> int:
    """Type the answers to a graded quiz; this needs the answers file and no course."""
    if len(options.words) != 2:
        raise UsageError(tr("Which file is to be filled in? grade quiz fill mlp_quiz.answers.json"))
    from grader.commands.quiz_fill import fill

    return fill(Path(options.words[1]), options.lang or lang)


def _fits(options: argparse.Namespace, action: bool) -> None:
    """Options of practice do not go with make and key, nor theirs with practice."""
    wrong = [n for n in (_PRACTICE if action else _INSTRUCTORS) if getattr(options, n) is not None]
    if wrong:
        whose = tr("practice") if action else tr("make and key")
        raise UsageError(tr("--{option} is for {whose}.", option=wrong[0], whose=whose))


def _one(quizzes: Quizzes, options: argparse.Namespace, lang: str) -> int:
    """Practise a quiz, or mark answers to it."""
    name, _, question = options.words[0].partition(".")
    number = options.variant or 0
    quiz, pool, _ = quizzes.get(name)
    if number < 0:
        raise UsageError(tr("--variant counts from 0."))
    if question and quiz.question(question) is None:
        known = ", ".join(q.id for q in quiz.questions)
        raise UsageError(
            tr(
                "{name} has no question {question}; it has {known}.",
                name=name,
                question=question,
                known=known,
            )
        )
    if options.page:
        return _page(quizzes, name, options, lang)
    lines: list[str] | None = None
    if options.answers is not None:
        data = _read(options.answers)
        if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
            return _mark(quizzes, name, data, options, lang)
        lines = _decoded(data, options.answers).splitlines()
    variant = practice_variant(quiz, pool, number)
    screen = Screen(lang, terminal_width(), _pretty())
    session = Session(variant, pool, _talk(lines), screen, (question,) if question else ())
    session.run()
    if options.save is not None:
        save(options.save, attempt_to_json(_attempt(variant, session)))
        write(sys.stdout, f"{options.save}\n")
    full = all(m.right and m.credit == 1 for m in session.marks)
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


def _list(course: Course, lang: str) -> int:
    names = quiz_names(course.root)
    if not names:
        said = tr("This course has no quizzes.")
        write(sys.stdout, said[lang] + "\n")
        return EXIT_PASSED
    lines = []
    for name in names:
        quiz = load_quiz(course.root, name)
        lines.append(f"{name}  {quiz.title[lang]}")
        lines += [f"    {name}.{q.id}  {q.title[lang]}" for q in quiz.questions]
    end = tr("Practise: grade quiz {names}; as a page: grade quiz {names} --page", names=names[0])
    write(sys.stdout, "\n".join([*lines, "", end[lang]]) + "\n")
    return EXIT_PASSED


def _talk(lines: list[str] | None) -> Talk:
    """A person at a terminal; else the lines of a file or of a pipe, each shown as if typed."""

    def say(rows: Sequence[str]) -> None:
        write(sys.stdout, "".join(f"{clean(row)}\n" for row in rows))

    if lines is None and is_terminal(sys.stdin) and is_terminal(sys.stdout):

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
        write(sys.stdout, f"{prompt}{clean(line or '')}\n")
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


def _mark(quizzes: Quizzes, name: str, data: bytes, options: argparse.Namespace, lang: str) -> int:
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
    output([marked], _as_text(), lang)
    return exit_code([marked])


def _as_text() -> argparse.Namespace:
    return argparse.Namespace(format="text", output=None)


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
    for encoding in ("utf-8-sig", "cp950"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    name = "stdin" if name == "-" else name
    raise UsageError(tr("{name} is not text in UTF-8 or Big5.", name=name))


def _page(quizzes: Quizzes, name: str, options: argparse.Namespace, lang: str) -> int:
    from grader.quiz.page.pages import practice_page

    quiz, pool, _ = quizzes.get(name)
    path = options.save or Path(f"{name}.html")
    save(path, practice_page(quiz, pool, lang=lang))
    write(sys.stdout, f"{path}\n")
    return EXIT_PASSED
