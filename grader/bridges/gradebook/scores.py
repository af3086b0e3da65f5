"""What a class got: the results folder of `grade batch`, and who its students are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from grader.batch import run_record as records
from grader.batch.journal import Journal
from grader.batch.run_record import Record
from grader.batch.tables import TableScore, score_of
from grader.bridges.gradebook.sheet_people import GradedStudent
from grader.course.load import load_course
from grader.intake.gathering import gather
from grader.intake.platform_paths import canvas, moodle
from grader.intake.roster import Person, read_roster
from grader.language.text import Text, tr
from grader.model.errors import GradeError, UsageError
from grader.quiz.course.course_quizzes import with_quizzes
from grader.quiz.course.quiz_files import quiz_names
from grader.quiz.course.settings import quiz_settings
from grader.render.summary import Row

JOURNAL = ".store/journal.jsonl"


@dataclass(frozen=True, slots=True)
class StudentResult:
    """One student's result on one assignment. `score.score` is None where there is none."""

    score: TableScore
    row: Row


@dataclass(frozen=True, slots=True)
class Results:
    """The results of a run, by assignment and student."""

    folder: Path
    record: Record
    found: Mapping[str, Mapping[str, StudentResult]]
    titles: Mapping[str, Text]

    @property
    def finished(self) -> bool:
        return self.record.state == "finished"


def read_results(folder: Path) -> Results:
    """The results that `grade batch --out folder` wrote.

    Raises:
        UsageError: there are none.
    """
    record = records.read(str(folder))
    journal = folder / JOURNAL
    if record is None or not journal.is_file():
        raise UsageError(
            tr(
                "There are no results of `grade batch` in {folder}; name the folder that it wrote "
                "to with --out.",
                folder=folder,
            )
        )
    found: dict[str, dict[str, StudentResult]] = defaultdict(dict)
    titles: dict[str, Text] = {}
    for line in Journal(str(journal)).lines():
        found[line.row.assignment][line.row.student] = StudentResult(score_of(line), line.row)
        titles[line.row.assignment] = line.row.title
    if not found:
        raise UsageError(tr("There is not a single score in {folder}.", folder=folder))
    return Results(folder, record, found, titles)


def students_of(results: Results, assignments: Sequence[str]) -> tuple[list[GradedStudent], Text]:
    """The students who have a result for one of these, with what the roster and the submissions'
    names say of them; and what there is to say where either is gone."""
    people = _roster(results.record)
    numbers, gone = _numbers(results.folder, results.record, assignments)
    names: dict[str, str] = {}
    for assignment in assignments:
        for student, result in results.found.get(assignment, {}).items():
            names[student] = max(names.get(student, ""), result.row.name)
    students = []
    for student, name in sorted(names.items()):
        person = people.get(student)
        mine = numbers.get(student, ())
        students.append(
            GradedStudent(
                student,
                name or (person.name or "" if person else ""),
                person.others if person else (),
                (person.email,) if person and person.email else (),
                tuple(n for scheme, n in mine if scheme == "moodle"),
                tuple(n for scheme, n in mine if scheme == "canvas"),
            )
        )
    return students, gone


def _roster(record: Record) -> Mapping[str, Person]:
    path = record.arguments.roster
    if not path or not Path(path).is_file():
        return {}
    return {person.id: person for person in read_roster(Path(path)).people}


_Numbers = Mapping[str, set[tuple[str, str]]]


def _numbers(folder: Path, record: Record, assignments: Sequence[str]) -> tuple[_Numbers, Text]:
    """The numbers that Moodle and Canvas wrote into the names of what each student handed in for
    these assignments. Moodle's are good in one assignment only."""
    arguments = record.arguments
    nothing = Text("")
    root = Path(arguments.submissions)
    if not root.exists() or not Path(arguments.course, "course.toml").is_file():
        return {}, tr(
            "{root} is gone, so the LMS's own numbers cannot be used: only ids, accounts, "
            "addresses and names are.",
            root=root,
        )
    try:
        course = with_quizzes(load_course(Path(arguments.course)))
        quizzes = {n: quiz_settings(course.root, n) for n in quiz_names(course.root)}
        roster = read_roster(Path(arguments.roster)) if arguments.roster else None
        gathered = gather(
            root,
            course,
            assignments=arguments.assignments or None,
            roster=roster,
            skip=[folder],
            quizzes=quizzes,
        )
    except GradeError as error:
        return {}, error.text
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for one in gathered.found:
        if one.assignment in assignments:
            found[one.student] |= set(_marks(one.source.shown.split("/")))
    return found, nothing


def _marks(parts: Iterable[str]) -> list[tuple[str, str]]:
    for part in parts:
        for scheme, read in (("moodle", moodle), ("canvas", canvas)):
            mark = read(part)
            if mark is not None and mark.who.number:
                return [(scheme, mark.who.number)]
    return []
