"""Is this course sound? What an author runs, and CI.

The stub earns nothing, the reference everything, every known mistake fails and is named as itself
and as nothing else, the course's languages are complete, what is generated is current; and the
mutants of the reference do not survive the checks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from pathlib import Path

from grader.answers.live import LiveOracle
from grader.audit.mutants import mutants
from grader.audit.sources import CourseFlaw, source_flaws
from grader.authoring.mistakes import FOLDER
from grader.check.judge import FAILING
from grader.course.load import load_course, source_of
from grader.course.percent import stub
from grader.engine.pytest_run import grade_all
from grader.language.written import in_all, text_flaws
from grader.model.assignment import Assignment, Course
from grader.model.errors import GradeError
from grader.model.report import Report, Status, Verdict
from grader.model.submission import CodeCell, Limits, Submission
from grader.quiz.course.quiz_files import build_pool, load_quiz, quiz_pool
from grader.quiz.course.settings import quiz_settings
from grader.quiz.make.verifying import verify_quiz
from grader.release import stale
from grader.sandbox.best_cage import best_cage

POINTS = 100
Say = Callable[[str], None]


def verify(
    course: Course,
    names: Sequence[str],
    *,
    with_mutants: bool = False,
    jobs: int = 1,
    say: Say = lambda _: None,
) -> list[CourseFlaw]:
    """All flaws of the named assignments and quizzes; an empty list means sound."""
    flaws: list[CourseFlaw] = []
    quizzes = set(names) - set(course.names)
    code = [name for name in names if name not in quizzes]
    for path in stale(course, code) if code else ():
        flaws.append(CourseFlaw(_relative(path, course), "is not current: run `grade build`"))
    work = [(course.root, name, with_mutants, name in quizzes) for name in names]
    if jobs > 1:
        with ProcessPoolExecutor(jobs) as pool:
            for name, found in zip(names, pool.map(_verify_one, work), strict=True):
                say(f"{name}: {_count(found)}")
                flaws += found
        return flaws
    for job in work:
        found = _verify_one(job)
        say(f"{job[1]}: {_count(found)}")
        flaws += found
    return flaws


def _count(found: Sequence[CourseFlaw]) -> str:
    return "sound" if not found else f"{len(found)} flaw(s)"


def _relative(path: Path, course: Course) -> str:
    return path.relative_to(course.root).as_posix()


def _verify_one(job: tuple[Path, str, bool, bool]) -> list[CourseFlaw]:
    root, name, with_mutants, is_quiz = job
    if is_quiz:
        return _quiz(root, name)
    course = load_course(root)
    assignment = course.assignment(name)
    assert assignment is not None
    try:
        source = source_of(assignment)
        flaws = [*source_flaws(course, assignment, source)]
        wrong = _reference(course, assignment, source)
        if wrong:  # everything else is measured by the reference
            return flaws + wrong
        flaws += _stub(course, assignment, source)
        flaws += _misconceptions(course, assignment, source)
        if with_mutants:
            flaws += _mutants(course, assignment, source)
    except GradeError as error:
        return [CourseFlaw(name, error.text["en"])]
    return flaws


def _grade(
    course: Course,
    submissions: Iterable[Submission],
    assignment: str,
    seed: int | None = None,
    limits: Limits | None = None,
) -> list[Report]:
    with closing(best_cage()) as cage:
        return grade_all(
            course, submissions, cage=cage, seed=seed, limits=limits, assignments=[assignment]
        )


def _submission(assignment: Assignment, source: str, functions: tuple[str, ...] = ()) -> Submission:
    label = f"{assignment.name}.py"
    return Submission(assignment.name, (CodeCell(label, source),), label, functions=functions)


def _quiz(root: Path, name: str) -> list[CourseFlaw]:
    """A quiz's flaws, on every variant of its pools; and whether the pools are current."""
    try:
        quiz = load_quiz(root, name)
        flaws = [CourseFlaw(f.place, f.text) for f in verify_quiz(quiz, quiz_pool(root, quiz))]
        quiz_settings(root, name)
        if not build_pool(root, quiz, check=True):
            flaws.append(CourseFlaw(name, "its pool is not current: run `grade build`"))
    except GradeError as error:
        return [CourseFlaw(name, error.text["en"])]
    return flaws


# --------------------------------------------------------------------------- stub and reference


def _stub(course: Course, assignment: Assignment, source: str) -> Iterator[CourseFlaw]:
    report = _grade(course, [_submission(assignment, stub(source))], assignment.name)[0]
    for check in report.checks:
        if check.passed or check.points or check.status is Verdict.BROKEN:
            yield CourseFlaw(f"{assignment.name}: {check.id}", f"the stub gets {check.status}")
    if report.max_score != POINTS:
        yield CourseFlaw(assignment.name, f"points add up to {report.max_score:g}, not {POINTS}")
    ids = [c.id for c in report.checks]
    for id in {i for i in ids if ids.count(i) > 1}:
        yield CourseFlaw(f"{assignment.name}: {id}", "two checks have this id")
    graded = {c.function for c in report.checks}
    for function in assignment.functions:
        if function.name not in graded:
            yield CourseFlaw(f"{assignment.name}.{function.name}", "has no check")
    for check in report.checks:
        if any(text_flaws(check.title, course.languages)):
            yield CourseFlaw(
                f"{assignment.name}: {check.id}", f"its title is not in {in_all(course.languages)}"
            )


def _reference(course: Course, assignment: Assignment, source: str) -> list[CourseFlaw]:
    """What the reference loses, under the first seed where it loses anything."""
    names = {function.name for function in assignment.functions}
    for seed in (course.seed, 1, 2, 3):
        report = _grade(course, [_submission(assignment, source)], assignment.name, seed=seed)[0]
        flaws = []
        if unknown := sorted({check.function for check in report.checks} - names):
            return [
                CourseFlaw(f"{assignment.name}.{name}", "is checked, but not in the manifest")
                for name in unknown
            ]
        for check in report.checks:
            if report.status is not Status.REJECTED and (not check.passed or check.diagnosis):
                said = [n["en"] for n in check.notes]
                if check.status is Verdict.BROKEN and not said:
                    continue  # it waits for one that is broken
                if check.status is not Verdict.BROKEN:
                    said.insert(0, check.message["en"])
                flaws.append(
                    CourseFlaw(
                        f"{assignment.name}: {check.id}",
                        f"the reference gets {check.status} under seed {seed}: {' '.join(said)}",
                    )
                )
        if report.status is not Status.GRADED and not flaws:
            why = " ".join(n["en"] for n in report.notes)
            flaws = [
                CourseFlaw(
                    assignment.name, f"the reference is {report.status} under seed {seed}: {why}"
                )
            ]
        if flaws:
            return flaws
    return []


# --------------------------------------------------------------------------- misconceptions


def _misconceptions(course: Course, assignment: Assignment, source: str) -> Iterator[CourseFlaw]:
    oracle = LiveOracle(course, assignment)
    mistakes = [m for f in assignment.functions for m in oracle.mistakes(f.name)]
    names = {f.name for f in assignment.functions}
    for function in names:
        if len(oracle.mistakes(function)) < 2:
            yield CourseFlaw(f"{assignment.name}.{function}", "has fewer than two misconceptions")
    for path in sorted((assignment.folder / FOLDER).glob("*.*")):
        if path.suffix in (".toml", ".py") and path.name.split(".", 1)[0] not in names:
            yield CourseFlaw(_relative(path, course), "is for no function of the manifest")
    for mistake in mistakes:
        if any(text_flaws(mistake.text, course.languages)):
            yield CourseFlaw(mistake.id, f"is not explained in {in_all(course.languages)}")
    wrong = [_submission(assignment, f"{source}\n\n{m.source}") for m in mistakes]
    for mistake, report in zip(mistakes, _grade(course, wrong, assignment.name), strict=True):
        yield from _named_as_itself(mistake.id, mistake.function, report)


def _named_as_itself(id: str, function: str, report: Report) -> Iterator[CourseFlaw]:
    if report.status is not Status.GRADED:
        why = " ".join(n["en"] for n in report.notes)
        yield CourseFlaw(id, f"its report is {report.status}: {why}")
        return
    if not any(c.function == function and c.status in FAILING for c in report.checks):
        yield CourseFlaw(id, "passes every check")
    for check in report.checks:
        if check.function != function and check.status in FAILING:
            yield CourseFlaw(id, f"also fails {check.id} ({check.status}): {check.message['en']}")
    named = {d.id for c in report.checks for d in c.diagnosis}
    if not named:
        said = {
            c.message["en"] for c in report.checks if c.function == function and c.message["en"]
        }
        yield CourseFlaw(id, f"is named as nothing: {' '.join(sorted(said))}")
    elif named != {id}:
        yield CourseFlaw(id, f"is named as {', '.join(sorted(named))}")


# --------------------------------------------------------------------------- mutants


def _mutants(course: Course, assignment: Assignment, source: str) -> Iterator[CourseFlaw]:
    excused = {(e.function, e.mutant) for e in assignment.equivalents}
    found = list(mutants(source))
    limits = Limits(call_seconds=3.0, submission_seconds=60.0)
    submissions = [_submission(assignment, m.source, (m.function,)) for m in found]
    survivors = set()
    reports = _grade(course, submissions, assignment.name, limits=limits)
    for mutant, report in zip(found, reports, strict=True):
        if all(c.passed for c in report.checks):
            survivors.add((mutant.function, mutant.name))
            if (mutant.function, mutant.name) not in excused:
                yield CourseFlaw(
                    f"{assignment.name}.{mutant.function}",
                    f"a mutant survives: {mutant.name}",
                )
    for function, name in sorted(excused - survivors):
        yield CourseFlaw(
            f"{assignment.name}.{function}", f"the manifest excuses a mutant that dies: {name}"
        )
