"""What stands in a quiz's notebook: `take` asks for the answers, `check` sees if all are there.

Neither knows a key, nor the secret. Points come from the instructor's side: see `quiz_marks`.
"""

from __future__ import annotations

import contextlib
import getpass
import os
import re
from dataclasses import replace
from html import escape
from pathlib import Path

from grader.bridges.nbgrader.class_quiz_page import ClassPage, QuizStatement
from grader.bridges.notebook.check_cell import Checked, CheckFailed
from grader.bridges.notebook.notebook_place import AUTOGRADE, execution
from grader.files.atomic import write_whole
from grader.language.command_words import VARIABLE
from grader.language.text import LANGUAGES, Text, sentences, tr
from grader.model.errors import GradeError, SubmissionError, UsageError
from grader.quiz.marking.entries import LARGEST_FILE, attempt_from_json, attempt_to_json
from grader.quiz.page.pages import answers_name
from grader.quiz.question.records import Attempt, Mode
from grader.quiz.terminal.filling import ask_part, is_blank

WHO = tr("Student id: ")
HOW = tr(
    "A line fills a part, its cells apart by spaces or commas. Enter keeps what is there, q ends; "
    "each answer is saved at once."
)
SAVED = tr("The answers of {student} are in {file}; {blank} parts are blank.")
MISSING = tr(
    "There is no answers file {file} in this folder. Answer on the page, save, and upload it here; "
    "or run the cell above."
)
BLANK = tr("{file} ({student}): parts of this question are blank: {parts}.")
READY = tr("{file} ({student}): all {n} parts of this question are answered.")
NOT_YOU = tr(
    "The answers file is that of {student}, and you are logged in as {user}; somebody else's quiz "
    "is not marked."
)
NOT_HERE = tr(
    "This cell is graded by the settings that `grade nbgrader init` writes: run it in nbgrader's "
    "course directory."
)
STRANGE = tr("This quiz has no question {question}.")
_STYLE = (
    ".dlgrade-quiz .unseen,.dlgrade-quiz input,.dlgrade-quiz select,"
    ".dlgrade-quiz .t:not([lang={shown}]){display:none}"
    ".dlgrade-quiz .option,.dlgrade-quiz .letter{margin-right:.6em}"
    ".dlgrade-quiz .option{display:block}.dlgrade-quiz ul,.dlgrade-quiz ol{list-style:none}"
    ".dlgrade-quiz .points{margin-left:.6em;font-weight:400}"
    ".dlgrade-quiz svg{max-width:20rem}.dlgrade-quiz .number{margin-right:.6em}"
    ".dlgrade-quiz mtable.bracketed{border:solid currentColor;border-width:0 1.3px;"
    "border-radius:5px;padding:.1em .25em}.dlgrade-quiz .order{display:none}"
    ".dlgrade-quiz .given{border-collapse:collapse}.dlgrade-quiz .given :is(th,td)"
    "{padding:.15em .8em;border-bottom:1px solid}"
    # By this name a part is asked for below.
    ".dlgrade-quiz .part::before{content:attr(data-part);font-family:monospace;opacity:.75}"
    ".dlgrade-quiz .part h3{margin:.1em 0 .3em}.dlgrade-quiz .part{margin:1em 0}"
)


def take(quiz: str, student: str = "") -> None:
    """Show the quiz of `student` from the class's page in this folder, ask for every part, and
    save the answers file. Nothing happens while nbgrader runs the notebook."""
    if execution():
        return
    lang = _language()
    try:
        page = ClassPage(Path.cwd() / f"{quiz}.html")
        sheet = page.sheet(student.strip() or _myself(page, lang))
        _asked(sheet, Path.cwd() / answers_name(quiz), lang)
    except GradeError as error:
        print(error.text[lang])


def check(target: str) -> Checked:
    """Is an answers file there, and every part of this question answered? `target` is
    `quiz.question`. While nbgrader validates, what is amiss is raised."""
    lang, doing = _language(), execution()
    if doing == AUTOGRADE:
        raise CheckFailed(NOT_HERE[lang])
    quiz, _, question = target.partition(".")
    folder = Path.cwd()
    try:
        found, fine = _state(folder, quiz, question)
    except GradeError as error:
        found, fine = error.text, False
    if doing and not fine:
        raise CheckFailed(found[lang])
    shown = found[lang]
    html = f'<p class="dlgrade" lang="{lang}">{escape(shown)}</p>'
    return Checked(shown, html, passed=fine)


# --------------------------------------------------------------------------- answering


def _asked(sheet: QuizStatement, path: Path, lang: str) -> None:
    attempt = _there(path, sheet.blank)
    _display(sheet, lang)
    print(HOW[lang], flush=True)  # before the first question, which goes another way
    entries = dict(attempt.entries)

    def ask(prompt: str) -> str | None:
        try:
            return input(prompt)
        except EOFError:
            return None

    def say(line: str) -> None:
        print(line, flush=True)

    for part, entry in attempt.entries.items():
        filled = ask_part(part, entry, ask, say, lang)
        if filled is None:
            break
        entries[part] = filled
        _save(path, replace(attempt, entries=entries))
    _save(path, replace(attempt, entries=entries))
    blank = sum(map(is_blank, entries.values()))
    print(SAVED.format(student=attempt.student, file=path.name, blank=blank)[lang])


def _there(path: Path, blank: Attempt) -> Attempt:
    """What the folder's answers file holds of this very quiz; else nothing entered yet.

    Raises:
        UsageError: it is another's, or of other questions; it is not written over.
    """
    if not path.exists():
        return blank
    attempt = _read(path)
    whose = (attempt.quiz, attempt.student, attempt.fingerprint)
    if whose != (blank.quiz, blank.student, blank.fingerprint):
        raise UsageError(
            tr(
                "The {name} in this folder is that of {student}, or answers other questions; "
                "rename it or move it away first.",
                name=path.name,
                student=attempt.student or "?",
            )
        )
    known = {id: entry for id, entry in attempt.entries.items() if id in blank.entries}
    return replace(blank, entries={**blank.entries, **known})


def _display(sheet: QuizStatement, lang: str) -> None:
    style = _STYLE.replace("{shown}", f'"{lang}"')
    html = f'<div class="dlgrade-quiz"><style>{style}</style>{"".join(sheet.html.values())}</div>'
    try:
        from IPython.display import HTML, display
    except ImportError:
        print(re.sub(r"<style>.*?</style>|<[^>]*>", " ", html))
        return
    display(HTML(html))  # type: ignore[no-untyped-call]


def _myself(page: ClassPage, lang: str) -> str:
    """The account's name, where the class knows it; else what is typed."""
    for name in _accounts():
        if page.knows(name):
            return name
    return input(WHO[lang]).strip()


def _accounts() -> list[str]:
    names = [os.environ.get("JUPYTERHUB_USER", "")]
    with contextlib.suppress(KeyError, OSError):  # an account without a name
        names.append(getpass.getuser())
    return [name for name in names if name]


# --------------------------------------------------------------------------- looking


def _state(folder: Path, quiz: str, question: str) -> tuple[Text, bool]:
    """What is to be said of the answers to a question, and whether they are all there."""
    file = answers_name(quiz)
    path = folder / file
    if not path.is_file():
        return MISSING.format(file=file), False
    attempt = _read(path)
    if attempt.quiz != quiz or attempt.mode is not Mode.GRADED:
        return MISSING.format(file=file), False
    every = _parts(folder, quiz, attempt)
    mine = [id for id in every if id.partition(".")[0] == question]
    if not mine:
        return STRANGE.format(question=question), False
    names = {"file": file, "student": attempt.student or "?"}
    blank = [id for id in mine if is_blank(attempt.entries.get(id, ""))]
    said = BLANK.format(parts=", ".join(blank), **names) if blank else READY.format(
        n=len(mine), **names)  # fmt: skip
    user = os.environ.get("JUPYTERHUB_USER", "")
    if user and attempt.student != user:
        said = sentences([said, NOT_YOU.format(user=user, student=names["student"])])
    return said, not blank


def _parts(folder: Path, quiz: str, attempt: Attempt) -> list[str]:
    """The parts that the quiz has, as the page says; without it, those that the file has."""
    try:
        return list(ClassPage(folder / f"{quiz}.html").sheet(attempt.student or "").blank.entries)
    except GradeError:
        return list(attempt.entries)


def _read(path: Path) -> Attempt:
    try:
        with path.open("rb") as file:
            return attempt_from_json(file.read(LARGEST_FILE + 1))
    except OSError as error:
        raise _io(path, error, tr("Cannot read")) from error


def _save(path: Path, attempt: Attempt) -> None:
    try:
        write_whole(str(path), attempt_to_json(attempt).encode())
    except OSError as error:
        raise _io(path, error, tr("Cannot write")) from error


def _io(path: Path, error: OSError, what: Text) -> SubmissionError:
    why = error.strerror or str(error)
    return SubmissionError(tr("{what} {name}: {why}.", what=what, name=path.name, why=why))


def _language() -> str:
    return os.environ.get(VARIABLE) or LANGUAGES[0]
