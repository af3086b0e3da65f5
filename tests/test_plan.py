"""Asking a class's common questions in one go must not change a verdict."""

from __future__ import annotations

from dataclasses import replace

import pytest
from grading import COURSE, QUICK, grade_sources, reference, submission

from grader.answers.origin import oracle_of
from grader.check.casebook import CaseBook
from grader.check.first_asks import MEMO_ENTRY_BYTES, NO_PLAN, Memo, Passed
from grader.check.plugin import CheckInfo
from grader.engine import loop
from grader.engine.loop import Loop
from grader.engine.pytest_run import check_files, grade_all, run_pytest
from grader.language.text import Text
from grader.model.report import Report, Status, Verdict
from grader.model.submission import Limits
from grader.render import json_report
from grader.sandbox.cage import Reason, WorkerDied
from grader.sandbox.portable import PortableCage, PortableWorker

pytestmark = pytest.mark.slow

RIGHT = reference("activations")
ANSWERS = {
    "right": "",
    "wrong": "def relu(z):\n    return np.minimum(0.0, z)\n",
    "raises": "def relu(z):\n    raise KeyError('why')\n",
    "unwritten": "def relu(z):\n    raise NotImplementedError\n",
    "missing": "del relu\n",
    "hangs": "def relu(z):\n    while True:\n        pass\n",
    "hangs on one case": (
        "def relu(z):\n    while np.size(z) == 6:\n        pass\n    return np.maximum(0.0, z)\n"
    ),
    "ends the process": "import os\ndef relu(z):\n    os._exit(0)\n",
    "in place": "def relu(z):\n    z[...] = np.maximum(0.0, z)\n    return z\n",
    "returns its argument": "def linear(z):\n    return z\n",
    "prints": "def relu(z):\n    print(z)\n",
    "keeps state": (
        "seen = []\ndef relu(z):\n    seen.append(1)\n    return np.maximum(0.0, z) + len(seen)\n"
    ),
    "right until call 30": (
        "seen = []\ndef relu(z):\n    seen.append(1)\n"
        "    return np.maximum(0.0, z) if len(seen) < 30 else z\n"
    ),
    "object": "def relu(z):\n    return object()\n",
    "large": "def relu(z):\n    return np.zeros(5_000_000)\n",
    "lists of a million": "def relu(z):\n    return [[0.0] * 1000] * 1000\n",
    "long lists": "def relu(z):\n    return [list(np.maximum(0.0, z)) for _ in range(9_000)]\n",
    "patched": "def relu(z):\n    np.maximum = min\n    return z * (z > 0)\n",
}


def comparable(report: Report) -> str:
    checks = tuple(replace(c, seconds=0.0) for c in report.checks)
    return json_report.dumps(replace(report, checks=checks, seconds=0.0, isolation=""))


def sources() -> list[str]:
    return [f"{RIGHT}\n\n{answer}" for answer in ANSWERS.values()]


@pytest.fixture(scope="module")
def planned() -> list[Report]:
    return grade_sources("activations", sources(), limits=QUICK)


@pytest.mark.parametrize("answer", ["right", "hangs", "in place", "keeps state", "large"])
def test_a_class_mate_changes_nothing(planned: list[Report], answer: str) -> None:
    """Graded alone is graded the same as after everybody else."""
    (alone,) = grade_sources("activations", [f"{RIGHT}\n\n{ANSWERS[answer]}"], limits=QUICK)
    assert comparable(alone) == comparable(planned[list(ANSWERS).index(answer)])


def test_call_by_call_gives_the_same(
    planned: list[Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loop, "plan", lambda asks: NO_PLAN)
    live = grade_sources("activations", sources(), limits=QUICK)
    for name, one, other in zip(ANSWERS, planned, live, strict=True):
        if "call 30" in name or "state" in name:  # asked in another order, so answers otherwise
            assert one.score < one.max_score and other.score < other.max_score
        else:
            assert comparable(one) == comparable(other), name


def test_what_hangs_costs_its_own_function_only(planned: list[Report]) -> None:
    report = planned[list(ANSWERS).index("hangs on one case")]
    lost = {c.function for c in report.checks if not c.passed}
    assert lost == {"relu"}
    assert any(c.status is Verdict.TIMEOUT for c in report.checks)


def test_every_check_of_the_course_but_those_with_callbacks_is_planned() -> None:
    assignment = COURSE.load("activations")
    book = CaseBook(assignment, COURSE.seed, oracle_of(COURSE, assignment))
    reports: list[Report] = []
    with PortableCage() as cage:
        work = [submission("activations", RIGHT)]
        grading = Loop(COURSE, [assignment], work, reports.append, cage, book_of=lambda _: book)
        run_pytest(COURSE, check_files(COURSE, assignment), grading.run)
    assert set(book.plan.places) == {c.id for c in reports[0].checks}


def test_the_memo_is_bounded() -> None:
    memo = Memo()
    passed = Passed(grade_one_check(), (), {})
    for i in range(2_000):
        memo.put("f.values", (str(i).encode(), b"x" * 20_000), passed)
    assert memo.get("f.values", (b"1999", b"x" * 20_000)) is passed
    assert memo.get("f.values", (b"0", b"x" * 20_000)) is None
    memo.put("f.values", (b"huge", b"x" * (MEMO_ENTRY_BYTES + 1)), passed)
    assert memo.get("f.values", (b"huge", b"x" * (MEMO_ENTRY_BYTES + 1))) is None


def grade_one_check():
    (report,) = grade_sources("matmul", [reference("matmul")], ["dot"], limits=QUICK)
    return report.checks[0]


class LosingCage(PortableCage):
    """Loses the sandbox at the first `times` replies."""

    def __init__(self, times: int) -> None:
        super().__init__()
        self.times = times

    def start(self, limits: Limits, preload: bytes = b"") -> PortableWorker:
        worker = super().start(limits, preload)
        receive, count = worker.receive, 0

        def losing(timeout: float) -> tuple[bytes, bytes]:
            nonlocal count
            count += 1
            if count == 5 and self.times:
                self.times -= 1
                raise WorkerDied(Reason("lost"))
            return receive(timeout)

        worker.receive = losing  # type: ignore[method-assign]
        return worker


def lost(times: int) -> Report:
    with LosingCage(times) as cage:
        (report,) = grade_all(
            COURSE, [submission("matmul", reference("matmul"))], cage=cage, assignments=["matmul"]
        )
    return report


def test_a_lost_sandbox_is_tried_again() -> None:
    (whole,) = grade_sources("matmul", [reference("matmul")], limits=Limits())
    assert comparable(lost(1)) == comparable(whole)
    assert whole.score == whole.max_score == 100


def test_a_sandbox_lost_twice_is_for_review_and_no_zero() -> None:
    report = lost(2)
    assert report.status is Status.NEEDS_REVIEW
    assert {c.status for c in report.checks} == {Verdict.BROKEN}
    assert report.max_score == 0


def test_of_a_check_that_nothing_is_known_of_the_result_is_broken() -> None:
    info = CheckInfo("f.values", "f", Text("值", "values"), 3.0, False, (), None)
    assert loop.unsettled(info).status is Verdict.BROKEN
