"""What students get: `grade release`, and nothing of a solution in it."""

from __future__ import annotations

import ast
import base64
import gzip
import io
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import textwrap
import zipfile
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from grading import COURSE, ROOT, grade_cli, reference
from leak_search import Search, lines_of, squeezed

from grader.answers.live import LiveOracle
from grader.course import seal
from grader.course.load import load_course, source_of
from grader.course.percent import stub
from grader.model.errors import CourseError, UsageError
from grader.model.submission import Cell, Submission
from grader.release import released, toml_writer, wheel, writing
from grader.release import student_bundle as whole
from grader.release.likeness import grams, runs
from grader.release.listening import Listener
from grader.release.outgoing import taken
from grader.release.packing import pack
from grader.sandbox.best_cage import best_cage

pytestmark = pytest.mark.slow

SECRET = "9f1b6c2e-graded-quizzes-of-this-term"


@pytest.fixture(scope="module")
def release(tmp_path_factory):
    """The whole course, released by the real command."""
    out = tmp_path_factory.mktemp("release")
    done = subprocess.run(
        [sys.executable, "-m", "grader", "release", "--out", out],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "DLGRADE_SECRET": SECRET},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return out


@pytest.fixture(scope="module")
def tree(release):
    """Every file of the bundle by its path."""
    root = release / COURSE.id
    paths = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}


@pytest.fixture(scope="module")
def small():
    """One assignment's part of a bundle."""
    return released(COURSE, ["metrics"])


@pytest.fixture
def student(small, tmp_path):
    """A student's folder with that part, and the stub."""
    root = tmp_path / "bundle"
    for name, content in small.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (root / "metrics").mkdir()
    shutil.copy(ROOT / "assignments" / "metrics" / "metrics.py", root / "metrics")
    return root


# ------------------------------------------------------------------------ what is in it


def test_the_bundle_has_what_students_need(tree):
    for name in COURSE.names:
        for path in (f"{name}/{name}.py", f"{name}/{name}.ipynb", f"checks/{name}/checks.py"):
            assert path in tree
        assert tree[f"{name}/{name}.py"].decode() == stub(reference(name))
    assert "checks/training/data/penguins.csv" in tree
    home = ("hidden", "mistakes", "evidence", "inputs.py")
    assert not [n for n in tree if any(name in n for name in home)]
    assert not [n for n in tree if n.endswith(".pyc")]
    assert "equivalent" not in tree["checks/training/manifest.toml"].decode()
    chinese, english = tree["README.zh-TW.md"].decode(), tree["README.md"].decode()
    assert "安裝" in chinese
    (engine,) = [n for n in tree if n.endswith(".whl")]
    for text in (chinese, english):
        assert f"pip install ./{engine}" in text
        assert re.findall(r"\]\((?!http)([^)]+)\)", text)
        for link in re.findall(r"\]\((?!http)([^)]+)\)", text):
            assert link in tree
        for path in re.findall(r"`((?:\w+/)+\w+\.\w+)`", text):
            assert path in tree


def test_the_zip_is_the_same_tree(release, tree):
    with zipfile.ZipFile(release / f"{COURSE.id}.zip") as opened:
        names = opened.namelist()
        assert names == sorted(names)
        assert {i.date_time for i in opened.infolist()} == {(2020, 1, 1, 0, 0, 0)}
        assert {n: opened.read(n) for n in names} == {
            f"{COURSE.id}/{name}": content for name, content in tree.items()
        }


def test_every_file_below_checks_is_sealed(tree):
    data = toml_of(tree["course.toml"])
    sealed = data["release"]["sha256"]
    assert set(sealed) == {name for name in tree if name.startswith("checks/")}
    assert all(seal.digest(tree[name]) == digest for name, digest in sealed.items())


def toml_of(content: bytes):
    import tomllib

    return tomllib.loads(content.decode("utf-8"))


def test_what_is_written_as_toml_is_read_as_it_was():
    data = {
        "text": 'quo"te \\ tab\t line\n 中文 \x7f',
        "numbers": [1, -2.5, True],
        "list": [{"a b": "c"}, {"k": [[]]}],
        "empty": {},
        "table": {"d.e": {"zh-TW": "", "n": 0}, "f": "g"},
    }
    assert toml_of(toml_writer.dumps(data).encode()) == data


def test_the_same_course_gives_the_same_bytes(small):
    again = released(COURSE, ["metrics"])
    assert again == small
    assert pack(again) == pack(small)


def test_the_checks_go_out_as_they_stand(tree):
    for assignment in COURSE.assignments:
        released = tree[f"checks/{assignment.name}/checks.py"]
        assert released == (assignment.folder / "checks.py").read_bytes()
        inputs = json.loads(tree[f"checks/{assignment.name}/inputs.json"])
        assert set(inputs) == taken(released.decode())
        assert not set(map(type, leaves(inputs))) - {str, type(None)}


def leaves(data: Any) -> list[Any]:
    """What stands in tables and lists."""
    if isinstance(data, dict):
        held = data["table"] if set(data) == {"table"} else data.items()
        return [leaf for _, value in held for leaf in leaves(value)]
    return [leaf for value in data for leaf in leaves(value)] if isinstance(data, list) else [data]


# ------------------------------------------------------------------------ nothing of a solution

LEFT = {
    # Lines of solutions that every program of the kind has.
    'iftask=="regression":',
    'iftask=="binary":',
    'iftask=="multiclass":',
    'iftask!="regression":',
    'eliftask=="binary":',
    'eliftask=="multiclass":',
    "np.array([[1.0],[0.0]]),",
    "foriinrange(X.shape[1]):",
    '@np.errstate(all="ignore")',
    'withnp.errstate(all="ignore"):',
}


@pytest.fixture(scope="module")
def search():
    """The solutions, the misconceptions, the oracles, the generators, the hidden checks and their
    cases."""
    lines, tokens, allowed, everyones = set(), set(), set(), set()
    words, values = {SECRET}, {SECRET.encode()}
    checks = "\n".join(definitions(a.folder / "checks.py") for a in COURSE.assignments)
    for assignment in COURSE.assignments:
        source = source_of(assignment)
        given = stub(source)
        allowed |= lines_of(given, 1) | LEFT
        everyones |= set(runs(given))
        regions = re.findall(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", source, re.DOTALL)
        oracle = LiveOracle(COURSE, assignment)
        kept = [textwrap.dedent(region) for region in regions]
        kept += [m.source for f in assignment.functions for m in oracle.mistakes(f.name)]
        for path in assignment.folder.glob("evidence.py"):
            kept.append(path.read_text(encoding="utf-8"))
        for code in kept:
            lines |= lines_of(code)
            tokens |= grams(code)
        inputs = definitions(assignment.folder / "inputs.py")
        lines |= lines_of(inputs) - lines_of(checks)
        tokens |= grams(inputs) - set(runs(checks))
        named, cases = hidden(assignment)
        words |= named
        values |= cases
    assert len(lines) > 500
    assert len(values) > 50
    return Search(lines - allowed, tokens - everyones, words, values)


def definitions(path: Path) -> str:
    """The source of a module but for its imports and docstrings."""
    tree = ast.parse(path.read_bytes())
    plain = (ast.Import, ast.ImportFrom, ast.Expr)
    return "\n".join(ast.unparse(node) for node in tree.body if not isinstance(node, plain))


def hidden(assignment) -> tuple[set[str], set[bytes]]:
    """The names of an assignment's hidden checks and of what only they define, and the arrays of
    their cases."""
    label = f"{assignment.name}.py"
    work = Submission(assignment.name, (Cell(label, source_of(assignment)),), label)
    with best_cage() as cage:
        listener = Listener(COURSE, assignment)
        files = [str(assignment.folder / f"{part}.py") for part in ("checks", "hidden")]
        (report,) = listener.grade([work], files, cage)
    checks = report.checks
    names = {c.id for c in checks if c.hidden}
    assert names
    public, secret = set(), set()
    for (check, _, _, _), posed in listener.log.posed.items():
        for case, _ in posed:
            for value in (*case.args, *case.kwargs.values()):
                if isinstance(value, np.ndarray) and len(np.unique(value)) >= 4:
                    (secret if check in names else public).add(value.tobytes())
    defined = [
        {n.name for n in ast.parse((assignment.folder / f).read_bytes()).body if hasattr(n, "name")}
        for f in ("hidden.py", "checks.py", "inputs.py")
    ]
    known = defined[1] | defined[2]
    own = {n for n in defined[0] - known if "_" in n and not n.startswith("test_")}
    return names | own, secret - public


def test_nothing_of_a_solution_is_in_the_folder(search, tree):
    engine = {name: content for name, content in tree.items() if name.endswith(".whl")}
    rest = {name: content for name, content in tree.items() if name not in engine}
    assert not search.found(rest)
    # The engine compares and multiplies too, and knows no course (see test_rooms).
    assert not Search(search.lines, (), search.words, search.values).found(engine)


def test_nothing_of_a_solution_is_in_the_zip(release, search, tree):
    """The zip's members are the folder's files; between and behind them is nothing."""
    packed = (release / f"{COURSE.id}.zip").read_bytes()
    assert packed == pack({f"{COURSE.id}/{name}": content for name, content in tree.items()})
    assert not [w for w in search.words if w.encode() in packed]


CODE = "    total = np.sum((y - y_hat) ** 2) / y.size + np.log(1 + y)\n    return float(total)\n"
RENAMED = CODE.replace("total", "answer").replace("y_hat", "p").replace("y", "label")


def notebook_of(code: str) -> bytes:
    """A notebook whose cell holds `code`, a string a line."""
    return json.dumps({"cells": [{"source": code.splitlines(keepends=True)}]}).encode()


def zip_of(name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr(name, content)
    return out.getvalue()


PLANTED = {
    "plain": CODE.encode(),
    "spaced otherwise": CODE.replace(" ", "   ").replace("(", "( ").encode(),
    "renamed": RENAMED.encode(),
    "utf-16": CODE.encode("utf-16"),
    "base64": b'{"data": "' + base64.b64encode(CODE.encode()) + b'"}',
    "url-safe base64": base64.urlsafe_b64encode(CODE.encode()).rstrip(b"="),
    "hex": b"x = " + CODE.encode().hex().encode(),
    "gzip": gzip.compress(CODE.encode()),
    "zlib within binary": b"\0\1\2" + zlib.compress(CODE.encode()) + b"\0\0",
    "zip": zip_of("a.py", CODE.encode()),
    "zip in a zip": zip_of("b.zip", zip_of("a.py", CODE.encode())),
    "notebook": notebook_of(CODE),
    "compressed base64": base64.b64encode(zlib.compress(CODE.encode() * 3)),
    "a recording's text": b"\0\0\1" + zlib.compress(json.dumps(["v", CODE]).encode() + b"\0\7"),
    "a secret": b"key: " + SECRET.encode(),
    "a value": b"\0\0" + np.array([0.25, -1.5, 3.75]).tobytes(),
    "a hidden check": "這裡有 dot.secretly 這一項".encode(),
}


@pytest.mark.parametrize("how", PLANTED)
def test_the_search_finds_what_is_planted(how):
    value = np.array([0.25, -1.5, 3.75]).tobytes()
    planted = Search(lines_of(CODE), grams(CODE), {SECRET, "dot.secretly"}, {value})
    assert planted.grams
    assert squeezed(CODE.splitlines()[0]) in planted.lines
    innocent = {"a/b.md": b"import numpy as np\nreturn np.sum(x) + 1\n", "c.bin": bytes(range(256))}
    assert not planted.found(innocent)
    assert planted.found({**innocent, "a/c": PLANTED[how]})


# ------------------------------------------------------------------------ refused, in one sentence


def one_sentence(done: subprocess.CompletedProcess[str], code: int, *words: str) -> None:
    assert done.returncode == code, done.stdout + done.stderr
    assert done.stderr.startswith("grade: ")
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr
    for word in words:
        assert word in done.stderr


def edited(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"metrics", b"matrics", 1) + b"#")


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-9])


def gone(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize("harm", [edited, cut_short, gone])
@pytest.mark.parametrize("file", ["answers.bin", "checks.py", "manifest.toml", "metrics.py"])
def test_a_file_that_is_not_as_released_is_refused(student, file, harm):
    harm(student / "checks" / "metrics" / file)
    with pytest.raises(CourseError) as raised:
        load_course(student)
    assert file in raised.value.text["en"]
    assert "again" in raised.value.text["en"]
    assert "重新下載" in raised.value.text["zh-TW"]


@pytest.mark.parametrize(
    "words", [["metrics"], ["hint", "accuracy"], ["quiz"], ["--list"], ["--watch", "metrics"]]
)
def test_every_command_refuses_an_altered_recording(student, words):
    cut_short(student / "checks" / "metrics" / "answers.bin")
    done = grade_cli(*words, cwd=student / "metrics")
    one_sentence(done, 3, "answers.bin", "Download the release again")


def test_another_seed_version_or_list_in_course_toml_is_refused(student):
    marker = student / "course.toml"
    text = marker.read_text(encoding="utf-8")
    for old, new in (("seed = ", "seed = 1"), ("assignments = [", 'assignments = ["losses", ')):
        marker.write_text(text.replace(old, new), encoding="utf-8")
        with pytest.raises(CourseError, match=r"course\.toml"):
            load_course(student)
    marker.write_text(text.replace('engine = "', 'engine = "9.'), encoding="utf-8")
    one_sentence(grade_cli("metrics", cwd=student), 3, "pip install dlgrade==9.")
    marker.write_text(text.replace("format = 1", "format = 2"), encoding="utf-8")
    with pytest.raises(CourseError, match="Download"):
        load_course(student)
    marker.write_text(text.replace("[release.sha256]", "[release.other]"), encoding="utf-8")
    with pytest.raises(CourseError, match="altered"):
        load_course(student)


def test_another_seed_is_refused(student):
    done = grade_cli("metrics", "--seed", 7, cwd=student)
    one_sentence(done, 2, str(COURSE.seed), "--seed 7")
    same = grade_cli("metrics", "--seed", COURSE.seed, cwd=student)
    assert same.returncode == 1
    assert "Score 0/" in same.stdout


@pytest.mark.parametrize(
    "words",
    [["verify"], ["build"], ["release"], ["batch", ".", "--out", "x"], ["new-exercise", "extra"]],
)
def test_commands_for_instructors_say_that_this_is_a_bundle(student, words):
    one_sentence(grade_cli(*words, cwd=student), 2, "student bundle")
    assert not (student / "x").exists()
    assert not (student / "release").exists()


# ------------------------------------------------------------------------ in the student's hands


@pytest.fixture(scope="module")
def apart(release, tmp_path_factory):
    """The unpacked zip, and a fresh environment with nothing of ours but the wheel in it."""
    home = tmp_path_factory.mktemp("學生 student")
    with zipfile.ZipFile(release / f"{COURSE.id}.zip") as opened:
        opened.extractall(home)
    root = home / COURSE.id
    (engine,) = root.glob("*.whl")
    venv = home / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", venv], check=True)
    scripts = venv / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / ("python.exe" if os.name == "nt" else "python")
    install = ["install", "-q", "--no-deps", "--no-index", "--disable-pip-version-check", engine]
    subprocess.run([sys.executable, "-m", "pip", "--python", python, *install], check=True)
    where = [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    purelib = subprocess.run(where, capture_output=True, text=True, check=True).stdout.strip()
    theirs = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    Path(purelib, "borrowed.pth").write_text("\n".join(sorted(theirs)), encoding="utf-8")
    return root, scripts / ("grade.exe" if os.name == "nt" else "grade")


def run(apart, folder: str, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    root, grade = apart
    kept = ("SYSTEMROOT", "TEMP", "TMP", "HOME", "USERPROFILE")
    clean = {name: os.environ[name] for name in kept if name in os.environ}
    return subprocess.run(
        [str(grade), *words],
        cwd=root / folder,
        env=clean | {"DLGRADE_LANG": "en", "PYTHONUTF8": "1"} | more,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=120,
        check=False,
    )


def test_a_right_answer_has_all_public_points(apart):
    folder = apart[0] / "matmul"
    (folder / "right.py").write_text(reference("matmul"), encoding="utf-8")
    done = run(apart, "matmul", "right.py", "--format", "json")
    assert done.returncode == 0, done.stdout + done.stderr
    report = json.loads(done.stdout)
    assert report["score"] == report["max_score"] < 100
    assert any("public checks" in note["en"] for note in report["notes"])
    assert not list(apart[0].rglob("__pycache__"))


def test_a_wrong_answer_is_named_on_its_smallest_case(apart):
    wrong = reference("losses") + "\n\ndef mae(y, y_hat):\n    return np.sum(np.abs(y - y_hat))\n"
    (apart[0] / "losses" / "losses.py").write_text(wrong, encoding="utf-8")
    for more in ({}, {"LC_ALL": "C", "PYTHONUTF8": "0"}):
        done = run(apart, "losses", "mae", **more)
        assert done.returncode == 1, done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        assert "The mistake" in done.stdout
        assert "mae(np.array([" in done.stdout


def test_hints_lists_notebooks_quizzes_and_pages_work(apart):
    listed = run(apart, ".", "--list")
    assert "matmul.dot" in listed.stdout
    last = run(apart, ".", "hint", "dot", "5")
    assert "Mistakes often made" in last.stdout
    notebook = run(apart, "metrics", "metrics.ipynb")
    assert "Score 0/" in notebook.stdout
    page = run(apart, "metrics", "metrics", "--format", "html", "--output", "report.html")
    assert page.returncode == 1
    assert "public checks" in (apart[0] / "metrics" / "report.html").read_text(encoding="utf-8")
    assert run(apart, ".", "quiz").returncode == 0


def test_another_course_s_solutions_are_never_used(student):
    """`solutions` of another course on the path gives neither answers nor hints."""
    done = grade_cli("hint", "accuracy", 9, cwd=student)
    assert done.returncode == 2  # grade_cli has this source tree, and its solutions, on the path
    other = student.parent / "elsewhere" / "solutions" / "metrics"
    other.mkdir(parents=True)
    for folder in (other, other.parent):
        (folder / "__init__.py").write_text("raise SystemExit('not this one')\n")
    environment = {"PYTHONPATH": os.pathsep.join([str(other.parents[1]), str(ROOT)])}
    done = grade_cli("metrics", cwd=student, env=environment)
    assert done.returncode == 1, done.stderr
    assert "Score 0/" in done.stdout


# ------------------------------------------------------------------------ written to disk

FILES = {"course.toml": b"[release]\n", "a/a.py": b"one\n", "checks/a/old.txt": b"old\n"}


def test_a_release_is_not_written_over_something_else(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(UsageError, match="no earlier release"):
        writing.write_folder(tmp_path, FILES)
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]
    (tmp_path / "a.zip").write_bytes(b"not a zip")
    with pytest.raises(UsageError, match="no zip"):
        writing.write_zip(tmp_path / "a.zip", "top", FILES)
    (tmp_path / "course.toml").write_text('id = "a course with solutions"\n')
    with pytest.raises(UsageError, match="no earlier release"):
        writing.write_folder(tmp_path, FILES)


def test_an_earlier_release_is_brought_up_to_date(tmp_path):
    folder = tmp_path / "課程"
    writing.write_folder(folder, FILES)
    stamp = (folder / "a" / "a.py").stat().st_mtime_ns
    (folder / "notes.txt").write_text("an instructor's own")
    newer = {"course.toml": b"[release]\nformat = 1\n", "a/a.py": b"one\n", "b/b.py": b"two\n"}
    writing.write_folder(folder, newer)
    paths = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    assert paths == {*newer, "notes.txt"}
    assert not (folder / "checks").exists()
    assert (folder / "a" / "a.py").stat().st_mtime_ns == stamp
    assert sorted(p.name for p in tmp_path.iterdir()) == [".課程.release", "課程"]


def test_a_file_that_was_edited_since_is_not_lost(tmp_path):
    folder = tmp_path / "course"
    writing.write_folder(folder, FILES)
    (folder / "a" / "a.py").write_text("tried out")
    with pytest.raises(UsageError, match=r"a\.py was edited"):
        writing.write_folder(folder, FILES | {"a/a.py": b"two\n"})
    assert (folder / "a" / "a.py").read_text() == "tried out"


def test_an_interrupted_release_leaves_nothing_half_written(tmp_path, monkeypatch):
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("grader.release.writing.os.replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        writing.write_folder(tmp_path / "course", FILES)
    assert not list(tmp_path.iterdir())


def test_names_that_do_not_exist_are_said_to_be_so(tmp_path):
    one_sentence(grade_cli("release", "nothing", "--wheel", "none", cwd=ROOT), 2, "nothing")
    given = tmp_path / "dlgrade-0.0.1-py3-none-any.whl"
    given.write_bytes(b"PK")
    with pytest.raises(UsageError, match="not a wheel"):
        wheel.wheel(str(given))


def test_without_a_wheel_the_readme_says_what_to_install():
    made = whole.bundle(COURSE, ["metrics"], wheel=None, quizzes=False)
    assert b"pip install dlgrade==" in made["README.md"]
    assert b"pip install dlgrade==" in made["README.zh-TW.md"]
    assert not [name for name in made if name.endswith(".whl") or "quiz" in name]


def test_an_installed_engine_is_packed_again(apart, release):
    """The wheel that an installed `grade` encloses installs the same files."""
    root, grade = apart
    python = grade.with_name("python.exe" if os.name == "nt" else "python")
    code = (
        "import sys; from grader.release.wheel import wheel; "
        "open(sys.argv[1], 'wb').write(wheel(None)[1])"
    )
    again = root.parent / "again.whl"
    subprocess.run([python, "-c", code, again], check=True, cwd=root.parent)
    (engine,) = root.glob("*.whl")
    with zipfile.ZipFile(engine) as one, zipfile.ZipFile(again) as other:
        assert other.testzip() is None
        ours = {n: one.read(n) for n in one.namelist() if not n.endswith("RECORD")}
        assert {n: other.read(n) for n in other.namelist() if not n.endswith("RECORD")} == ours


# ------------------------------------------------------------------------ another course

ASKS = """

import numpy as np

SLIDE = (np.array([[1.0, 2, 3], [4, 5, 9]]), np.array([1.0, 1, 2]))


@graded("asks", weighted_mean={points}, zh="問", en="asks")
def test_asks(function, student, reference):
    x, w = SLIDE
    value = student.call(function, x, w)
    due = reference.call(function, {x}, w)
    student.require(float(value[0]) > 0 and len(due), zh="不對", en="no")
"""


def own_course(folder: Path, x: str) -> Path:
    """A new course with a check that asks the reference about `x`."""
    made = grade_cli("new-course", folder, cwd=folder.parent)
    assert made.returncode == 0, made.stderr
    checks = folder / "solutions" / "averages" / "checks.py"
    text = checks.read_text(encoding="utf-8").replace("weighted_mean=15", "weighted_mean=10")
    checks.write_text(text + ASKS.format(points=5, x=x), encoding="utf-8")
    return folder


def test_a_new_course_is_released_and_graded(tmp_path):
    course = own_course(tmp_path / "my course [2] 課", "x")
    done = grade_cli("release", "--wheel", "none", "--out", tmp_path / "out", cwd=course)
    assert done.returncode == 0, done.stdout + done.stderr
    (bundle,) = (p for p in (tmp_path / "out").iterdir() if p.is_dir())
    student = tmp_path / "hw [1] a::b"
    shutil.copytree(bundle, student)
    solved = course / "solutions" / "averages" / "averages.py"
    shutil.copy(solved, student / "averages")
    right = grade_cli("averages", cwd=student)
    assert right.returncode == 0, right.stdout + right.stderr
    again = grade_cli("release", "--wheel", "none", "--out", tmp_path / "out", cwd=course)
    assert again.returncode == 0, again.stderr


def test_a_check_that_a_recording_cannot_serve_is_not_released(tmp_path):
    course = own_course(tmp_path / "course", "x + np.mean(value)")
    done = grade_cli("release", "--wheel", "none", cwd=course)
    one_sentence(done, 3, "weighted_mean.asks", "recorded")
    assert not (course / "release").exists()


def test_a_reference_that_fails_is_not_released(tmp_path):
    course = own_course(tmp_path / "course", "x")
    source = course / "solutions" / "averages" / "averages.py"
    text = source.read_text(encoding="utf-8")
    source.write_text(text + "\n\ndef weighted_mean(x, w):\n    return x[:, 0]\n", encoding="utf-8")
    done = grade_cli("release", "--wheel", "none", cwd=course)
    assert done.returncode == 3
    assert "weighted_mean" in done.stderr
    assert "Traceback" not in done.stderr
