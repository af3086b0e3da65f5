"""The process that stays: NumPy and the worker's modules warm, one fork for each submission.

It runs no student code and holds no secret. The trusted side speaks to it over a socket of whole
messages: a letter, then for

    P  digest of a `plan` frame, which lies in the memory file sent along
    F  turn, limits and the plan's digest as JSON; sent along are the wire's end and the output file
    K  turn: end this worker
    T  turn: the processor time of this worker

It answers R (ready, the report of the attempts as JSON), E (turn, wait status) once a worker is
gone and all that it started with it, T (turn, microseconds), and X (turn, why) when it cannot.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import select
import signal
import socket
import sys
import time
from typing import Any, NoReturn

from grader.worker import escape_attempts, harden, kernel, landlock, serve

MAX_PLANS = 8
_MESSAGE = 1 << 16


class Zygote:
    """At most one worker at a time."""

    def __init__(
        self,
        control: socket.socket,
        rules: landlock.LandlockRules | None,
        *,
        alone: bool,
        processes: int,
    ) -> None:
        self._control = control
        self._alone = alone
        self._processes = processes
        self._plans: dict[str, Any] = {}
        self._pid = 0
        self._pidfd = -1
        self._turn = 0
        self._me = os.getpid()
        gc.collect()
        gc.freeze()
        self._hardener = harden.Hardener(rules, alone=alone)

    # -------------------------------------------------------------------------- the loop

    def loop(self) -> NoReturn:
        """Never returns."""
        poll = select.poll()
        poll.register(self._control, select.POLLIN)
        control = self._control.fileno()
        while True:
            if self._pidfd >= 0:
                poll.register(self._pidfd, select.POLLIN)
            watched = self._pidfd
            ready = [fd for fd, _ in poll.poll()]
            if watched >= 0:
                poll.unregister(watched)
            if watched in ready:
                self._end()
            if control in ready:
                self._serve_message()

    def _serve_message(self) -> None:
        message, fds, flags, _ = socket.recv_fds(self._control, _MESSAGE, 4)
        kind = message[:1]
        if not message or flags & (socket.MSG_TRUNC | socket.MSG_CTRUNC):
            self._leave()
        elif kind == b"F":
            self._start(json.loads(message[1:]), fds)
        elif kind == b"P":
            self._plan(message[1:].decode(), fds[0])
        elif kind == b"K" and int(message[1:]) == self._turn:
            self._end()
        elif kind == b"T" and int(message[1:]) == self._turn and self._pid:
            self._send(b"T%d %d" % (self._turn, self._cpu_microseconds()))
        for fd in fds:
            os.close(fd)

    def _send(self, message: bytes) -> None:
        try:
            self._control.send(message)
        except OSError:
            self._leave()

    def _leave(self) -> NoReturn:
        self._kill()
        os._exit(0)

    # -------------------------------------------------------------------------- workers

    def _plan(self, digest: str, fd: int) -> None:
        size = os.fstat(fd).st_size
        frame = os.pread(fd, size, 0)
        while len(frame) < size and (part := os.pread(fd, size - len(frame), len(frame))):
            frame += part
        try:
            prepared = serve.prepare(frame)
        except Exception as error:
            self._send(b"X0 " + f"{type(error).__name__}: {error}".encode()[:500])
            return
        if len(self._plans) >= MAX_PLANS:
            del self._plans[next(iter(self._plans))]
        self._plans[digest] = prepared
        gc.collect()
        gc.freeze()
        self._hardener.measure()

    def _start(self, order: dict[str, Any], fds: list[int]) -> None:
        self._end()
        self._turn = order["turn"]
        plan = self._plans.get(order["plan"])
        allowance = harden.Allowance(order["memory"], order["cpu"], self._processes)
        if order["plan"] and plan is None:
            self._send(b"X%d no such plan" % self._turn)
            return
        try:
            pid = os.fork()
        except OSError as error:
            self._send(b"X%d %s" % (self._turn, str(error).encode()))
            return
        if pid == 0:
            self._become_worker(fds[0], fds[1], allowance, plan)
        self._pid, self._pidfd = pid, kernel.pidfd(pid)

    def _become_worker(
        self, wire: int, output: int, allowance: harden.Allowance, plan: Any
    ) -> NoReturn:
        try:
            self._hardener.apply(self._me, wire, output, allowance)
            self.__dict__.clear()
            serve.serve(harden.WIRE, harden.WIRE, plan)
        finally:
            os._exit(70)

    def _cpu_microseconds(self) -> int:
        try:
            # The clock of another process, as clock_getcpuclockid makes it: CPUCLOCK_SCHED is 2.
            return int(time.clock_gettime(~self._pid << 3 | 2) * 1e6)
        except OSError:
            return 0

    def _end(self) -> None:
        """Kill the worker and whatever it left; say how it ended."""
        if not self._pid:
            return
        status = self._kill()
        self._send(b"E%d %d" % (self._turn, status))

    def _kill(self) -> int:
        """The wait status of the worker, once nothing of it is left."""
        status = 0
        try:
            if self._pid:
                os.kill(self._pid, signal.SIGKILL)  # ours until it is waited for
            if self._alone and self._me == 1:  # anywhere else -1 would mean everybody
                os.kill(-1, signal.SIGKILL)
        except ProcessLookupError:
            pass
        while True:
            try:
                pid, code = os.waitpid(-1, 0)
            except ChildProcessError:
                break
            if pid == self._pid:
                status = code
        if self._pidfd >= 0:
            os.close(self._pidfd)
        self._pid, self._pidfd = 0, -1
        return status

    # -------------------------------------------------------------------------- at the start

    def prove(self, outside: str) -> dict[str, bool]:
        """Let a worker try what it must not be able to do. Raises OSError when none starts."""
        here, there = socket.socketpair()
        output = os.open(os.devnull, os.O_WRONLY | os.O_CLOEXEC)
        wire = there.detach()
        allowance = harden.Allowance(1 << 28, 5, self._processes)
        pid = os.fork()
        if pid == 0:
            try:
                self._hardener.apply(self._me, wire, output, allowance)
                report = escape_attempts.attempts(outside, alone=self._alone)
                os.write(harden.WIRE, json.dumps(report).encode())
            except Exception as error:
                self._say_failed(wire, error)
            finally:
                os._exit(0)
        os.close(wire)
        os.close(output)
        said = b""
        here.settimeout(10)
        while part := here.recv(_MESSAGE):
            said += part
        here.close()
        self._pid = pid
        self._kill()
        told: dict[str, Any] = json.loads(said or b"{}")
        if "error" in told:
            raise OSError(told["error"])
        return told

    @staticmethod
    def _say_failed(wire: int, error: Exception) -> None:
        """Hardening failed: tell it over the wire, whether that has moved already or not."""
        said = json.dumps({"error": f"{type(error).__name__}: {error}"}).encode()
        for fd in (wire, harden.WIRE):
            with contextlib.suppress(OSError):
                os.write(fd, said)
                return


if sys.platform != "linux":
    raise ImportError("only Linux has what a zygote needs")
