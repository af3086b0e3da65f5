"""A slot: one warm zygote, in namespaces or not, and the socket it is spoken to by."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import socket
import struct
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from grader.language.text import tr
from grader.model.errors import SandboxError
from grader.sandbox import bubblewrap, memory_file, surroundings, users
from grader.sandbox.slot_attacks import CORE, NAMESPACES, titles
from grader.sandbox.slot_failures import not_started

if TYPE_CHECKING:
    from grader.model.submission import Limits

START_SECONDS = 60.0
END_SECONDS = 20.0
MAX_PLANS = 8
LANDLOCK = 6
"""The version of Landlock that L2 asks for: from it on it covers signals and abstract sockets."""
_MESSAGE = 1 << 16
_CREDENTIALS = 12


class SlotLost(Exception):
    """The zygote is gone, or does not answer: nothing that a student may do brings that about."""


@dataclass(frozen=True)
class WorkerExit:
    """How a worker ended: the status that `wait` gives."""

    status: int


class Slot:
    """The trusted side of one zygote. Start it in a thread that stays (`spawning`)."""

    def __init__(self, tier: Literal["L1", "L2"], program: str = "") -> None:
        """`program` is the bwrap to use for L1. Raises SandboxError or OSError."""
        self.tier = tier
        self.program = program
        self.attempts: dict[str, bool] = {}
        self.lost = False
        self._turn = 0
        self._ended: dict[int, WorkerExit] = {}
        self._plans: list[str] = []
        self._last_plan = b"", ""
        self._words = ""
        self._proved = False
        seen = surroundings.here()
        root, alone = os.geteuid() == 0, tier == "L1"
        uid = users.free_uid() if root else None
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._control.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
        self._zygote = -1
        self._said = memory_file.make()
        variables = surroundings.environment()
        run = [seen.python, "-S", *surroundings.FLAGS, seen.worker, str(theirs.fileno())]
        run.append(seen.numpy)
        if alone:
            run = [*bubblewrap.command(program, seen, variables, root=root), *run]
        try:
            self._process = subprocess.Popen(
                run,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self._said,
                cwd="/",
                env=variables,
                pass_fds=(theirs.fileno(),),
                start_new_session=True,
            )
        except BaseException:
            self._control.close()
            os.close(self._said)
            raise
        finally:
            theirs.close()
        config = {
            "alone": alone,
            "landlock": 0 if alone else LANDLOCK,
            "readable": seen.trees if alone else seen.readable,
            "listed": [bubblewrap.FOLDER] if alone else seen.listed,
            "folder": bubblewrap.FOLDER if alone else "/",
            "uid": uid,
            "processes": users.processes(apart=alone),
            "outside": str(surroundings.WORKER.parent.parent / "errors.py"),
        }
        with contextlib.suppress(ConnectionError):  # it ended already; `prove` says why
            self._control.send(json.dumps(config).encode())

    # ------------------------------------------------------------------------ beginning, end

    def prove(self) -> None:
        """Wait until the zygote is ready and hold its report against what must be. Raises
        SandboxError, having ended the slot, when anything is missing."""
        if self._proved:
            return
        try:
            message = self._receive_first(time.monotonic() + START_SECONDS)
        except (SlotLost, OSError):
            message = b""
        if message[:1] == b"R":
            self.attempts = json.loads(message[1:])
        expected = CORE if self.tier == "L2" else (*CORE, *NAMESPACES)
        failed = [name for name in expected if self.attempts.get(name) is not True]
        if not failed:
            self._proved = True
            return
        self.close()
        if message[:1] == b"R":
            what = titles(failed)
            raise SandboxError(tr("The sandbox did not hold: {what}.", what=what))
        if message[:1] == b"X":
            raise not_started(message[3:].decode("utf-8", "replace"))
        raise not_started(self._words)

    def close(self) -> None:
        """End the zygote and with it all workers, and wait for that. May be called twice."""
        self._control.close()
        if self._zygote >= 0:
            # As root nothing but this reaches it: bwrap, which it would die with, may not signal
            # a process of another user.
            with contextlib.suppress(OSError):
                signal.pidfd_send_signal(self._zygote, signal.SIGKILL)
            poll = select.poll()
            poll.register(self._zygote, select.POLLIN)
            poll.poll(END_SECONDS * 1000)
            os.close(self._zygote)
            self._zygote = -1
        with contextlib.suppress(OSError):
            self._process.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(END_SECONDS)
        if self._said >= 0:
            text = os.pread(self._said, _MESSAGE, 0).decode("utf-8", "replace")
            self._words = text.strip()[-500:]
            os.close(self._said)
            self._said = -1

    # ------------------------------------------------------------------------ workers

    def fork(self, limits: Limits, preload: bytes, wire: socket.socket, output: int) -> int:
        """Start a worker on this end of its wire; its turn. Raises SlotLost."""
        self._turn += 1
        order = {
            "turn": self._turn,
            "memory": limits.memory_bytes,
            "cpu": int(limits.submission_seconds) + 5,
            "plan": self._planned(preload) if preload else "",
        }
        self._ended.clear()
        self._send(b"F" + json.dumps(order).encode(), [wire.fileno(), output])
        return self._turn

    def _planned(self, preload: bytes) -> str:
        """The plan's digest, once the zygote holds it."""
        import hashlib

        last, digest = self._last_plan
        if preload is not last:
            digest = hashlib.sha256(preload).hexdigest()
            self._last_plan = preload, digest
        if digest not in self._plans:
            fd = memory_file.make()
            try:
                view = memoryview(preload)
                while view:
                    view = view[os.write(fd, view) :]
                self._send(b"P" + digest.encode(), [fd])
            finally:
                os.close(fd)
            self._plans = [*self._plans[-(MAX_PLANS - 1) :], digest]
        return digest

    def ended(self, turn: int, timeout: float) -> WorkerExit | None:
        """How this worker ended, or None when it has not by then. Raises SlotLost."""
        deadline = time.monotonic() + timeout
        while turn == self._turn and turn not in self._ended:
            try:
                self._take(self._receive(deadline))
            except TimeoutError:
                return None
        return self._ended.get(turn, WorkerExit(0))

    def kill(self, turn: int) -> WorkerExit:
        """End this worker and all it started, and wait for it. Raises SlotLost."""
        if turn == self._turn and turn not in self._ended:
            self._send(b"K%d" % turn)
        ended = self.ended(turn, END_SECONDS)
        if ended is None:
            raise self._lose("no answer")
        return ended

    def cpu_seconds(self, turn: int) -> float | None:
        """Processor time of this worker; None when it is gone. Raises SlotLost."""
        if turn != self._turn or turn in self._ended:
            return None
        self._send(b"T%d" % turn)
        deadline = time.monotonic() + END_SECONDS
        while turn not in self._ended:
            message = self._receive(deadline)
            if message[:1] == b"T":
                of, _, spent = message[1:].partition(b" ")
                if int(of) == turn:
                    return int(spent) / 1e6
            else:
                self._take(message)
        return None

    def _take(self, message: bytes) -> None:
        turn, _, rest = message[1:].partition(b" ")
        if message[:1] == b"E":
            self._ended[int(turn)] = WorkerExit(int(rest))
        elif message[:1] == b"X":
            raise self._lose(rest.decode("utf-8", "replace"))

    def _lose(self, why: str) -> SlotLost:
        """Give the slot up, and whatever runs in it."""
        self.lost = True
        self.close()
        return SlotLost(why)

    def _send(self, message: bytes, fds: list[int] | None = None) -> None:
        try:
            if fds:
                socket.send_fds(self._control, [message], fds)
            else:
                self._control.send(message)
        except OSError as error:
            raise self._lose(str(error)) from None

    def _receive_first(self, deadline: float) -> bytes:
        """The zygote's first message, from which the kernel says which process it is."""
        self._wait(deadline)
        message, control, _, _ = self._control.recvmsg(_MESSAGE, socket.CMSG_SPACE(_CREDENTIALS))
        self._control.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 0)
        for level, kind, data in control:
            if (level, kind) == (socket.SOL_SOCKET, socket.SCM_CREDENTIALS) and message:
                (pid,) = struct.unpack_from("=i", data)
                with contextlib.suppress(OSError, AttributeError):  # a Python of old headers
                    self._zygote = os.pidfd_open(pid)
        return message

    def _wait(self, deadline: float) -> None:
        """Until there is a message. Raises TimeoutError, or SlotLost."""
        if self._control.fileno() < 0:
            raise SlotLost("closed")
        poll = select.poll()
        poll.register(self._control, select.POLLIN)
        if not poll.poll(max(deadline - time.monotonic(), 0.0) * 1000):
            raise TimeoutError

    def _receive(self, deadline: float) -> bytes:
        """The next message. Raises TimeoutError, or SlotLost."""
        self._wait(deadline)
        try:
            message = self._control.recv(_MESSAGE)
        except OSError:
            message = b""
        if not message:
            raise self._lose("the zygote ended")
        return message


if sys.platform != "linux":
    raise ImportError("only Linux has what a slot needs")
