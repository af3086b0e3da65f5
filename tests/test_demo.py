"""`grade demo` on the example class, end to end, against what each submission deserves.

What fails in `CLASS`, and why, was judged by hand from what the code does, not copied from a run;
the scores follow from the points. Where it and the grader disagree, one of them is wrong: find out
which.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples" / "class"


@dataclass(frozen=True)
class Due:
    """What one submission deserves.

    `lost` names each check that fails for a reason of its own: its status and the mistakes to be
    named. `waits` names functions that wait for another one; the other checks of a function in
    either may be skipped. Every other check has to pass.
    """

    score: int
    lost: dict[str, str] = field(default_factory=dict)
    waits: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


FULL = Due(100)

CLASS: dict[str, dict[str, Due]] = {
    "王小明": {"matmul": FULL, "neuron": FULL, "activations": FULL, "metrics": FULL},
    "劉雅婷": {"mlp_forward": FULL, "losses": FULL, "mlp_backward": FULL, "training": FULL},
    "Chen Yi-Ting": {
        "activations": Due(
            89,
            {
                "softplus.stable": "wrong softplus.naive",
                "selu.values": "wrong selu.lambda-above-only",
            },
        ),
        "losses": Due(
            78,
            {
                "cross_entropy.values": "wrong cross_entropy.divided-by-kn",
                "d_mse.values": "wrong d_mse.sign-flipped",
            },
        ),
        "mlp_backward": Due(
            62,
            {"layer_backward.values": "wrong layer_backward.db-not-summed"},
            waits=("mlp_backward",),
        ),
    },
    "周柏宇": {
        "neuron": FULL,
        "losses": Due(
            75,
            {
                "bce.bounds": "wrong bce.no-clipping",
                "cross_entropy.values": "wrong cross_entropy.divided-by-kn",
                "d_mse.values": "wrong d_mse.missing-two",
            },
        ),
    },
    "李美玲": {
        "matmul": Due(76, {"affine.values": "wrong affine.no-bias"}),
        "neuron": FULL,
        "metrics": Due(  # F1 is symmetric: right, although it calls both of the swapped ones
            58,
            {
                "precision.values": "wrong precision.is-recall",
                "recall.values": "wrong recall.is-precision",
            },
            notes=("Big5",),
        ),
    },
    "Nguyễn Văn An": {
        "mlp_forward": Due(
            84, {"predict_class.values": "wrong predict_class.from-one"}, notes=("UTF-16",)
        ),
        "activations": Due(
            87,
            {
                "leaky_relu.keywords": "wrong leaky_relu.a-ignored",
                "elu.values": "raised",
                "softmax.stable": "wrong softmax.naive",
            },
            notes=("tabs and spaces",),
        ),
    },
    "陳 大文": {
        "neuron": Due(
            9,
            {
                "weighted_sum.values": "wrong weighted_sum.bias-per-term",
                "neuron.values": "wrong neuron.no-activation",
                "classify.values": "wrong classify.strict",
                "or_gate.truth_table": "wrong or_gate.bias-sign",
            },
        ),
        "mlp_forward": Due(
            2,
            {
                "layer_forward.values": "wrong layer_forward.bias-after-activation",
                "mlp_forward.values": "wrong mlp_forward.f1-in-both",
                "deep_forward.values": "wrong deep_forward.bias-forgotten",
                "predict_class.values": "wrong predict_class.wrong-axis",
                "xor_network.truth_table": "wrong xor_network.or",
            },
        ),
        "losses": Due(
            9,
            {
                "mse.values": "wrong mse.sum-not-mean",
                "mae.values": "wrong mae.no-absolute",
                "bce.values": "wrong bce.log10",
                "cross_entropy.values": "wrong cross_entropy.missing-minus",
                "d_mse.values": "wrong d_mse.missing-mean",
                "d_mae.equal": "wrong d_mae.equal-gives-minus",
                "d_bce.values": "wrong d_bce.with-respect-to-logit",
                "d_cross_entropy.values": "raised",
                "d_softmax_cross_entropy.values": "raised",
            },
        ),
    },
    "張家豪": {
        "mlp_backward": Due(
            19,
            {
                "d_relu.values": "wrong d_relu.one-at-zero",
                "d_leaky_relu.values": "wrong",
                "d_softplus.values": "raised",
                "layer_backward.values": "wrong",
                "mlp_backward.values": "raised",
                "mlp_backward.errors": "raised",
                "numerical_gradient.values": "raised",
                "numerical_gradient.restored": "raised",
            },
        ),
        "training": Due(31, {"train.shapes": "raised"}, waits=("predict",)),
    },
    "Lin Chia-Hao": {
        "activations": Due(
            98, {"softmax.stable": "wrong softmax.naive"}, notes=("matplotlib", "bata")
        ),
        "training": Due(100, notes=("matplotlib",)),
    },
    "Alice Wang": {
        "matmul": Due(
            46,
            {
                f"{function}.{check}": "refused"
                for function in ("matvec", "matmul")
                for check in ("values", "shapes", "integers", "errors", "unchanged", "hidden")
            },
        ),
        "mlp_forward": Due(88, {"xor_network.shapes": "wrong xor_network.flat-biases"}),
    },
    "黃淑芬": {
        "matmul": Due(
            74, {"matvec.values": "raised", "matvec.errors": "raised"}, notes=("expected ':'",)
        ),
        "losses": Due(  # plain Python needs no NumPy: mse, mae and three gradients are right
            51,
            {
                "bce.values": "raised",
                "cross_entropy.values": "raised",
                "d_mae.values": "raised",
                "d_softmax_cross_entropy.values": "raised",
            },
        ),
    },
    "吳 Kevin": {
        "neuron": Due(72, {"classify.values": "raised"}, notes=("input()",)),
        "metrics": Due(
            42,
            {
                "accuracy.values": "wrong",
                "f1_score.values": "wrong",
                "r2_score.values": "wrong r2_score.mean-of-predictions",
            },
        ),
    },
    "許志強": {
        "mlp_backward": Due(
            83,
            {
                "mlp_backward.errors": "wrong mlp_backward.names-not-checked",
                "numerical_gradient.values": "timeout",
            },
        ),
        "metrics": Due(78, {"f1_score.values": "raised"}),
    },
    "郭育誠": {
        "neuron": Due(72, {"classify.values": "wrong classify.strict"}),
        "training": Due(
            55,
            {
                "sgd_step.unchanged": "wrong sgd_step.in-place",
                "train.gradient": "wrong train.biases-not-trained",
                "train.xor": "wrong",  # at (0, 0) the output is 0.5 for ever
                "predict.shapes": "wrong predict.probabilities",
            },
        ),
    },
    "駭客 Lee": {
        "activations": Due(
            75, {"sigmoid.values": "crashed", "relu.values": "raised", "elu.values": "raised"}
        ),
        "losses": Due(
            80,
            {"mse.values": "wrong structure.constant", "d_mse.values": "wrong structure.constant"},
        ),
        "matmul": Due(
            52,
            {
                "dot.values": "raised",
                "dot.errors": "wrong",
                "matvec.values": "raised",
                "matvec.errors": "wrong",
            },
        ),
        "metrics": Due(100, notes=("exit()",)),
    },
}
UNREADABLE = {("周柏宇", "metrics.py")}

SAYS = {
    ("吳 Kevin", "neuron", "classify.values"): "`Classify`",
    ("吳 Kevin", "metrics", "accuracy.values"): "print",
    ("黃淑芬", "losses", "bce.values"): "import numpy as np",
    ("黃淑芬", "matmul", "matvec.values"): "expected ':'",
    ("Alice Wang", "matmul", "matmul.values"): "`@`",
    ("Alice Wang", "matmul", "matvec.values"): "`numpy.dot`",
    ("張家豪", "training", "train.shapes"): "not written yet",
    ("許志強", "metrics", "f1_score.values"): "RecursionError",
    ("許志強", "mlp_backward", "numerical_gradient.values"): "5 seconds",
    ("駭客 Lee", "activations", "sigmoid.values"): "os._exit",
    ("駭客 Lee", "activations", "relu.values"): "sys.exit",
    ("駭客 Lee", "matmul", "dot.values"): "No such file",
}

SUBMISSIONS = [(student, name) for student, due in CLASS.items() for name in due]


@dataclass(frozen=True)
class Demo:
    folder: Path
    output: str
    reports: dict[tuple[str, str], dict[str, Any]]


def run(*words: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-m", "grader", *words],
        cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=300,
    )  # fmt: skip


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    folder = tmp_path_factory.mktemp("示範 class")
    done = run("demo", "--out", str(folder), "--lang", "en")
    assert done.returncode == 0, done.stderr
    found = [json.loads(p.read_text("utf-8")) for p in (folder / "reports").glob("*.json")]
    reports = {(r["student"], r["assignment"]): r for r in found}
    assert len(reports) == len(found)
    for student, name in UNREADABLE:
        rejected = reports.pop((student, name.partition(".")[0]))
        assert (rejected["status"], rejected["checks"]) == ("rejected", [])
        assert "NUL" in rejected["notes"][0]["en"]
    return Demo(folder, done.stdout, reports)


def checks_of(report: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {check["id"]: check for check in report["checks"]}


def test_the_table_covers_the_folder() -> None:
    files = {(p.parent.name, p.name) for p in EXAMPLES.glob("*/*") if p.suffix in (".py", ".ipynb")}
    assert {(student, name.partition(".")[0]) for student, name in files - UNREADABLE} == set(
        SUBMISSIONS
    )
    assert files >= UNREADABLE


@pytest.mark.parametrize(
    ("encoding", "path"),
    [("cp950", "李美玲/metrics.py"), ("utf-16", "Nguyễn Văn An/mlp_forward.py")],
)
def test_the_files_are_still_as_they_were_saved(encoding: str, path: str) -> None:
    data = (EXAMPLES / path).read_bytes()
    with pytest.raises(UnicodeDecodeError):
        data.decode("utf-8")
    assert "def " in data.decode(encoding)
    if encoding == "cp950":
        assert b"\r\n" in data


def test_every_submission_is_graded(demo: Demo) -> None:
    assert set(demo.reports) == set(SUBMISSIONS)
    assert {r["status"] for r in demo.reports.values()} == {"graded"}


@pytest.mark.parametrize(("student", "name"), SUBMISSIONS)
def test_verdict(demo: Demo, student: str, name: str) -> None:
    due, report = CLASS[student][name], demo.reports[student, name]
    checks = checks_of(report)
    functions = {id.partition(".")[0] for id in due.lost} | set(due.waits)
    got = {
        id: " ".join([check["status"], *(d["id"] for d in check["diagnosis"])])
        for id, check in checks.items()
        if check["status"] != "pass"
        and not (check["status"] == "skipped" and check["function"] in functions)
    }
    assert got == due.lost
    assert report["score"] == due.score
    assert report["score"] == sum(check["points"] for check in checks.values())
    for check in checks.values():
        right = check["status"] == "pass"
        assert check["points"] == (check["max_points"] if right else 0)
        assert not (right and check["diagnosis"])
        if not right:
            assert check["message"]["en"] and check["message"]["zh-TW"]


@pytest.mark.parametrize(("student", "name"), SUBMISSIONS)
def test_notes(demo: Demo, student: str, name: str) -> None:
    due, report = CLASS[student][name], demo.reports[student, name]
    told = " ".join(note["en"] for note in report["notes"])
    assert bool(told) == bool(due.notes), told
    for word in due.notes:
        assert word in told


@pytest.mark.parametrize(("student", "name", "check"), SAYS)
def test_message(demo: Demo, student: str, name: str, check: str) -> None:
    message = checks_of(demo.reports[student, name])[check]["message"]
    assert SAYS[student, name, check] in message["en"]


def test_errors_point_at_the_line(demo: Demo) -> None:
    for student, name, text in (
        ("黃淑芬", "matmul", "    for i in range(len(A))"),
        ("吳 Kevin", "neuron", 'n = int(input("請輸入有幾個輸入: "))'),
        ("Nguyễn Văn An", "activations", "\tneg = alpha * (np.exp(np.minimum(z, 0)) - 1)"),
    ):
        lines = (EXAMPLES / student / f"{name}.py").read_text("utf-8").split("\n")
        place = f"{name}.py:{lines.index(text) + 1}"
        assert any(place in note["en"] for note in demo.reports[student, name]["notes"]), place


def test_results_table(demo: Demo) -> None:
    data = (demo.folder / "results.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")  # or Excel shows Chinese names as noise
    table = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    rows = [row for row in table if row["score"]]
    unread = {row["file"] for row in table if not row["score"]}
    assert unread == {f"{student}/{name}" for student, name in UNREADABLE}
    assert {(r["student"], r["assignment"]) for r in rows} == set(SUBMISSIONS)
    assert len(rows) == len(SUBMISSIONS)
    for row in rows:
        due = CLASS[row["student"]][row["assignment"]]
        named = [word for text in due.lost.values() for word in text.split()[1:]]
        assert (row["status"], float(row["score"])) == ("graded", due.score)
        assert sorted(filter(None, row["mistakes"].split("; "))) == sorted(set(named))


def test_class_page(demo: Demo) -> None:
    page = (demo.folder / "index.html").read_text("utf-8")
    for student in CLASS:
        assert student in page
    linked = {unquote(link) for link in re.findall(r'href="(?:\./)?reports/([^"#]+)', page)}
    assert linked == {path.name for path in (demo.folder / "reports").glob("*.html")}
    assert len(linked) == len(SUBMISSIONS) + len(UNREADABLE)
    for student, name in UNREADABLE:
        assert f"{student} · {name.partition('.')[0]}" in page
        assert "NUL" in page
    for mistake in ("cross_entropy.divided-by-kn", "classify.strict", "softmax.naive"):
        assert mistake in page  # two students each


def test_summary(demo: Demo) -> None:
    full = sum(due.score == 100 for work in CLASS.values() for due in work.values())
    assert f"{len(SUBMISSIONS)} submissions of {len(CLASS)} students, {full} of them" in demo.output
    assert "1 could not be read" in demo.output
    assert "grade-report/1" not in demo.output  # the forged report is the student's own stdout


def test_no_markup_of_a_student_reaches_a_page(demo: Demo) -> None:
    for path in demo.folder.rglob("*.html"):
        assert "<script>alert" not in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("student", "file"),
    [("王小明", "matmul.py"), ("黃淑芬", "losses.py"), ("陳 大文", "losses.py")],
)
def test_nobody_is_touched_by_the_others(demo: Demo, student: str, file: str) -> None:
    """Graded alone, a file gets the report it gets in a class with hostile ones before it."""
    alone = json.loads(run(str(EXAMPLES / student / file), "--format", "json").stdout)
    among = demo.reports[student, file.partition(".")[0]]
    for report in (alone, among):
        for key in ("student", "path", "seconds"):
            report.pop(key, None)
        for check in report["checks"]:
            check.pop("seconds", None)
    assert alone == among
