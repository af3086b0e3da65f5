"""A class on nbgrader's road, from release to feedback, and nbgrader's own autograder beside it.

    python -m benchmarks.nbgrader_class [--students 200] [--sample 5] [--assignment activations]

Everything goes through a real exchange directory and a real gradebook. The instructor's steps are
the commands themselves, start-up included; what each student does (fetch, submit, fetch feedback)
calls nbgrader's own classes in this process, for two hundred starts of Python would measure Python.
Then `nbgrader autograde` and `nbgrader generate_feedback` grade the first `--sample` submissions in
a copy of the course directory, and their time is multiplied up: that column is no measurement.
Run it from the repository's root with dlgrade[nbgrader] installed.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks import measure
from benchmarks.submissions import Makings, Program, distinct
from grader.course.load import load_course

ROOT = Path(__file__).resolve().parent.parent
SCORES = """
    select sa.student_id, b.name, g.auto_score from grade g join base_cell b on b.id = g.cell_id
    join submitted_notebook sn on sn.id = g.notebook_id
    join submitted_assignment sa on sa.id = sn.assignment_id
"""


class Class:
    """A course directory, an exchange, and the students' own folders."""

    def __init__(self, folder: Path, assignment: str, programs: Sequence[Program]) -> None:
        self.folder = folder
        self.course = folder / "course"
        self.exchange = folder / "exchange"
        self.assignment = assignment
        self.programs = programs
        self.exchange.mkdir()
        self.exchange.chmod(0o777)

    def command(self, *words: str, cwd: Path | None = None) -> float:
        """Wall-clock seconds of one command, its start included."""
        environment = {
            "PYTHONPATH": str(ROOT),
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}",
            "HOME": str(self.folder),
            "JUPYTER_CONFIG_DIR": str(self.folder / "jupyter"),
        }
        arguments = [sys.executable, "-m", *words]
        done = measure.run(measure.Command(arguments, cwd or self.course, environment))
        if done.code != 0:
            sys.exit(f"{' '.join(words)} ended with {done.code}:\n{done.output[-3000:]}")
        return done.wall

    def student(self, program: Program, action: str) -> None:
        """What a student does, as nbgrader's command of that name does it."""
        from nbgrader.auth import Authenticator
        from nbgrader.coursedir import CourseDirectory
        from nbgrader.exchange import default
        from traitlets.config import Config

        home = self.folder / "students" / program.student
        home.mkdir(parents=True, exist_ok=True)
        config = Config()
        config.Exchange.root = str(self.exchange)
        config.Exchange.cache = str(home / ".cache")
        config.CourseDirectory.course_id = load_course(ROOT).id
        config.CourseDirectory.root = str(home)
        config.CourseDirectory.assignment_id = self.assignment
        config.CourseDirectory.student_id = program.student
        coursedir = CourseDirectory(config=config)
        kind = getattr(default, f"Exchange{action}")
        before = os.getcwd()
        os.chdir(home)
        try:
            authenticator = Authenticator(config=config)
            kind(coursedir=coursedir, authenticator=authenticator, config=config).start()
        finally:
            os.chdir(before)

    def work(self, program: Program) -> None:
        """Write the student's answers into the notebook that was fetched."""
        name = f"{self.assignment}.ipynb"
        path = self.folder / "students" / program.student / self.assignment / name
        notebook = json.loads(path.read_text(encoding="utf-8"))
        written = {part.function: part.text for part in program.cells if part.function}
        for cell in notebook["cells"]:
            grade_id = cell["metadata"].get("nbgrader", {}).get("grade_id")
            if grade_id in written:
                cell["source"] = written[grade_id]
        path.write_text(json.dumps(notebook, ensure_ascii=False), encoding="utf-8")


def scores(course: Path) -> dict[str, dict[str, Any]]:
    """The autograder's scores, by student and cell."""
    connection = sqlite3.connect(course / "gradebook.db")
    found: dict[str, dict[str, Any]] = {}
    for student, cell, score in connection.execute(SCORES):
        found.setdefault(student, {})[cell] = score
    connection.close()
    return found


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def road(whole: Class) -> list[tuple[str, float]]:
    """Every step with its seconds, in order."""
    name, programs = whole.assignment, whole.programs
    steps: list[tuple[str, float]] = []

    def command(*words: str) -> None:
        cwd = whole.folder if words[2:3] == ("init",) else None
        label = " ".join(words[:3]) if words[0] == "grader" else " ".join(words[:2])
        seconds = whole.command(*words, cwd=cwd)
        steps.append((f"grade{label[6:]}" if words[0] == "grader" else label, seconds))

    def each(label: str, action: str) -> None:
        def work() -> None:
            for program in programs:
                whole.student(program, action)

        seconds = timed(work)
        steps.append((label, seconds))

    command("grader", "nbgrader", "init", str(whole.course), "--course", str(ROOT),
            "--assignment", name)  # fmt: skip
    with (whole.course / "nbgrader_config.py").open("a", encoding="utf-8") as config:
        config.write(f"\nc.Exchange.root = {str(whole.exchange)!r}\n")
        config.write("c.ExchangeCollect.check_owner = False\n")
    command("nbgrader", "generate_assignment", name)
    command("nbgrader", "release_assignment", name)
    each("fetch_assignment, every student", "FetchAssignment")
    for program in programs:
        whole.work(program)
    each("submit, every student", "Submit")
    command("nbgrader", "collect", name)
    command("grader", "nbgrader", "autograde", name)
    command("grader", "nbgrader", "autograde", name)
    steps[-1] = ("the same again, nothing new", steps[-1][1])
    command("nbgrader", "release_feedback", name)
    each("fetch_feedback, every student", "FetchFeedback")
    return steps


def check(whole: Class) -> None:
    """Every student has the right marks, and has fetched the page that lies in `feedback/`."""
    found, name = scores(whole.course), whole.assignment
    most = max(sum(cells.values()) for cells in found.values())
    for program in whole.programs:
        full = sum(found[program.student].values()) == most
        assert full == program.full, program.student
        [page] = (whole.folder / "students" / program.student / name / "feedback").glob(
            f"*/{name}.html"
        )
        given = whole.course / "feedback" / program.student / name / f"{name}.html"
        assert page.read_bytes() == given.read_bytes(), program.student


def plain(whole: Class, sample: int) -> tuple[float, float]:
    """Seconds of nbgrader's own two commands on the first `sample` submissions; same scores."""
    copy = whole.folder / "plain"
    skipped = shutil.ignore_patterns("submitted", "autograded", "feedback", ".dlgrade-results")
    shutil.copytree(whole.course, copy, ignore=skipped)
    connection = sqlite3.connect(copy / "gradebook.db")
    for table in ("grade", "comment", "submitted_notebook", "submitted_assignment", "student"):
        connection.execute(f"delete from {table}")
    connection.commit()
    connection.close()
    for program in whole.programs[:sample]:
        source = whole.course / "submitted" / program.student
        shutil.copytree(source, copy / "submitted" / program.student)
    graded = whole.command("nbgrader", "autograde", whole.assignment, cwd=copy)
    given = whole.command("nbgrader", "generate_feedback", whole.assignment, cwd=copy)
    ours = scores(whole.course)
    for student, cells in scores(copy).items():
        assert cells == ours[student], student
    return graded, given


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--students", type=int, default=200)
    parser.add_argument("--sample", type=int, default=5)
    parser.add_argument("--assignment", default="activations")
    options = parser.parse_args()
    os.chdir(ROOT)
    programs = distinct(Makings(load_course(ROOT).load(options.assignment)), options.students)
    with tempfile.TemporaryDirectory(prefix="dlgrade-class-") as folder:
        whole = Class(Path(folder), options.assignment, programs)
        load = os.getloadavg()[0]
        steps = road(whole)
        check(whole)
        graded, given = plain(whole, options.sample)
    n = len(programs)
    print(f"{n} students, {options.assignment}; load {load:.1f}, {os.cpu_count()} processors")
    print(f"{'step':<38}{'seconds':>10}{'ms a student':>14}")
    for label, seconds in steps:
        print(f"{label:<38}{seconds:>10.1f}{1000 * seconds / n:>14.0f}")
    print(f"{'all':<38}{sum(s for _, s in steps):>10.1f}")
    ours = next(s for label, s in steps if label == "grade nbgrader autograde")
    print(f"\nnbgrader's own, on {options.sample} of them (same scores), multiplied up to {n}:")
    for label, seconds in (("nbgrader autograde", graded), ("nbgrader generate_feedback", given)):
        up = seconds / options.sample * n
        print(f"{label:<38}{seconds:>10.1f}{1000 * seconds / options.sample:>14.0f}{up:>10.0f} s")
    ratio = (graded + given) / options.sample * n / ours
    print(f"grade nbgrader autograde, which gives feedback as well: {ratio:.1f} times as fast")


if __name__ == "__main__":
    main()
