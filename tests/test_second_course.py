"""A second course, `examples/courses/statistics-basics`, through the real commands: the engine has
nothing to do with the first."""

from __future__ import annotations

import csv
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from grading import ROOT, grade_cli

from grader.course.load import load_course, source_of
from grader.course.percent import stub

pytestmark = pytest.mark.slow

FOLDER = ROOT / "examples" / "courses" / "statistics-basics"
COURSE = load_course(FOLDER)
SOURCES = {name: source_of(COURSE.load(name)) for name in COURSE.names}

# What a student might write, judged by hand: the checks that fail, and the mistake to be named.
# None stands for a mistake that no entry of the catalogue describes.
WRONG: dict[str, tuple[str, str, dict[str, str | None]]] = {
    "intercept last": (
        "regression",
        "def design_matrix(x):\n    return np.array([[v, 1.0] for v in x])",
        {"design_matrix.values": "design_matrix.ones-last"},
    ),
    "only the slope": (
        "regression",
        "def predict(X, w):\n    return w[1] * X[:, 1]",
        {"predict.values": None},
    ),
    "divided by N - p": (
        "regression",
        "def mse_gradient(X, y, w):\n    return 2 / max(1, len(y) - len(w)) * X.T @ (X @ w - y)",
        {"mse_gradient.values": None},
    ),
    "a gradient in a loop that forgets the 2": (
        "regression",
        "def mse_gradient(X, y, w):\n    g = np.zeros(len(w))\n    for row, t in zip(X, y):\n"
        "        g += row * (row @ w - t)\n    return g / len(y)",
        {"mse_gradient.values": "mse_gradient.no-two"},
    ),
    "ridge": (
        "regression",
        "def normal_equations(X, y):\n"
        "    return np.linalg.solve(X.T @ X + 1e-3 * np.eye(X.shape[1]), X.T @ y)",
        {"normal_equations.values": None},
    ),
    "lstsq": (
        "regression",
        "def normal_equations(X, y):\n    return np.linalg.lstsq(X, y, rcond=None)[0]",
        {f"normal_equations.{c}": None for c in ("values", "integers", "unchanged", "hidden")},
    ),
    "starts at zero": (
        "regression",
        "def gradient_descent(X, y, w, lr, steps):\n    w = np.zeros(len(w))\n"
        "    for _ in range(steps):\n        w = w - lr * mse_gradient(X, y, w)\n    return w",
        {"gradient_descent.values": None, "gradient_descent.no_step": None},
    ),
    "changes its start": (
        "regression",
        "def gradient_descent(X, y, w, lr, steps):\n    w = np.asarray(w)\n"
        "    for _ in range(steps):\n        if w.dtype.kind == 'i':\n            w = w * 1.0\n"
        "        w -= lr * mse_gradient(X, y, w)\n    return w",
        {"gradient_descent.unchanged": "gradient_descent.in-place"},
    ),
    "the root, by norm": (
        "kmeans",
        "def squared_distances(X, C):\n"
        "    return np.array([[np.linalg.norm(x - c) for c in C] for x in X])\n"
        "def assign(X, C):\n"
        "    return np.array([np.argmin([np.linalg.norm(x - c) for c in C]) for x in X])",
        {"squared_distances.values": "squared_distances.root"},
    ),
    "cubed": (
        "kmeans",
        "def inertia(X, labels, C):\n    return np.sum(np.abs(X - C[labels]) ** 3)",
        {"inertia.values": None},
    ),
    "an empty group takes a random point": (
        "kmeans",
        "def update(X, labels, C):\n    out = []\n    for j in range(len(C)):\n"
        "        mine = X[labels == j]\n"
        "        out.append(mine.mean(axis=0) if len(mine) else X[0])\n    return np.array(out)",
        {"update.empty": None},
    ),
    "two rounds": (
        "kmeans",
        "def kmeans(X, k, rng):\n    C = X[rng.choice(len(X), k, replace=False)]\n"
        "    for _ in range(2):\n        labels = assign(X, C)\n        C = update(X, labels, C)\n"
        "    return labels, C",
        {"kmeans.settled": "kmeans.stops-early"},
    ),
    "centres anywhere": (
        "kmeans",
        "def kmeans(X, k, rng):\n    C = rng.normal(size=(k, X.shape[1])) * 100 + 500\n"
        "    labels = assign(X, C)\n    for _ in range(50):\n        C = update(X, labels, C)\n"
        "        labels = assign(X, C)\n    return labels, C",
        {"kmeans.groups": None, "kmeans.start": None},
    ),
    "everything in one group": (
        "kmeans",
        "def kmeans(X, k, rng):\n    C = np.tile(X.mean(axis=0), (k, 1))\n"
        "    return np.zeros(len(X), int), C",
        {"kmeans.groups": None, "kmeans.start": None},
    ),
    "labels as text": (
        "kmeans",
        "def kmeans(X, k, rng):\n    return ['a'] * len(X), X[:k]",
        {f"kmeans.{c}": None for c in ("one", "groups", "settled", "start")},
    ),
    "ragged": (
        "kmeans",
        "def kmeans(X, k, rng):\n    return [[0], [1, 2]], [X[0], 1]\n"
        "def assign(X, C):\n    return [[0], [1, 2]]",
        {
            "assign.values": None,
            **{f"kmeans.{c}": None for c in ("one", "groups", "settled", "start")},
        },
    ),
}

RIGHT: dict[str, tuple[str, str]] = {
    "loops and lists": (
        "regression",
        "def design_matrix(x):\n    return [[1, v] for v in x]\n"
        "def predict(X, w):\n    return [sum(a * b for a, b in zip(row, w)) for row in X]\n"
        "def mse_gradient(X, y, w):\n    e = predict(X, w) - np.asarray(y)\n"
        "    return [2 / len(y) * sum(e * X[:, j]) for j in range(X.shape[1])]\n"
        "def gradient_descent(X, y, w, lr, steps):\n    w = np.array(w, float)\n    while steps:\n"
        "        w -= lr * np.array(mse_gradient(X, y, w))\n        steps -= 1\n    return w\n",
    ),
    "inverse and QR": (
        "regression",
        "def normal_equations(X, y):\n    q, r = np.linalg.qr(X)\n"
        "    return np.linalg.inv(r) @ q.T @ y\n"
        "def design_matrix(x):\n    return np.vander(x, 2, increasing=True)",
    ),
    "expanded squares, masks, centres until they rest": (
        "kmeans",
        "def squared_distances(X, C):\n"
        "    return (X**2).sum(1)[:, None] - 2 * X @ C.T + (C**2).sum(1)\n"
        "def assign(X, C):\n    out = []\n    for x in X:\n        best = len(C) - 1\n"
        "        for j in range(len(C) - 1, -1, -1):\n"
        "            if ((x - C[j]) ** 2).sum() <= ((x - C[best]) ** 2).sum():\n"
        "                best = j\n        out.append(best)\n    return np.array(out)\n"
        "def update(X, labels, C):\n"
        "    return np.array([X[labels == j].mean(0) if (labels == j).any() else C[j]\n"
        "                     for j in range(len(C))])\n"
        "def inertia(X, labels, C):\n"
        "    return sum(((x - C[j]) ** 2).sum() for x, j in zip(X, labels))\n"
        "def kmeans(X, k, rng):\n    C = X[rng.choice(len(X), size=k, replace=False)] * 1.0\n"
        "    while True:\n        labels = assign(X, C)\n        new = update(X, labels, C)\n"
        "        if np.allclose(new, C):\n            return labels, C\n        C = new\n",
    ),
    "last of equals, k-means++, numbered the other way round": (
        "kmeans",
        "def assign(X, C):\n"
        "    return len(C) - 1 - np.argmin(squared_distances(X, C[::-1]), axis=1)\n"
        "def kmeans(X, k, rng):\n    rows = [int(rng.integers(len(X)))]\n"
        "    while len(rows) < k:\n        D = squared_distances(X, X[rows]).min(axis=1)\n"
        "        rows.append(int(np.argmax(D)))\n    C = X[rows]\n"
        "    for _ in range(100):\n"
        "        labels = assign(X, C)\n        C = update(X, labels, C)\n"
        "    return list(k - 1 - labels), C[::-1]\n",
    ),
}


def write(folder: Path, works: dict[str, tuple[str, str]]) -> list[Path]:
    """Each one's work in a numbered folder: the reference, then what they wrote instead."""
    paths = []
    for number, (assignment, source) in enumerate(works.values()):
        path = folder / f"{number:02}" / f"{assignment}.py"
        path.parent.mkdir(parents=True)
        path.write_text(f"{SOURCES[assignment]}\n\n{source}\n", encoding="utf-8")
        paths.append(path)
    return paths


def graded(paths: list[Path], course: Path = FOLDER) -> list[dict[str, Any]]:
    """The reports, in the order of `paths` (which are in the course's order of assignments)."""
    run = grade_cli("--course", course, "--format", "json", *paths, cwd=paths[0].parent)
    assert run.returncode in (0, 1), run.stderr
    reports: list[dict[str, Any]] = json.loads(run.stdout)["reports"]
    assert [report["assignment"] for report in reports] == [path.stem for path in paths]
    return reports


def test_it_is_sound_and_current():
    verified = grade_cli("verify", "--course", FOLDER, cwd=FOLDER)
    assert verified.returncode == 0, verified.stdout + verified.stderr
    assert grade_cli("build", "--check", cwd=FOLDER).returncode == 0


def test_every_assignment_has_ten_mistakes_of_its_own():
    for name in COURSE.names:
        folder = FOLDER / "solutions" / name / "mistakes"
        text = "".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.toml")))
        assert len(re.findall(r"^\[[\w-]+\]$", text, re.MULTILINE)) >= 10


def test_the_stub_earns_nothing_and_the_reference_everything(tmp_path):
    paths = []
    for name, source in SOURCES.items():
        for kind, text in (("stub", stub(source)), ("whole", source)):
            paths.append(tmp_path / kind / f"{name}.py")
            paths[-1].parent.mkdir(exist_ok=True)
            paths[-1].write_text(text, encoding="utf-8")
    scores = [(report["score"], report["max_score"]) for report in graded(paths)]
    assert scores == [(0, 100), (100, 100)] * len(SOURCES)


@pytest.fixture(scope="module")
def wrong(tmp_path_factory):
    works = {name: (assignment, source) for name, (assignment, source, _) in WRONG.items()}
    paths = write(tmp_path_factory.mktemp("wrong"), works)
    return dict(zip(WRONG, graded(paths), strict=True))


@pytest.mark.parametrize("name", WRONG)
def test_wrong_answers_fail_with_the_true_name_or_none(wrong, name):
    report, due = wrong[name], WRONG[name][2]
    assert report["status"] == "graded", report["notes"]
    failed = {
        check["id"]: [d["id"] for d in check["diagnosis"]]
        for check in report["checks"]
        if check["status"] not in ("pass", "skipped")
    }
    assert set(failed) == set(due)
    for id, mistake in due.items():
        named = [d for d in failed[id] if not d.startswith("structure.")]
        assert named == ([mistake] if mistake else []), id
    skipped = {c["function"] for c in report["checks"] if c["status"] == "skipped"}
    assert skipped <= {id.partition(".")[0] for id in due} | {"kmeans", "gradient_descent"}


def test_right_answers_in_other_styles_pass(tmp_path):
    for name, report in zip(RIGHT, graded(write(tmp_path, RIGHT)), strict=True):
        lost = {c["id"]: c["message"]["en"] for c in report["checks"] if c["status"] != "pass"}
        assert lost == {}, name


def test_a_class_of_three(tmp_path):
    work = tmp_path / "作業"
    students = {"王小明": SOURCES, "Ana": {n: stub(s) for n, s in SOURCES.items()}}
    students["李 Mei"] = {"regression": SOURCES["regression"] + "\n\n" + WRONG["intercept last"][1]}
    for student, files in students.items():
        for name, text in files.items():
            path = work / student / f"{name}.py"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    out = tmp_path / "results"
    run = grade_cli(
        *("batch", work, "--course", FOLDER, "--out", out, "-j", 1, "--allow-unisolated"),
        cwd=tmp_path,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    with (out / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row[0]: row for row in csv.reader(file)}
    assert set(students) <= set(rows)
    assert {"100"} <= set(rows["王小明"]) and "0" in rows["Ana"]
    page = next(out.glob("index.html")).read_text(encoding="utf-8")
    assert "design_matrix.ones-last" in page


def test_students_get_the_same_verdicts_from_the_release(tmp_path, wrong):
    """Every public check says the same there as here, and only what students may have goes out."""
    out = tmp_path / "out"
    made = grade_cli(
        *("release", "--course", FOLDER, "--out", out, "--wheel", "none"), cwd=tmp_path
    )
    assert made.returncode == 0, made.stderr
    (bundle,) = [path.parent for path in out.rglob("course.toml")]
    assert not list(bundle.rglob("solutions")) and not list(bundle.rglob("hidden*"))
    works = {name: (assignment, source) for name, (assignment, source, _) in WRONG.items()}
    paths = write(tmp_path / "work", works)
    for name, there in zip(WRONG, graded(paths, bundle), strict=True):
        here = [c for c in wrong[name]["checks"] if not c["hidden"]]
        assert [known(c) for c in there["checks"]] == [known(c) for c in here], name


def known(check: dict[str, Any]) -> list[Any]:
    """What a student learns from a check."""
    named = [d["id"] for d in check["diagnosis"]]
    return [check["id"], check["status"], check["points"], named, check["message"], check["shown"]]


def test_its_quiz_names_a_mistake_and_carries_it_on(tmp_path):
    """Points (0, 1), (1, 4), (5, 7): by hand the slope is 15/14. Through the origin it is 3/2, and
    all that follows rightly from that is right."""
    answers = tmp_path / "answers.txt"
    for lines, score, said in (
        (("15/14", "13/7", "73/7"), 100, ""),
        (("1.071", "1.857", "10.429"), 100, ""),
        (("39/26", "1", "13"), 50, "the line through the origin"),
    ):
        answers.write_text("\n".join(lines) + "\n", encoding="utf-8")
        run = grade_cli("quiz", "line_quiz", "--answers", answers, "--course", FOLDER, cwd=tmp_path)
        assert f"Score {score}/100" in run.stdout and said in run.stdout, run.stdout


def test_it_works_wherever_it_lies(tmp_path):
    """The course is found from its folder alone, and by no name that the first course has."""
    copy = tmp_path / "課程 copy"
    shutil.copytree(FOLDER, copy, ignore=shutil.ignore_patterns("__pycache__"))
    listed = grade_cli("--list", cwd=copy)
    assert listed.returncode == 0 and "kmeans.inertia" in listed.stdout
    first = load_course(ROOT)
    assert not set(first.names) & set(COURSE.names)
    assert not any(name in listed.stdout.split() for name in first.names)
