"""A graded quiz as an nbgrader assignment: a page for the class, and a notebook beside it.

The page asks for the student id and shows that student's numbers; what it saves, the answers file,
is what is handed in. The notebook says so, can take the answers itself, and has a graded cell a
question, so that nbgrader has somewhere to write the points.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from grader.bridges.nbgrader.cell_ids import check_id
from grader.course.percent import CHECK_TAG, document
from grader.intake.roster import read_roster
from grader.language.text import tr
from grader.model.assignment import Course
from grader.model.errors import CourseError, UsageError
from grader.quiz.course.course_quizzes import Quizzes
from grader.quiz.course.settings import QuizSettings, due_note
from grader.quiz.page.pages import answers_name, asking_page
from grader.quiz.question.records import Question, Quiz
from grader.quiz.variants.drawing import student_variant

SCHEMA = 3

INTRO = tr("""\
# {title}

{summary}

Everybody has numbers of their own; open the quiz with your own student id (your name in \
nbgrader). There are two ways to answer, take either:

- **The page**: download [{page}]({page}), open it in a browser, give your id, answer, save, \
and upload what it saves, `{answers}`, into this folder.
- **Right here**: run the next cell and type the answers part by part; `{answers}` is then saved \
in this folder.

Before you submit, run the check cells below: they see whether the answers file is there and \
whether anything is blank. They do not know the answers; points come when your instructor has \
graded.{note}""")
HERE = tr("To answer here: your student id in the quotes, then run")
TAKE = """\
# {how}
from grader.bridges.nbgrader.quiz_cell import take

take("{quiz}", student="")
"""


def quiz_files(
    course: Course, name: str, secret: bytes, students: Sequence[str], lang: str = ""
) -> dict[str, bytes]:
    """What lies in `source/<name>/`: the notebook and the page, for these student ids.

    Raises:
        CourseError: the quiz's files are wrong.
        UsageError: there is no such quiz, no student, or an id that cannot be one.
    """
    if not students:
        raise UsageError(
            tr(
                "A quiz has each student's own numbers: name the students with --roster FILE.csv, "
                "or add them with nbgrader db student add."
            )
        )
    quiz, pool, settings = Quizzes(course.root, lambda: secret).get(name)
    ids = list(dict.fromkeys(students))
    variants = [student_variant(quiz, pool, secret, student) for student in ids]
    note = due_note(settings)
    try:
        page = asking_page(variants, lang or course.language, note=note)
    except ValueError as error:
        raise UsageError(
            tr("Two ids of the roster are one, written in two ways: {error}.", error=error)
        ) from error
    return {f"{name}.html": page.encode(), f"{name}.ipynb": _notebook(quiz, settings).encode()}


def students_of(folder: Path, roster: Path | None) -> tuple[str, ...]:
    """The ids on the roster; without one, of the students in the course directory's gradebook.

    Raises:
        UsageError: the roster cannot be read.
        GradeError: the directory's configuration cannot be read.
    """
    if roster is not None:
        return tuple(person.id for person in read_roster(roster).people)
    if not (folder / "gradebook.db").is_file():
        return ()
    from nbgrader.api import Gradebook

    from grader.bridges.nbgrader.configured import configured

    with Gradebook(configured(folder).db_url) as gradebook:
        return tuple(sorted(student.id for student in gradebook.students))


def _notebook(quiz: Quiz, settings: QuizSettings) -> str:
    note = due_note(settings)
    names = {"page": f"{quiz.id}.html", "answers": answers_name(quiz.id)}
    shown = [
        INTRO.format(
            title=quiz.title[lang],
            summary=quiz.summary[lang],
            note=f"\n\n**{note[lang]}**" if note else "",
            **names,
        )[lang]
        for lang in quiz.languages
    ]
    how = " / ".join(dict.fromkeys(HERE[lang] for lang in quiz.languages))
    cells = [
        _cell(quiz, "markdown", "quiz", "\n\n---\n\n".join(shown), locked=True),
        _cell(quiz, "code", "", TAKE.format(quiz=quiz.id, how=how)),
    ]
    for question in quiz.questions:
        cells.append(_cell(quiz, "code", _id(question), _check(quiz, question),
                           points=_points(question), locked=True))  # fmt: skip
    return document(cells)


def _check(quiz: Quiz, question: Question) -> str:
    title = question.title
    named = " / ".join(dict.fromkeys(title[tag] for tag in quiz.languages))
    return (
        f"# {named}\nfrom grader.bridges.nbgrader.quiz_cell import check\n\n"
        f'check("{quiz.id}.{question.id}")'
    )


def _id(question: Question) -> str:
    """Raises CourseError: nbgrader takes no such name."""
    name = check_id(question.id)
    if not re.fullmatch(r"[a-zA-Z0-9_-]+", name):
        raise CourseError(
            tr(
                "nbgrader cannot take the question id {id}: letters a to z, digits, - and _ only.",
                id=question.id,
            )
        )
    return name


def _points(question: Question) -> float:
    points = round(sum(part.points for part in question.parts), 6)
    if not points > 0:
        raise CourseError(tr("Question {id} has no points.", id=question.id))
    return int(points) if points == int(points) else points


def _cell(
    quiz: Quiz, kind: str, name: str, text: str, *, points: float | None = None,
    locked: bool = False,
) -> dict[str, Any]:  # fmt: skip
    """A cell as nbformat has it; without a `name`, one that nbgrader does not know."""
    metadata: dict[str, Any] = {}
    if name:
        marks = {"grade": points is not None, "grade_id": name, "locked": locked,
                 "schema_version": SCHEMA, "solution": False, "task": False}  # fmt: skip
        metadata["nbgrader"] = marks if points is None else marks | {"points": points}
    if points is not None:
        metadata["tags"] = [CHECK_TAG]
    if locked:
        metadata |= {"deletable": False, "editable": False}
    own = hashlib.sha256(f"{quiz.id}\n{name or 'take'}".encode()).hexdigest()[:12]
    made: dict[str, Any] = {
        "cell_type": kind,
        "id": own,
        "metadata": metadata,
        "source": text.splitlines(keepends=True),
    }
    return made | ({"execution_count": None, "outputs": []} if kind == "code" else {})
