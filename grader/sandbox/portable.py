"""The tier for every platform: a fresh subprocess in an empty folder with a clean environment.

It keeps an honest mistake from hurting; it does not hold back an attacker ('L3'). Started by root
as a user of its own (`apart`), a worker can neither read nor change what is root's, which is what a
container without namespaces can offer. Only the standard library is imported here, so that a worker
can start before the trusted side has NumPy.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

from grader.language.text import tr
from grader.model.errors import SandboxError
from grader.sandbox import users
from grader.sandbox.cage import Frame, Reason, WorkerDied, WorkerTimeout
from grader.sandbox.pipes import FrameReader, FrameWriter, OutputReader
from grader.sandbox.processes import cpu_seconds, kill_tree, resident_bytes
from grader.sandbox.spawning import SPAWNER, Pending
from grader.sandbox.surroundings import ENVIRONMENT, FLAGS, WORKER

if TYPE_CHECKING:
    from grader.model.submission import Limits

MEMORY_POLL_SECONDS = 0.1
MEMORY_BASELINE = 150 << 20

_KEPT = ("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


class PortableCage:
    """Starts a subprocess for each submission. With `keep_spare`, the next one starts while the
    present one works, which hides the time that importing NumPy takes. With `apart`, each runs as
    a user that nobody is; only root on Linux can ask for that."""

    tier = "L3"

    def __init__(self, *, keep_spare: bool = False, apart: bool = False) -> None:
        self._keep_spare = keep_spare
        self._apart = apart
        self._spare: Pending[PortableWorker] | None = None
        self._workers: set[PortableWorker] = set()
        self._closed = False

    def prestart(self) -> None:
        """Begin a worker now for the next `start`. Returns at once, before it is ready."""
        if self._spare is None and not self._closed:
            self._spare = SPAWNER.run(self._new)

    def start(self, limits: Limits, preload: bytes = b"") -> PortableWorker:
        """A fresh worker, the spare one if there is. Raises SandboxError."""
        if self._closed:
            raise SandboxError(tr("The cage is closed."))
        pending, self._spare = self._spare, None
        if pending is not None and pending.done():
            try:
                if not pending.result().alive:
                    pending.result().kill()
                    pending = None
            except SandboxError:
                pending = None
        worker = (pending or SPAWNER.run(self._new)).result()
        worker.limit(limits)
        if preload:
            worker.send(preload)
        self._workers = {w for w in self._workers if w.alive}
        self._workers.add(worker)
        if self._keep_spare:
            self.prestart()
        return worker

    def _new(self) -> PortableWorker:
        return PortableWorker(users.unused_uid() if self._apart else None)

    def close(self) -> None:
        """Kill all workers, the spare one too."""
        self._closed = True
        pending, self._spare = self._spare, None
        if pending is not None:
            with contextlib.suppress(SandboxError):
                self._workers.add(pending.result())
        for worker in self._workers:
            worker.kill()
        self._workers.clear()

    def __enter__(self) -> PortableCage:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class PortableWorker:
    """One subprocess and the threads that read from it."""

    def __init__(self, uid: int | None = None) -> None:
        """`uid` is the user it runs as, nobody else being that user (`users.unused_uid`)."""
        self._uid = uid
        import tempfile  # where it is not needed, a worker starts the sooner

        self._folder = tempfile.mkdtemp(prefix="dlgrade-")
        environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
        environment |= ENVIRONMENT
        for name in ("HOME", "TMPDIR", "TEMP", "TMP", "USERPROFILE"):
            environment[name] = self._folder
        apart: dict[str, Any] = {"start_new_session": True}
        if sys.platform == "win32":
            apart = {
                "creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
            }
        if uid is not None:
            os.chown(self._folder, uid, uid)
            apart |= {"user": uid, "group": uid, "extra_groups": [], "umask": 0o077}
        try:
            self._process = subprocess.Popen(
                [sys.executable, *FLAGS, str(WORKER)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                bufsize=0,
                cwd=self._folder,
                env=environment,
                close_fds=True,
                **apart,
            )
        except BaseException:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise
        pipes = self._process
        if pipes.stdin is None or pipes.stdout is None or pipes.stderr is None:
            raise OSError("no pipes")
        if uid is not None:
            users.limit_processes(pipes.pid)
        self._frames = FrameReader(pipes.stdout)
        self._writer = FrameWriter(pipes.stdin)
        self._output = OutputReader(pipes.stderr)
        self._memory: int | None = None
        self._reason: Reason | None = None
        self._killed = False

    def limit(self, limits: Limits) -> None:
        """Say what this worker may use, before the first frame is sent to it."""
        self._frames.limit = limits.reply_bytes
        self._output.limit = limits.output_bytes
        if sys.platform != "linux":
            self._memory = limits.memory_bytes + MEMORY_BASELINE

    @property
    def alive(self) -> bool:
        return not self._killed and self._process.poll() is None

    @property
    def pid(self) -> int:
        return self._process.pid

    def send(self, frame: bytes) -> None:
        """Queue a frame; never blocks."""
        self._writer.send(frame)

    def receive(self, timeout: float) -> Frame:
        """The next frame. Raises WorkerTimeout, or WorkerDied once all frames are taken."""
        deadline = time.monotonic() + timeout
        while True:
            left = deadline - time.monotonic()
            if self._memory is not None:
                left = min(left, MEMORY_POLL_SECONDS)
            frame = self._frames.get(max(left, 0.0))
            if frame is not None:
                return frame
            if self._frames.finished():
                raise WorkerDied(self._why())
            self._watch_memory()
            if time.monotonic() >= deadline:
                raise WorkerTimeout

    def _watch_memory(self) -> None:
        if self._memory is None:
            return
        size = resident_bytes(self._process.pid)
        if size is not None and size > self._memory:
            self._reason = Reason("memory", detail=str(size))
            self.kill()
            raise WorkerDied(self._reason)

    def _why(self) -> Reason:
        if self._reason is not None:
            return self._reason
        if self._frames.garbled:
            self._reason = Reason("channel", detail=self._frames.garbled)
        else:
            try:
                code = self._process.wait(1.0)
            except subprocess.TimeoutExpired:
                self._reason = Reason("channel", detail="closed")
            else:
                self._reason = Reason("signal", -code) if code < 0 else Reason("exit", code)
        self.kill()
        return self._reason

    def cpu_seconds(self) -> float | None:
        """Processor time used so far, or None where that cannot be known."""
        return cpu_seconds(self._process.pid)

    def output(self) -> bytes:
        """What the student's code printed so far, up to the limit."""
        return self._output.get()

    def kill(self) -> None:
        """End it and all it started, and remove its folder."""
        if self._killed:
            return
        self._killed = True
        kill_tree(self._process)
        if self._uid is not None:
            users.end_all(self._uid)
        self._frames.close()
        self._writer.close()
        self._output.close()
        shutil.rmtree(self._folder, ignore_errors=True)


__all__ = ["PortableCage", "PortableWorker"]
