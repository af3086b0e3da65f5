"""Frames to a worker: a file to load, calls to answer, calls that a whole class is asked."""

from __future__ import annotations

import functools
from collections.abc import Collection, Sequence
from pathlib import PurePath
from typing import Any

from grader.model.assignment import Policy
from grader.model.submission import Call, Callback, Fn, Limits, Seeded, Submission
from grader.protocol import frames

MOST_BYTES = 1 << 30


def load(
    turn: int,
    submission: Submission,
    functions: Sequence[str],
    policy: Policy | None,
    skip: Collection[int],
    seed: int,
    limits: Limits,
) -> bytes:
    """The file, what is graded in it, and what it may use. `skip` numbers statements that are
    left out: they ended an earlier worker."""
    return frames.pack(
        {
            "kind": "load",
            "id": turn,
            "stem": PurePath(submission.path).stem or submission.assignment,
            "cells": [[cell.label, cell.source] for cell in submission.cells],
            "functions": functions,
            "policy": _policy(policy),
            "skip": sorted(skip),
            "seed": seed,
            "limits": {
                "memory_bytes": limits.memory_bytes,
                "reply_bytes": limits.reply_bytes,
                "output_bytes": limits.output_bytes,
                "cpu_seconds": limits.submission_seconds,
            },
        }
    )


def _policy(policy: Policy | None) -> dict[str, Any] | None:
    """A policy as plain data; its reasons stay here."""
    if policy is None:
        return None
    return {
        "names": policy.names,
        "modules": policy.modules,
        "methods": policy.methods,
        "operators": policy.operators,
    }


def calls(turn: int, asked: Sequence[Call]) -> tuple[bytes, list[Callback]]:
    """Calls to answer one by one, and the callbacks among their arguments by number."""
    callbacks: list[Callback] = []

    def special(value: Any) -> list[Any] | None:
        if isinstance(value, Callback):
            callbacks.append(value)
            return ["c", len(callbacks) - 1, value.name]
        return _special(value)

    encoder = frames.Encoder(strict=True, special=special, max_bytes=MOST_BYTES)
    data = [
        {
            "function": call.function,
            "args": [encoder.value(arg) for arg in call.args],
            "kwargs": [[key, encoder.value(value)] for key, value in call.kwargs.items()],
        }
        for call in asked
    ]
    return frames.pack({"kind": "calls", "id": turn, "calls": data}, encoder.blobs), callbacks


def plan(groups: Sequence[Sequence[Sequence[Call]]]) -> bytes:
    """The calls of every check of every function, to be decoded once and asked by number.

    Raises:
        TypeError: a callback is among the arguments: it belongs to one submission.
    """
    encoder = frames.Encoder(strict=True, special=_special, max_bytes=MOST_BYTES)
    data = [
        [
            [
                [
                    call.function,
                    [encoder.value(arg) for arg in call.args],
                    [[key, encoder.value(value)] for key, value in call.kwargs.items()],
                ]
                for call in check
            ]
            for check in group
        ]
        for group in groups
    ]
    return frames.pack({"kind": "plan", "groups": data}, encoder.blobs)


def _special(value: Any) -> list[Any] | None:
    if isinstance(value, Fn):
        return ["f", value.name]
    if isinstance(value, Seeded):
        return ["r", value.seed]
    return None


@functools.cache
def planned(group: int) -> bytes:
    """Ask for the calls of one function of the plan."""
    return frames.pack({"kind": "planned", "group": group})
