"""nbgrader out: the course directory, and every step of nbgrader's own with its own commands.

Everything runs as a class would run it: processes of their own, a real exchange, a real
gradebook.db, a C locale on the instructor's side.
"""

from __future__ import annotations

import csv
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import warnings
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pytest
from grading import COURSE, ROOT, reference
from nbgrader_students import SCORES, STUDENTS, A, code, in_the_py, load, partly, right

from grader.bridges.nbgrader import config
from grader.bridges.nbgrader.cell_ids import check_id, checked_function, solution_id
from grader.bridges.nbgrader.course_dir import init
from grader.bridges.nbgrader.ledger import digest, read_ledger
from grader.bridges.nbgrader.notebooks import meaning, source_notebook
from grader.bridges.notebook import notebook_place as place
from grader.bridges.notebook.engine_client import Answer, Result
from grader.course.load import load_course
from grader.course.percent import notebook, stub
from grader.model.errors import CourseError, UsageError

pytestmark = pytest.mark.slow

FUNCTIONS = ("dot", "matvec", "matmul", "affine")
POINTS = dict(zip(FUNCTIONS, (22, 26, 28, 24), strict=True))
OWN = "c = get_config()\nc.Exchange.root = {exchange!r}\nc.ExchangeCollect.check_owner = False\n"


class Class:
    """A course directory, an exchange, and students with homes of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.nb = folder / "老師 nbgrader"
        self.exchange = folder / "exchange"
        self.nb.mkdir()
        self.exchange.mkdir()
        self.exchange.chmod(0o777)
        self.own = OWN.format(exchange=str(self.exchange))
        (self.nb / config.NAME).write_text(self.own, encoding="utf-8")

    def run(self, *arguments: object, cwd: Path, home: str = "instructor", **more: str):
        """`python -m …`, in a locale that knows no Chinese."""
        place = self.folder / "homes" / home
        place.mkdir(parents=True, exist_ok=True)
        environment = {
            # nbgrader calls `alembic` by name.
            "PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"])),
            "PYTHONPATH": str(ROOT),
            "LC_ALL": "C",
            "HOME": str(place),
            "JUPYTER_DATA_DIR": str(place / "data"),
            "JUPYTER_CONFIG_DIR": str(place / "config"),
            "IPYTHONDIR": str(place / "ipython"),
            "PYTHONWARNINGS": "ignore",
            **more,
        }
        return subprocess.run(
            [sys.executable, "-m", *map(str, arguments)],
            cwd=cwd,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=240,
            check=False,
        )

    def init(self, *arguments: object):
        """`grade nbgrader init` in the course directory."""
        made = ("nbgrader", "init", ".", "--course", ROOT, *arguments)
        return self.run("grader", "--lang", "en", *made, cwd=self.nb)

    def nbgrader(self, *arguments: object) -> str:
        """One of the instructor's commands; it has to work."""
        done = self.run("nbgrader", *arguments, cwd=self.nb)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr

    def student(self, name: str, *arguments: object, where: str = ""):
        """One of a student's commands, run as nbgrader's docs say."""
        home = self.folder / "homes" / name / "work"
        home.mkdir(parents=True, exist_ok=True)
        place = (f"--Exchange.root={self.exchange}", f"--course={COURSE.id}")
        more = () if arguments[0] == "validate" else place
        return self.run("nbgrader", *arguments, *more, cwd=home / where, home=name)

    def scores(self) -> dict[str, dict[str, tuple[float | None, bool]]]:
        """What the gradebook has, by student and cell."""
        query = (
            "SELECT submitted_assignment.student_id, base_cell.name, grade.auto_score, "
            "grade.needs_manual_grade FROM grade "
            "JOIN base_cell ON base_cell.id = grade.cell_id "
            "JOIN submitted_notebook ON submitted_notebook.id = grade.notebook_id "
            "JOIN submitted_assignment "
            "ON submitted_assignment.id = submitted_notebook.assignment_id"
        )
        found: dict[str, dict[str, tuple[float | None, bool]]] = {}
        base = sqlite3.connect(self.nb / "gradebook.db")
        try:
            for student, cell, score, manual in base.execute(query):
                found.setdefault(student, {})[cell] = (score, bool(manual))
        finally:
            base.close()
        return found


@pytest.fixture(scope="module")
def klass(tmp_path_factory):
    made = Class(tmp_path_factory.mktemp("nbgrader"))
    done = made.init("--assignment", A)
    assert done.returncode == 0, done.stderr
    made.nbgrader("generate_assignment", A)
    made.nbgrader("release_assignment", A)
    return made


@pytest.fixture(scope="module")
def submitted(klass):
    """The whole class has submitted: one by commands, the others as `nbgrader submit` lays them."""
    got = klass.student("right", "fetch_assignment", A)
    assert got.returncode == 0, got.stderr
    fetched = klass.folder / "homes" / "right" / "work" / A
    right(fetched)
    done = klass.student("right", "submit", A, "--student=right")
    assert done.returncode == 0, done.stderr
    outbound = klass.exchange / COURSE.id / "outbound" / A
    inbound = klass.exchange / COURSE.id / "inbound"
    for name, work in STUDENTS.items():
        if name == "right":
            continue
        folder = inbound / f"{name}+{A}+2026-03-01 10:00:00.000000 UTC+AbCdEf"
        shutil.copytree(outbound, folder)
        work(folder)
        (folder / "timestamp.txt").write_text("2026-03-01 10:00:00.000000 UTC", encoding="utf-8")
        (folder / "submission_secret.txt").write_text("f" * 128, encoding="utf-8")
    klass.nbgrader("collect", A)
    return klass


# --------------------------------------------------------------------------- the source


def test_ids_are_stable():
    assert solution_id("dot") == "dot"
    assert check_id("dot") == "check-dot"
    assert checked_function("check-dot") == "dot"
    assert checked_function("dot") is None


def test_the_source_has_points_and_valid_metadata():
    made = json.loads(source_notebook(reference(A), A, POINTS))
    nbformat.validate(nbformat.from_dict(made))
    marks = [cell["metadata"].get("nbgrader") for cell in made["cells"]]
    ids = [m["grade_id"] for m in marks if m]
    assert len(set(ids)) == len(ids)
    graded = {m["grade_id"]: m["points"] for m in marks if m and m["grade"]}
    assert graded == {check_id(name): points for name, points in POINTS.items()}
    assert {m["grade_id"] for m in marks if m and m["solution"]} == set(FUNCTIONS)
    texts = [c["metadata"]["nbgrader"] for c in made["cells"] if c["cell_type"] == "markdown"]
    assert all(m["locked"] and not m["grade"] for m in texts)


def test_what_is_released_has_the_cells_of_our_stub(klass):
    released = load(klass.nb / "release" / A)
    ours = json.loads(notebook(stub(reference(A)), A, FUNCTIONS))
    told = [("".join(c["source"]), c["id"], c["cell_type"]) for c in released["cells"]]
    assert told == [("".join(c["source"]), c["id"], c["cell_type"]) for c in ours["cells"]]


def test_no_solution_is_handed_out(klass):
    """Neither in .py form anywhere in source/, nor in anything that is released."""
    secrets = []
    inside = False
    for line in reference(A).splitlines():
        inside = "BEGIN SOLUTION" in line or (inside and "END SOLUTION" not in line)
        if inside and len(line.strip()) > 12 and "SOLUTION" not in line:
            secrets.append(line.strip())
    assert len(secrets) > 8
    files = [p for p in (klass.nb / "source").rglob("*") if p.is_file() and p.suffix != ".ipynb"]
    files += [p for p in (klass.nb / "release").rglob("*") if p.is_file()]
    assert {p.name for p in files} >= {f"{A}.py", f"{A}.ipynb", "course.toml", "checks.py"}
    for path in files:
        text = path.read_bytes().decode("utf-8", "replace")
        assert [s for s in secrets if s in text] == [], path
        assert path.name != "hidden.py" and "mistakes" not in path.parts


# --------------------------------------------------------------------------- init


def test_a_second_run_changes_no_byte(klass):
    def state():
        paths = [p for p in klass.nb.rglob("*") if p.is_file() and p.suffix != ".db"]
        return {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in paths}

    before = state()
    done = klass.init()
    assert done.returncode == 0, done.stderr
    assert "0 files written" in done.stdout
    assert state() == before
    assert (klass.nb / config.NAME).read_text(encoding="utf-8").startswith(klass.own)


@pytest.fixture
def fake(monkeypatch):
    """`init` without an engine: what is written where is all that is looked at."""
    from grader.bridges.nbgrader import course_dir

    files = {"course.toml": b"[release]\n", "checks/a.bin": b"\0"}
    monkeypatch.setattr(course_dir, "points_of", lambda course, names: {A: POINTS})
    monkeypatch.setattr(course_dir, "released", lambda course, names: dict(files))
    return files


def test_what_was_edited_by_hand_is_not_lost(tmp_path, fake):
    assert init(tmp_path, COURSE, [A], {}).left == []
    path = tmp_path / "source" / A / f"{A}.ipynb"
    saved = json.dumps(json.loads(path.read_text(encoding="utf-8")) | {"nbformat_minor": 4})
    path.write_text(saved, encoding="utf-8")
    assert init(tmp_path, COURSE, [A], {}).left == []  # opened and saved: nothing was edited
    assert path.read_text(encoding="utf-8") == saved
    book = json.loads(saved)
    book["cells"].append(code("assert dot([1], [1]) == 1"))
    path.write_text(json.dumps(book), encoding="utf-8")
    edited = path.read_bytes()
    done = init(tmp_path, COURSE, [A], {})
    assert done.left == [f"source/{A}/{A}.ipynb"]
    assert path.read_bytes() == edited
    done = init(tmp_path, COURSE, [A], {}, replace=True)
    ((old, copy),) = done.kept.items()
    assert (tmp_path / copy).read_bytes() == edited
    assert not copy.startswith("source/")
    assert old == f"source/{A}/{A}.ipynb"
    assert meaning(path.read_text(encoding="utf-8")) != meaning(edited.decode())
    path.write_bytes(edited)
    again = init(tmp_path, COURSE, [A], {}, replace=True).kept
    assert again != done.kept
    assert all((tmp_path / c).read_bytes() == edited for c in (*again.values(), copy))


def test_what_is_no_longer_made_is_removed(tmp_path, fake):
    init(tmp_path, COURSE, [A], {})
    below = tmp_path / "source" / A / ".dlgrade"
    (below / "mine.txt").write_text("the instructor's", encoding="utf-8")
    del fake["checks/a.bin"]
    fake["checks/b.bin"] = b"\1"
    done = init(tmp_path, COURSE, [A], {})
    assert done.removed == [f"source/{A}/.dlgrade/checks/a.bin"]
    assert not (below / "checks" / "a.bin").exists()
    assert (below / "checks" / "b.bin").is_file()
    assert (below / "mine.txt").is_file()


def test_a_lost_ledger_makes_nobodys_file_ours(tmp_path, fake):
    init(tmp_path, COURSE, [A], {})
    (tmp_path / ".dlgrade-nbgrader.json").unlink()
    (tmp_path / "source" / A / f"{A}.py").write_text("mine", encoding="utf-8")
    assert init(tmp_path, COURSE, [A], {}).left == [f"source/{A}/{A}.py"]
    (tmp_path / ".dlgrade-nbgrader.json").write_text("[", encoding="utf-8")
    with pytest.raises(UsageError, match="Cannot read"):
        init(tmp_path, COURSE, [A], {})


def test_a_crash_in_the_middle_is_made_good(tmp_path, fake, monkeypatch):
    from grader.bridges.nbgrader import course_dir

    real, calls = course_dir._write, []

    def failing(place, data, done, path, dry):
        calls.append(path)
        if len(calls) == 3:
            raise OSError(28, "No space left on device", str(place))
        real(place, data, done, path, dry)

    monkeypatch.setattr(course_dir, "_write", failing)
    with pytest.raises(UsageError, match="No space left"):
        init(tmp_path, COURSE, [A], {})
    monkeypatch.setattr(course_dir, "_write", real)
    assert init(tmp_path, COURSE, [A], {}).left == []
    assert read_ledger(tmp_path).assignments == (A,)
    assert not list(tmp_path.rglob("*.part"))


def test_the_block_in_the_configuration():
    made = config.block(Path("/a/nb"), Path("/a/course"), "id", ["one"])
    assert "'../course'" in made
    own = "c = get_config()\r\nc.X = 1  # 我的"
    once = config.with_block(own, made)
    assert once.startswith(own)
    changed = config.with_block(once + "c.Y = 2\n", made.replace("'one'", "'two'"))
    assert changed.startswith(own)
    assert changed.endswith("c.Y = 2\n")
    assert "'two'" in changed
    assert "'one'" not in changed
    assert config.with_block(changed, made) == once + "c.Y = 2\n"
    with pytest.raises(UsageError, match="do not pair up"):
        config.with_block(once.replace(config.END, ""), made)
    compile(once, config.NAME, "exec")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--assignment", "nothing"), "no assignment nothing"),
        (("nbgrader_config.py",), "not a folder"),
        (("--frobnicate",), "frobnicate"),
    ],
)
def test_wrong_usage_is_one_sentence(klass, arguments, says):
    made = ("nbgrader", "init", *arguments, "--course", ROOT, "--lang", "en")
    done = klass.run("grader", *made, cwd=klass.nb, DLGRADE_LANG="en")
    assert done.returncode == 2
    assert says in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_digests_of_notebooks_are_of_what_they_say():
    text = source_notebook(reference(A), A, POINTS)
    one = digest("a.ipynb", text.encode())
    assert digest("a.ipynb", json.dumps(json.loads(text)).encode()) == one
    assert digest("a.ipynb", text.replace("np", "numpy").encode()) != one
    assert digest("a.ipynb", b"no notebook \xff") != one


# --------------------------------------------------------------------------- a student


def test_fetch_work_and_validate(klass):
    """The stub, the notebook and its checks arrive; `grade` and nbgrader's validate use them."""
    name = "陳"
    assert klass.student(name, "fetch_assignment", A).returncode == 0
    fetched = klass.folder / "homes" / name / "work" / A
    assert (fetched / f"{A}.py").read_text(encoding="utf-8") == stub(reference(A))
    assert (fetched / ".dlgrade" / "course.toml").is_file()
    partly(fetched)
    # A time apart: `grade` takes the file that was saved last.
    os.utime(fetched / f"{A}.py", (1_000_000_000, 1_000_000_000))
    done = klass.run("grader", A, "--lang", "en", "--format", "json", cwd=fetched, home=name)
    assert done.returncode == 1, done.stderr
    report = json.loads(done.stdout)
    failed = {c["function"] for c in report["checks"] if c["status"] != "pass"}
    assert failed == {"dot", "affine"}
    assert not any(c["hidden"] for c in report["checks"])
    checked = klass.student(name, "validate", f"{A}.ipynb", where=A)
    assert checked.returncode == 0
    assert "VALIDATION FAILED ON 2 CELL(S)" in checked.stdout
    assert "zip(u, v, strict=True)" in checked.stdout
    assert "Traceback" not in checked.stdout
    right(fetched)
    checked = klass.student(name, "validate", f"{A}.ipynb", where=A)
    assert "Success" in checked.stdout, checked.stdout + checked.stderr


def test_what_was_handed_out_is_known_without_the_course(klass, tmp_path):
    """The work is in the .py although the untouched notebook is newer."""
    folder = tmp_path / A
    shutil.copytree(klass.nb / "release" / A, folder)
    in_the_py(folder)
    os.utime(folder / f"{A}.py", (1_000_000_000, 1_000_000_000))
    found = place.submitted(load_course(folder / ".dlgrade"), A, folder, "me")
    assert found is not None
    assert found.path == f"{A}.py"


# --------------------------------------------------------------------------- grading


def test_plain_autograde_gives_the_scores_of_batch(submitted):
    klass = submitted
    said = klass.nbgrader("autograde", A)
    assert "Traceback" not in said
    due = {
        student: {check_id(f): (points, False) for f, points in zip(FUNCTIONS, row, strict=True)}
        for student, row in SCORES.items()
    }
    assert klass.scores() == due
    out = klass.folder / "results"
    made = ("batch", klass.nb / "submitted", "--out", out, "--assignment", A, "--course", ROOT)
    done = klass.run("grader", *made, cwd=klass.folder, DLGRADE_LANG="en")
    assert done.returncode == 0, done.stderr
    with (out / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        batch = {row["student"]: float(row["total"]) for row in csv.DictReader(file)}
    assert batch == {student: sum(row) for student, row in SCORES.items()}
    # The student's own .py is still there, and the instructor's checks lie over the forged ones.
    graded = klass.nb / "autograded"
    assert "return 0.0" in (graded / "py-only" / A / f"{A}.py").read_text(encoding="utf-8")
    checks = Path(".dlgrade", "checks", A, "checks.py")
    real = (klass.nb / "source" / A / checks).read_bytes()
    assert (graded / "forged" / A / checks).read_bytes() == real
    outputs = {
        cell["metadata"]["nbgrader"]["grade_id"]: cell["outputs"]
        for cell in load(graded / "deleted" / A)["cells"]
        if cell["metadata"].get("nbgrader", {}).get("grade")
    }
    assert set(outputs) == {check_id(name) for name in FUNCTIONS}
    assert "<style>" in "".join(outputs["check-matvec"][0]["data"]["text/html"])
    # A new version of the course, and the cells are the same: nothing is in the way.
    assert klass.init().returncode == 0
    klass.nbgrader("generate_assignment", A, "--force")
    assert klass.scores() == due


def test_the_check_cells_score_alike_in_a_kernel(submitted):
    """With nbgrader's own preprocessors: noise on stderr, and the work in the .py."""
    klass = submitted
    text = (klass.nb / config.NAME).read_text(encoding="utf-8")
    names = ("Execute", "IgnorePattern", "LimitOutput", "SaveAutoGrades", "CheckCellMetadata")
    listed = [f"nbgrader.preprocessors.{name}" for name in names]
    more = f"c.Autograde.autograde_preprocessors = {listed}\nc.Execute.timeout = 120\n"
    (klass.nb / config.NAME).write_text(text + more, encoding="utf-8")
    try:
        klass.nbgrader("autograde", A, "--force", "--student=[np]*y")
    finally:
        (klass.nb / config.NAME).write_text(text, encoding="utf-8")
    found = klass.scores()
    for student in ("noisy", "py-only"):
        due = zip(FUNCTIONS, SCORES[student], strict=True)
        assert found[student] == {check_id(f): (points, False) for f, points in due}


# --------------------------------------------------------------------------- its parts


@pytest.fixture
def preprocessors(monkeypatch):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # nbgrader's own, of SQLAlchemy
        from grader.bridges.nbgrader import preprocessors

    monkeypatch.setenv("DLGRADE_COURSE", str(ROOT))
    return preprocessors


def graded_notebook(tmp_path, preprocessors, answer, monkeypatch, text=""):
    """A submission taken through GradeCells, with the engine's answer given."""
    folder = tmp_path / "submitted" / "s" / A
    folder.mkdir(parents=True)
    text = text or source_notebook(reference(A), A, POINTS)
    (folder / f"{A}.ipynb").write_text(text, encoding="utf-8")
    monkeypatch.setattr(preprocessors, "ask", lambda *args, **kwargs: answer)
    grade = preprocessors.GradeCells()
    monkeypatch.setattr(type(grade), "_folder", lambda self, assignment, student: folder)
    resources = {"nbgrader": {"assignment": A, "student": "s", "notebook": A}}
    return grade.preprocess(nbformat.reads(text, as_version=4), resources)


def result(points: float, most: float, broken: bool = False) -> Result:
    return Result(points, most, points == most, broken, "<p>html</p>", "text")


def test_what_the_grader_broke_on_has_no_score(tmp_path, preprocessors, monkeypatch):
    from nbgrader.utils import determine_grade

    results = {name: result(1.5, POINTS[name]) for name in FUNCTIONS}
    results["dot"] = result(0, 0, broken=True)
    answer = Answer("en", "needs-review", results)
    book, resources = graded_notebook(tmp_path, preprocessors, answer, monkeypatch)
    assert resources[preprocessors.REVIEW] == {"check-dot"}
    scores = {
        cell.metadata.nbgrader.grade_id: determine_grade(cell)
        for cell in book.cells
        if cell.metadata.get("nbgrader", {}).get("grade")
    }
    assert scores["check-matvec"] == (1.5, 26)


def test_a_rejected_file_is_left_to_a_person(tmp_path, preprocessors, monkeypatch):
    answer = Answer("en", "rejected", {name: result(0, POINTS[name]) for name in FUNCTIONS})
    _, resources = graded_notebook(tmp_path, preprocessors, answer, monkeypatch)
    assert resources[preprocessors.REVIEW] == {check_id(name) for name in FUNCTIONS}


def test_other_points_than_the_gradebook_has_are_refused(tmp_path, preprocessors, monkeypatch):
    answer = Answer("en", "graded", {name: result(1, 50) for name in FUNCTIONS})
    with pytest.raises(CourseError, match="generate_assignment"):
        graded_notebook(tmp_path, preprocessors, answer, monkeypatch)


def test_review_reaches_the_gradebook(preprocessors, monkeypatch):
    """SaveGrades takes back what nbgrader read from the output of a check that broke."""
    grade = SimpleNamespace(auto_score=22.0, manual_score=None, needs_manual_grade=False)
    commits: list[int] = []
    saving = preprocessors.SaveGrades()
    database = SimpleNamespace(commit=lambda: commits.append(1))
    saving.gradebook = SimpleNamespace(find_grade=lambda *names: grade, db=database)
    saving.notebook_id = saving.assignment_id = saving.student_id = "x"
    book = nbformat.reads(source_notebook(reference(A), A, POINTS), as_version=4)
    (cell,) = [
        c for c in book.cells if c.metadata.get("nbgrader", {}).get("grade_id") == "check-dot"
    ]
    saving._add_score(cell, {preprocessors.REVIEW: set()})
    assert (grade.auto_score, grade.needs_manual_grade) == (22.0, False)
    saving._add_score(cell, {preprocessors.REVIEW: {"check-dot"}})
    assert (grade.auto_score, grade.needs_manual_grade) == (None, True)
    assert commits


@pytest.mark.parametrize(
    "marks",
    [
        {},
        {"grade": True},
        [],
        "x",
        {"schema_version": 2, "grade": True, "grade_id": "check-dot", "points": 3},
        {
            **dict.fromkeys(("grade", "solution", "locked", "task"), False),
            "schema_version": 3,
            "grade_id": 7,
        },
    ],
)
def test_marks_that_are_not_whole_are_taken_off(preprocessors, marks):
    """In nbgrader, one such cell stops the grading of the whole class."""
    book = nbformat.reads(source_notebook(reference(A), A, POINTS), as_version=4)
    book.cells[3].metadata["nbgrader"] = marks
    preprocessors.RestoreCells()._unmark(book)
    assert "nbgrader" not in book.cells[3].metadata
    from nbgrader.nbgraderformat import MetadataValidator

    MetadataValidator().validate_nb(book)


def test_graded_cells_of_the_instructors_own_are_run(tmp_path, preprocessors, monkeypatch):
    """Only they make a kernel run the notebook; our cells are graded as ever."""
    ran: list[list[str]] = []

    class Run:
        enabled = True

        def __init__(self, parent: object) -> None: ...

        def preprocess(self, nb, resources):
            ran.append([cell.source for cell in nb.cells if cell.cell_type == "code"])
            return nb, resources

    monkeypatch.setattr(preprocessors, "Execute", Run)
    made = source_notebook(reference(A), A, POINTS)
    book = json.loads(made)
    own = code("assert dot([1], [1]) == 1")
    marks = {"grade": True, "grade_id": "own", "locked": True, "points": 1, "schema_version": 3}
    own["metadata"]["nbgrader"] = marks | {"solution": False, "task": False}
    book["cells"].append(own)
    answer = Answer("en", "graded", {n: result(POINTS[n], POINTS[n]) for n in FUNCTIONS})
    text = json.dumps(book)
    done, _ = graded_notebook(tmp_path, preprocessors, answer, monkeypatch, text)
    ((*_, last),) = ran
    assert last == "assert dot([1], [1]) == 1"
    assert not any("check(" in text for text in ran[0])
    checks = [
        c for c in done.cells if c.metadata.get("nbgrader", {}).get("grade_id") == "check-dot"
    ]
    assert "check(" in checks[0].source
    assert checks[0].outputs[0].data["text/plain"] == "22.0"
