"""`grade batch --cluster` on a real Dask scheduler with real workers, on loopback.

The workers see neither the course nor the submissions: their folder is another one, and what they
grade must be what this machine grades, byte for byte apart from times.
"""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from grading import ROOT
from test_batch import CLASS, make_class, make_course, record, run, snapshot, table

pytestmark = pytest.mark.slow


@contextlib.contextmanager
def dask(here: Path, workers: int = 2) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler and workers with their nannies: the address, the processes (scheduler first)."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("DLGRADE", "PYTEST"))}
    environment |= {"PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__DIAGNOSTICS__NVML": "False"}
    common = ["--host", "127.0.0.1", "--no-dashboard"]
    commands = [["scheduler", *common, "--port", str(port)]]
    for i in range(workers):
        folder = str(here / f"worker{i}")
        threads = ["--nthreads", "2", "--local-directory", folder]
        commands.append(["worker", address, *common, *threads])
    processes = []
    try:
        for i, command in enumerate(commands):
            with open(here / f"{i}.log", "wb") as log:
                process = subprocess.Popen(
                    [sys.executable, "-m", "dask", *command],
                    cwd=here,
                    env=environment,
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=subprocess.STDOUT,
                )
            processes.append(process)
        await_workers(address, workers, environment)
        yield address, processes
    finally:
        for process in reversed(processes):
            process.terminate()
        for process in processes:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(20)
            process.kill()
            process.wait()


def await_workers(address: str, count: int, environment: dict[str, str]) -> None:
    """In a process of its own: a client leaves threads behind for a while."""
    code = (
        "import sys, distributed\n"
        "with distributed.Client(sys.argv[1], timeout=60) as client:\n"
        "    client.wait_for_workers(int(sys.argv[2]), timeout=60)\n"
    )
    command = [sys.executable, "-W", "ignore", "-c", code, address, str(count)]
    subprocess.run(command, env=environment, check=True, timeout=120, capture_output=True)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with dask(tmp_path_factory.mktemp("cluster")) as (address, _):
        yield address


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[object], Path]:
    """Arguments for the class, and the folder that a local run over it wrote."""
    here = tmp_path_factory.mktemp("due")
    students = make_class(here / "class", CLASS)
    arguments = [students, "--course", make_course(here / "course"), "--allow-unisolated"]
    done = run(*arguments, "--out", here / "out", "-j", 2, cwd=here)
    assert done.returncode == 0, done.stderr
    return arguments, here / "out"


def test_the_same_reports_as_here(cluster, expected, tmp_path):
    arguments, first = expected
    out = tmp_path / "out"
    done = run(*arguments, "--out", out, "--cluster", cluster, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Submissions: 8; graded 8, reused 0" in done.stdout
    assert snapshot(out) == snapshot(first)
    again = run(*arguments, "--out", out, "--cluster", cluster, cwd=tmp_path)
    assert "Submissions: 8; graded 0, reused 8" in again.stdout, again.stderr
    assert snapshot(out) == snapshot(first)


def test_a_changed_course_reaches_workers_that_have_the_old_one(cluster, expected, tmp_path):
    arguments, first = expected
    course = make_course(tmp_path / "course")
    checks = course / "solutions" / "neuron" / "checks.py"
    text = checks.read_text("utf-8")
    assert text.count("weighted_sum=14") == 1
    checks.write_text(text.replace("weighted_sum=14", "weighted_sum=15"), "utf-8")
    out = tmp_path / "out"
    here = [arguments[0], "--course", course, "--allow-unisolated", "--out", out]
    done = run(*here, "--cluster", cluster, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    totals = {row["student"]: row["max_total"] for row in table(out / "grades.csv")}
    assert totals == dict.fromkeys(CLASS, "201")
    assert {row["max_total"] for row in table(first / "grades.csv")} == {"200"}


WORKER_DIES = """\
from grader.batch import run
taken, left = run.BatchRun._take, [{after}]
def take(self, *arguments):
    taken(self, *arguments)
    left[0] -= 1
    if not left[0]:
        pids = self._pool._executor._client.run(os.getpid)
        os.kill(pids[min(pids)], signal.SIGKILL)
run.BatchRun._take = take
"""


@pytest.mark.parametrize("after", [1, 4])
def test_a_worker_is_killed_meanwhile(cluster, expected, tmp_path, after):
    arguments, first = expected
    out = tmp_path / "out"
    patch = WORKER_DIES.format(after=after)
    done = run(*arguments, "--out", out, "--cluster", cluster, patch=patch, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert snapshot(out) == snapshot(first)


SCHEDULER_DIES = """\
from grader.batch import run
taken, left = run.BatchRun._take, [3]
def take(self, *arguments):
    taken(self, *arguments)
    left[0] -= 1
    if not left[0]:
        os.kill({pid}, signal.SIGKILL)
run.BatchRun._take = take
"""


def test_a_cluster_that_goes_away_is_one_sentence_and_can_be_resumed_here(expected, tmp_path):
    arguments, first = expected
    out = tmp_path / "out"
    with dask(tmp_path, workers=1) as (address, processes):
        patch = SCHEDULER_DIES.format(pid=processes[0].pid)
        lost = run(*arguments, "--out", out, "--cluster", address, patch=patch, cwd=tmp_path)
    assert lost.returncode == 3
    assert "is lost" in lost.stderr and "--resume" in lost.stderr
    assert "Traceback" not in lost.stderr
    assert record(out)["state"] == "interrupted"
    done = run("--out", out, "--resume", "-j", 2, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert snapshot(out) == snapshot(first)


def test_nobody_at_the_address(expected, tmp_path):
    arguments, _ = expected
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"tcp://127.0.0.1:{taken.getsockname()[1]}"
    done = run(*arguments, "--out", tmp_path / "out", "--cluster", address, cwd=tmp_path)
    assert done.returncode == 2
    assert "no Dask scheduler answers" in done.stderr and "Traceback" not in done.stderr
