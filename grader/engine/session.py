"""One submission in one worker: load it, call its functions, survive whatever it does.

Everything the worker says is a claim, read through `protocol.frames` and checked for shape before
it becomes a record. A worker that dies, hangs or breaks the protocol ends its batch of calls; the
next batch gets a fresh worker.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Sequence
from typing import Any

from grader.check.first_asks import NO_PLAN, Plan
from grader.language.text import Text, sentences, tr
from grader.model.assignment import Policy
from grader.model.errors import SandboxError, SandboxLost, SubmissionError
from grader.model.outcome import Crashed, Loaded, NotRun, Outcome, Raised, TimedOut
from grader.model.submission import Call, Callback, Limits, Submission
from grader.protocol import frames as wire
from grader.sandbox import endings, replies, requests
from grader.sandbox.cage import Cage, Frame, Reason, WorkerDied, WorkerProcess, WorkerTimeout
from grader.sandbox.deadline import Clock, DeadlineExceeded

READY_SECONDS = 60.0
MAX_SKIPS = 5
MAX_SOURCE = 2 << 20


class StudentSession:
    """A submission being graded. Not for several threads at once.

    `seed` fixes the random numbers that the student's code draws without a seed of its own.
    """

    def __init__(
        self,
        cage: Cage,
        submission: Submission,
        functions: Sequence[str],
        limits: Limits | None = None,
        policy: Policy | None = None,
        seed: int = 0,
        plan: Plan = NO_PLAN,
    ) -> None:
        self._cage = cage
        self._submission = submission
        self._functions = tuple(functions)
        self._limits = limits or Limits()
        self._policy = policy
        self._seed = seed
        self._plan = plan
        self._expected: deque[int] = deque()
        self._early: dict[int, list[Frame]] = {}
        self._worker: WorkerProcess | None = None
        self._skips: dict[int, list[Any]] = {}
        self._loaded: Loaded | None = None
        self._output = b""
        self._turn = 0
        self._spent = 0.0
        self._started = time.monotonic()
        self._clock = Clock()

    def __enter__(self) -> StudentSession:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # ---------------------------------------------------------------------------- public

    def load(self) -> Loaded:
        """Run the file. A top-level statement that hangs or ends the process is left out and told
        as a problem; everything else is loaded.

        Raises SubmissionError when nothing can be loaded, SandboxError when no worker starts.
        """
        if sum(len(cell.source) for cell in self._submission.cells) > MAX_SOURCE:
            raise endings.too_large(MAX_SOURCE)
        self._started = time.monotonic()
        try:
            self._loaded = self._load()
        finally:
            self._spent += time.monotonic() - self._started
        return self._loaded

    def call_many(self, calls: Sequence[Call], seconds: float | None = None) -> list[Outcome]:
        """The outcomes of the calls, in order. `seconds` is for one call (default: the limit's).

        Raises SandboxError when no worker starts; never because of what the student's code does.
        """
        if not calls:
            return []
        limit = self._limits.call_seconds if seconds is None else seconds
        if self._spent >= self._limits.submission_seconds:
            return [TimedOut(limit), *[NotRun()] * (len(calls) - 1)]
        self._started = time.monotonic()
        try:
            return self._call_many(calls, limit)
        finally:
            self._spent += time.monotonic() - self._started

    def planned(self, group: int) -> list[Frame]:
        """The replies to the planned calls of one function, a frame for each of its checks. Fewer
        where one hangs or ends the worker: then it has to be found out call by call which call
        does.

        Raises SandboxError when no worker starts.
        """
        if self._spent >= self._limits.submission_seconds:
            return []
        self._started = time.monotonic()
        try:
            while group not in self._early:
                if not self._expected:
                    self._ask_ahead(group)
                self._take_due()
        except SubmissionError:
            return []
        finally:
            self._spent += time.monotonic() - self._started
        return self._early[group]

    def output(self) -> str:
        """What the student's code printed, cut to the limit, from all its workers."""
        data = self._output
        if self._worker is not None:
            data += self._worker.output()
        return data[: self._limits.output_bytes].decode("utf-8", "replace")

    def close(self) -> None:
        """End the worker. May be called twice; `output` stays."""
        worker, self._worker = self._worker, None
        self._expected.clear()
        if worker is not None:
            worker.kill()
            self._output += worker.output()

    # ---------------------------------------------------------------------------- loading

    def _load(self) -> Loaded:
        while True:
            at: list[Any] = []
            try:
                return self._start_and_load(at)
            except (DeadlineExceeded, WorkerDied, wire.WireProtocolError) as error:
                self.close()
                reason = _reason(error)
                if not at or len(self._skips) >= MAX_SKIPS or self._time_left() <= 0:
                    raise endings.not_loaded(reason) from None
                index, label, line = at
                kind, message = endings.problem(reason)
                self._skips[index] = [kind, message, label, line, None]

    def _start_and_load(self, at: list[Any]) -> Loaded:
        """Start a worker and load. `at` is filled with the statement that is running."""
        worker = self._ready_worker()
        self._turn += 1
        worker.send(self._load_frame())
        self._clock.start()
        while True:
            header, _ = self._next(self._limits.load_seconds)
            if header.get("kind") == "progress":
                at[:] = replies.progress(header)
                self._clock.start()
            elif header.get("kind") == "loaded" and header.get("id") == self._turn:
                return replies.loaded(header, self._functions, list(self._skips.values()))
            else:
                raise wire.WireProtocolError("no reply to load")

    def _ready_worker(self) -> WorkerProcess:
        """A fresh worker that has said it is ready; one more is tried where one is lost."""
        said = ""
        for _ in range(2):
            worker = self._worker = self._cage.start(self._limits, self._plan.frame)
            try:
                head, _ = worker.receive(READY_SECONDS)
                if wire.parse(head).get("kind") == "ready":
                    return worker
            except (WorkerTimeout, WorkerDied, wire.WireProtocolError):
                pass
            self._worker = None
            worker.kill()
            said = worker.output().decode("utf-8", "replace").strip()[-500:]
        raise SandboxError(_told(tr("The process for the student's code did not get ready."), said))

    def _load_frame(self) -> bytes:
        return requests.load(
            self._turn,
            self._submission,
            self._functions,
            self._policy,
            self._skips.keys(),
            self._seed,
            self._limits,
        )

    # ---------------------------------------------------------------------------- calling

    def _call_many(self, calls: Sequence[Call], seconds: float) -> list[Outcome]:
        outcomes: list[Outcome] = []
        try:
            while self._expected:
                self._take_due()
            worker = self._loaded_worker()
            self._turn += 1
            frame, callbacks = requests.calls(self._turn, calls)
            worker.send(frame)
            self._clock.start()
            while len(outcomes) < len(calls):
                outcomes.append(self._outcome(len(outcomes), seconds, callbacks))
                self._clock.start()
        except DeadlineExceeded:
            self.close()
            outcomes.append(TimedOut(seconds))
        except SubmissionError as error:
            outcomes.append(Crashed(endings.again(error)))
        except (WorkerDied, wire.WireProtocolError) as error:
            self.close()
            outcomes.append(Crashed(endings.text(_reason(error))))
        outcomes += [NotRun()] * (len(calls) - len(outcomes))
        return outcomes

    def _loaded_worker(self) -> WorkerProcess:
        if self._worker is None:
            self._load()
        if self._worker is None:
            raise WorkerDied(Reason("lost"))
        return self._worker

    def _ask_ahead(self, group: int) -> None:
        """Ask for this function's planned calls and those of all after it at once, so that the
        worker never waits for the next question."""
        worker = self._loaded_worker()
        groups = self._plan.groups[group:]
        ahead = [
            number
            for number, asks in enumerate(groups, start=group)
            if number == group
            or (number not in self._early and asks[0].check.split(".")[0] in self._functions)
        ]
        worker.send(b"".join(map(requests.planned, ahead)))
        self._expected.extend(ahead)

    def _take_due(self) -> None:
        """Take the replies for the function that was asked for first."""
        group = self._expected.popleft()
        frames = self._early[group] = []
        worker = self._worker
        try:
            if worker is None:
                raise WorkerDied(Reason("lost"))
            for ask in self._plan.groups[group]:
                self._clock.start()
                frames.append(self._clock.frame(worker, ask.timeout, self._time_left()))
        except (DeadlineExceeded, WorkerDied) as error:
            self.close()
            _reason(error)

    def _outcome(self, index: int, seconds: float, callbacks: list[Callback]) -> Outcome:
        answered = 0
        while True:
            header, blob = self._next(seconds)
            if header.get("kind") == "callback":
                answered += 1
                if answered > self._limits.callbacks:
                    self.close()
                    return Raised("TooManyCallbacks", ("TooManyCallbacks",), str(answered - 1))
                asked = time.monotonic()
                answer = replies.answer(header, blob, callbacks)
                self._clock.excuse(time.monotonic() - asked)
                if self._worker is not None:
                    self._worker.send(answer)
            elif header.get("kind") != "reply" or header.get("id") != self._turn:
                raise wire.WireProtocolError("a frame that nobody asked for")
            elif type(header.get("index")) is not int or header["index"] != index:
                raise wire.WireProtocolError("a reply out of order")
            else:
                return replies.outcome(header, blob)

    # ---------------------------------------------------------------------------- waiting

    def _time_left(self) -> float:
        spent = self._spent + time.monotonic() - self._started
        return self._limits.submission_seconds - spent

    def _next(self, seconds: float) -> tuple[dict[str, Any], bytes]:
        """The next frame. Raises DeadlineExceeded, WorkerDied or WireProtocolError."""
        if self._worker is None:
            raise WorkerDied(Reason("lost"))
        head, blob = self._clock.frame(self._worker, seconds, self._time_left())
        return wire.parse(head), blob


def _told(what: Text, said: str) -> Text:
    """A sentence, and behind it what a process said itself."""
    return sentences([what, Text(said.rstrip())]) if said.strip() else what


def _reason(error: Exception) -> Reason:
    """Why the worker ended, as far as it tells of the submission.

    Raises SandboxLost when it tells of the sandbox.
    """
    if isinstance(error, WorkerDied):
        if error.reason.kind == "lost":
            raise SandboxLost(_told(tr("The sandbox was lost."), error.reason.detail)) from error
        return error.reason
    if isinstance(error, DeadlineExceeded):
        return Reason("channel", detail="late")
    return Reason("channel", detail=str(error))
