"""The worker's loop: one `load`, then `calls` until the wire ends."""

from __future__ import annotations

import platform
from typing import Any

import numpy as np

from grader.protocol import frames
from grader.worker import confine
from grader.worker.calling import Caller
from grader.worker.channel import WIRE_GARBLED, Channel, quit_now, take_stdout
from grader.worker.loading import LoadedFile, load
from grader.worker.prepared import Plan, prepare, read

__all__ = ["prepare", "serve"]


def serve(read_fd: int, write_fd: int, plan: Plan | None = None) -> None:
    """Answer frames on these descriptors until they end. Never returns: the process ends.

    The caller has seen to it that descriptors 0 to 2 are not the wire. `plan` is what `prepare`
    made of a `plan` frame, where that has been done for many workers at once.
    """
    channel = Channel(read_fd, write_fd)
    channel.write({"kind": "ready", "python": platform.python_version(), "numpy": np.__version__})
    caller: Caller | None = None
    try:
        while True:
            header, blob = channel.read()
            if header["kind"] == "plan" and caller is None:
                plan = read(header, blob)
            elif header["kind"] == "load" and caller is None:
                limits = header["limits"]
                stdout = take_stdout(int(limits["output_bytes"]))
                confine.apply(limits)
                student = load(header, channel)
                stdout.push()
                caller = Caller(student, channel, stdout, int(limits["reply_bytes"]), plan)
                channel.write(_loaded(header["id"], student))
            elif header["kind"] == "planned" and caller is not None:
                caller.answer_planned(header)
            elif header["kind"] == "calls" and caller is not None:
                caller.answer(header, blob)
            else:
                quit_now(WIRE_GARBLED)
    except (KeyError, TypeError, ValueError, frames.WireProtocolError):
        quit_now(WIRE_GARBLED)


def _loaded(id: int, student: LoadedFile) -> dict[str, Any]:
    return {
        "kind": "loaded",
        "id": id,
        "functions": student.facts,
        "problems": student.problems[:100],
        "names": student.public_names(),
    }
