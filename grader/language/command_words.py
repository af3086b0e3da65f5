"""What the command line itself says."""

from __future__ import annotations

import locale
import os
import re
from argparse import ArgumentTypeError
from collections.abc import Sequence

from grader.language.catalogue import SOURCE, translated
from grader.language.tags import canonical, closest, flaw_of
from grader.language.text import Text, tr

VARIABLE = "DLGRADE_LANG"
_WINDOWS = {"chinese": "zh", "japanese": "ja", "korean": "ko", "german": "de", "french": "fr"}
"""Locales as Windows calls them, in English."""


def language_of(words: Sequence[str]) -> str:
    """The language for help and errors: `--lang`, else `$DLGRADE_LANG`, else the locale."""
    for i, word in enumerate(words):
        if word == "--lang" and i + 1 < len(words):
            return _interface(words[i + 1])
        if word.startswith("--lang="):
            return _interface(word.partition("=")[2])
    return locale_language()


def language_tag(word: str) -> str:
    """For `--lang`. Raises ArgumentTypeError: it is no language tag."""
    if flaw := flaw_of(word):
        raise ArgumentTypeError(flaw)
    return word


def language_choices() -> str:
    """The interface's languages, as a usage line shows what may be chosen."""
    return f"{{{','.join((*translated(), SOURCE))}}}"


def _interface(wanted: str) -> str:
    """The interface's language for who wants `wanted`: English where it is not translated."""
    return closest(canonical(wanted), (SOURCE, *translated())) or SOURCE


def locale_language() -> str:
    """The interface's language for this locale. `$DLGRADE_LANG` overrides."""
    named = os.environ.get(VARIABLE)
    if not named:
        for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
            named = os.environ.get(variable)
            if named:
                break
        else:
            named = locale.getlocale()[0] or ""
    first = re.split(r"[^a-z]", named.lower(), maxsplit=1)[0]
    return _interface(_WINDOWS.get(first, named))


HELP: dict[str, Text] = {
    "grade": tr(
        "Grade your work: what is wrong, which mistake it is, on the smallest case that shows it."
    ),
    "grade batch": tr(
        "Grade a whole class: a report for each submission, tables of grades, a summary page."
    ),
    "grade release": tr(
        "Pack what students get: exercises, practice quizzes, recorded answers, no solution."
    ),
    "grade nbgrader": tr("Release, collect, grade and give back with nbgrader."),
    "grade gradebook": tr("Fill grades into the sheet downloaded from Canvas or Moodle."),
    "grade new-course": tr("Make the skeleton of a new course."),
    "grade new-exercise": tr("Add the skeleton of a new assignment to a course."),
    "grade doctor": tr(
        "Run attacks to see which sandbox holds on this machine, what is missing and the remedy."
    ),
    "--json": tr("print JSON, for programs"),
    "--quiet": tr("say the result only"),
    "--verbose": tr("say more"),
    "--dry-run": tr("say what would be written, and write nothing"),
    "command": tr("COMMAND"),
    "commands": tr("commands"),
    "grade.epilog": tr("""examples:
  grade                     everything in this folder
  grade NAME                one assignment
  grade NAME.FUNCTION       one function
  grade path/to/file.py     one file (an .ipynb too)
  grade --watch NAME        grade again at every save
  grade hint FUNCTION       a hint
  grade --list              all assignments and functions
  grade quiz NAME           practise a quiz (grade quiz lists them)

exit codes: 0 all passed, 1 points missing, 2 wrong usage, 3 could not grade"""),
    "grade verify": tr(
        "Check the course itself: the stub earns nothing, the reference everything, and every "
        "misconception is named as itself."
    ),
    "grade build": tr("Generate assignments/ from solutions/, and the quizzes' pools."),
    "grade export": tr(
        "Export quizzes to a learning management system (Moodle, QTI 2.1, Canvas), or for A4; "
        "make an assignment's autograder for Gradescope."
    ),
    "grade quiz": tr(
        "Practise a quiz: each part is marked at once, the mistake named, and the solution "
        "worked in your numbers."
    ),
    "grade export moodle": tr("Moodle's question bank (Moodle XML)."),
    "grade export qti21": tr("A package of QTI 2.1."),
    "grade export qti12": tr("A package for Canvas (QTI 1.2)."),
    "grade export print": tr("Questions and key for A4, to print from a browser."),
    "grade export gradescope": tr("An assignment's autograder for Gradescope."),
    "grade nbgrader init": tr("Make or update nbgrader's course directory."),
    "grade nbgrader autograde": tr(
        "Grade what was collected with the engine, and put the grades into nbgrader."
    ),
    "grade completion": tr(
        "Print what lets the shell complete commands, assignments and functions with Tab."
    ),
    "grade quiz list": tr("List the quizzes and their questions."),
    "grade quiz fill": tr("Fill in a graded quiz's answers file in the terminal."),
    "grade quiz make": tr("For instructors: a page for each student, without a key."),
    "grade quiz key": tr("For instructors: the key and worked solution of each student, to print."),
    "grade quiz.epilog": tr("""examples:
  grade quiz                          the list
  grade quiz NAME                     practise; NAME.QUESTION: one question only
  grade quiz NAME --page              as an offline page
  grade quiz NAME --answers FILE      answers from a file, a line a part
  grade NAME.answers.json             mark an answers file"""),
    "grade demo": tr(
        "Grade the example class in examples/class: results table, summary page, a report each."
    ),
    "grade hint": tr("A hint for a function, more at each level."),
    "--help": tr("show this help"),
    "--lang": tr("language (default: the course's)"),
    "--course": tr("the course's folder (with course.toml)"),
    "watching": tr("Grading again at every save; Ctrl-C ends."),
    "interrupted": tr("interrupted."),
}
