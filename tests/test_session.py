"""The session: time, death, forged frames, restarts; on the platform's poorest day too."""

from __future__ import annotations

import builtins
import os
import subprocess
import sys
import sysconfig
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from worker_helpers import QUICK, outcome, session

from grader.model.outcome import Crashed, NotRun, Raised, Returned, TimedOut
from grader.model.submission import Call, Callback, Limits
from grader.sandbox.cage import WorkerDied
from grader.sandbox.portable import PortableCage, PortableWorker

POSIX = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
PAIR = "def g(): return 7\n"


def both(body: str, head: str = "", seconds: float | None = None) -> tuple[Any, Any, Any]:
    """Outcomes of f, of g asked in the same batch, and of g asked afterwards."""
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    with session(f"{head}\n{PAIR}def f():\n{lines}", functions=("f", "g")) as student:
        student.load()
        first, second = student.call_many([Call("f", ()), Call("g", ())], seconds)
        (third,) = student.call_many([Call("g", ())])
        return first, second, third


@pytest.mark.parametrize(
    "body",
    [
        "while True: pass",
        "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
        "x = 3 ** 10 ** 9",
        "import time\ntime.sleep(60)",
        pytest.param("import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)", marks=POSIX),
        "import threading\nthreading.Event().wait()",
    ],
)
def test_time_runs_out(body: str) -> None:
    started = time.monotonic()
    assert both(body) == (TimedOut(QUICK.call_seconds), NotRun(), Returned(7))
    assert time.monotonic() - started < 6


FORGE = """
import os, json, struct
def frame(**header):
    head = json.dumps(header).encode()
    data = struct.pack("<II", len(head), 0) + head
    for fd in range(3, 10):
        try:
            os.write(fd, data)
        except OSError:
            pass
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("import os\nos._exit(0)", "exit code 0"),
        pytest.param("import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)", "SIGSEGV",
                     marks=POSIX),
        pytest.param("import os\nos.abort()", "SIGABRT", marks=POSIX),
        pytest.param("import os\nos.closerange(0, 50)", "channel", marks=POSIX),
        ("frame(kind='reply', id=99, index=0, value=1)", "channel"),
        ("frame(kind='reply', id=2, index=1, value=1, used=[], changed=[], printed=False)",
         "channel"),
        ("frame(kind='reply', id=2, index=0, value=['a', 'object', [1], 0])", "channel"),
        ("frame(kind='callback', index=5, args=[])", "channel"),
        ("frame(**{'kind': 'reply', 'x' * 9_000_000: 1})", "channel"),
        ("import os\nfor fd in range(3, 10):\n    try: os.write(fd, b'\\xff' * 100)\n"
         "    except OSError: pass", "channel"),
    ],
)  # fmt: skip
def test_death_and_forgery(body: str, said: str) -> None:
    first, second, third = both(body, FORGE)
    assert isinstance(first, Crashed) and said in first.why["en"] and first.why["zh-TW"]
    assert (second, third) == (NotRun(), Returned(7))


def test_a_reply_sent_twice_spoils_the_next_call() -> None:
    good = "frame(kind='reply', id=2, index=0, value=1, used=[], changed=[], printed=False)"
    first, second, third = both(good, FORGE)
    assert isinstance(first, Returned) and isinstance(second, Crashed) and third == Returned(7)


@pytest.mark.skipif(sys.platform != "linux", reason="RLIMIT_AS holds on Linux")
def test_memory() -> None:
    first, second, _ = both("x = bytearray(1 << 32)")
    assert isinstance(first, Raised) and first.type_name == "MemoryError"
    assert second == Returned(7)
    first, _, third = both("x = []\nwhile True: x.append(bytearray(1 << 22))", seconds=3.0)
    assert isinstance(first, Raised) and third == Returned(7)


def test_threads_hooks_and_handlers_left_behind() -> None:
    body = (
        "import atexit, threading, time\natexit.register(time.sleep, 60)\n"
        "threading.Thread(target=time.sleep, args=(60,)).start()\nreturn 1"
    )
    started = time.monotonic()
    assert both(body) == (Returned(1), Returned(7), Returned(7))
    assert time.monotonic() - started < 5


@POSIX
def test_children_die_with_the_session() -> None:
    text = "import subprocess\ndef f():\n    return subprocess.Popen(['sleep', '99']).pid"
    with session(text) as s:
        s.load()
        (result,) = s.call_many([Call("f", ())])
        assert isinstance(result, Returned)
    for _ in range(100):
        try:
            state = Path(f"/proc/{result.value}/stat").read_text().split()[2]
        except OSError:
            break
        if state == "Z":
            break
        time.sleep(0.02)
    else:
        pytest.fail("the child lives on")


@pytest.mark.slow
def test_callback_cap_and_large_frames() -> None:
    loss = Callback(lambda t: float(np.sum(t)))
    text = "def f(loss, n):\n    for _ in range(n): loss(1.0)\n    return n"
    limits = Limits(callbacks=50)
    with session(text, limits=limits) as student:
        student.load()
        assert student.call_many([Call("f", (loss, 50))]) == [Returned(50)]
        (result,) = student.call_many([Call("f", (loss, 51))])
        assert isinstance(result, Raised) and result.type_name == "TooManyCallbacks"
    big = np.random.default_rng(0).random((1000, 1000))
    result = outcome("def f(x): return x", big, limits=Limits())
    assert isinstance(result, Returned) and np.array_equal(result.value, big)
    result = outcome("import numpy as np\ndef f(): return np.ones((3000, 3000))", limits=Limits())
    assert isinstance(result, Returned) and "too large" in result.value.shown


@pytest.mark.slow
def test_a_busy_machine_is_allowed_for() -> None:
    """Work that needs less processor time than the limit, on a processor shared by many."""
    text = (
        "import time\ndef f():\n    while time.process_time() < start + 0.25: pass\n    return 1\n"
    )
    text += "start = time.process_time()\n"
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(6)]
    try:
        with session(text, limits=Limits()) as student:
            student.load()
            assert student.call_many([Call("f", ())], 0.5) == [Returned(1)]
    finally:
        for process in busy:
            process.kill()
            process.wait()


def test_the_submission_as_a_whole_has_a_limit() -> None:
    limits = Limits(submission_seconds=0.6, call_seconds=5)
    text = "import time\ndef f():\n    time.sleep(0.3)\n    return 1"
    with session(text, limits=limits) as student:
        student.load()
        results = student.call_many([Call("f", ())] * 4)
        assert TimedOut(5) in results and results[-1] == NotRun()
        assert student.call_many([Call("f", ())] * 2) == [TimedOut(5), NotRun()]


def test_the_environment_is_clean_and_the_folder_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DLGRADE_SECRET", "s3cret")
    text = """
        import os, sys
        def f():
            try:
                import grader.model.report
                seen = True
            except ImportError:
                seen = False
            here = os.listdir('.'), os.getcwd()
            return [str(dict(os.environ)), here[0], seen, sys.argv, str(sys.path), here[1]]
    """
    result = outcome(text)
    assert isinstance(result, Returned)
    environment, files, seen, argv, path, folder = result.value
    assert "s3cret" not in environment and files == [] and not seen and argv == [""]
    root = str(Path(__file__).resolve().parent.parent)
    links = Path(sysconfig.get_path("purelib")).glob("*.pth")
    # An editable install puts the clone into every process of its environment.
    editable = any(root in link.read_text(encoding="utf-8").splitlines() for link in links)
    assert (root in path.replace("'", " ").split()) == editable
    assert not os.path.exists(folder)


def test_without_posix(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As on Windows: nothing of POSIX to import, on either side."""
    blocked = {"resource", "fcntl", "pwd", "grp", "termios"}
    real = builtins.__import__

    def no_posix(name: str, *args: Any, **kwargs: Any) -> Any:
        if name in blocked:
            raise ImportError(name)
        return real(name, *args, **kwargs)

    main = tmp_path / "main.py"
    worker = Path(sys.modules["grader.sandbox.portable"].__file__ or "").parent.parent / "worker"
    main.write_text(
        f"import os, sys\nfor n in {sorted(blocked)}: sys.modules[n] = None\n"
        f"del os.fork\n__file__ = {str(worker / 'main.py')!r}\n"
        "exec(compile(open(__file__, encoding='utf-8').read(), __file__, 'exec'))\n"
    )
    monkeypatch.setattr("grader.sandbox.portable.WORKER", main)
    monkeypatch.setattr(builtins, "__import__", no_posix)
    monkeypatch.delattr(os, "fork", raising=False)
    text = "def f(x): return x + 1\ndef g():\n    while True: pass"
    with (
        PortableCage() as cage,
        session(text, functions=("f", "g"), path="功課 一/作業.py", cage=cage) as student,
    ):
        assert student.load().problems == ()
        assert student.call_many([Call("f", (1,)), Call("g", ())]) == [
            Returned(2),
            TimedOut(QUICK.call_seconds),
        ]
        assert student.call_many([Call("f", (1,))]) == [Returned(2)]


def test_a_spare_worker_is_used_and_nothing_is_left(tmp_path: Path) -> None:
    cage = PortableCage(keep_spare=True)
    cage.prestart()
    first = cage.start(QUICK)
    second = cage.start(QUICK)
    assert isinstance(first, PortableWorker) and first.pid != second.pid
    second.receive(10)
    second.kill()
    with pytest.raises(WorkerDied):
        second.receive(1)
    cage.close()
    cage.close()
    assert not first.alive and not second.alive


def test_importing_the_cage_does_not_import_numpy() -> None:
    code = "import sys, grader.sandbox.portable; assert 'numpy' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
