"""Asking the engine about a submission: in a process of its own, answers kept by what was asked."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.language.text import Text, carried, tr
from grader.model.errors import GradeError, SandboxError
from grader.model.submission import CodeCell

# Longer than the engine itself takes for a submission that uses up every limit.
_TIMEOUT = 900.0
_KEPT = 8
_START = (
    "import sys; sys.path.append(sys.argv.pop()); "
    "from grader.bridges.notebook.engine_process import main; sys.exit(main())"
)


@dataclass(frozen=True, slots=True)
class FunctionResult:
    """What the engine says of one function. `broken`: the grader itself failed, and the points say
    nothing."""

    points: float
    max_points: float
    passed: bool
    broken: bool
    html: str
    text: str


@dataclass(frozen=True, slots=True)
class EngineAnswer:
    """What the engine says of a submission, by function."""

    lang: str
    status: str
    functions: Mapping[str, FunctionResult]

    @property
    def settled(self) -> bool:
        """Do the points say anything? Not where the whole could not be graded."""
        return self.status == "graded" or any(r.broken for r in self.functions.values())


_answers: OrderedDict[str, EngineAnswer] = OrderedDict()


def ask(
    course: Path,
    assignment: str,
    cells: Sequence[CodeCell],
    path: str,
    *,
    student: str | None = None,
    notes: Sequence[Text] = (),
    remarks: Sequence[Text] = (),
    lang: str = "",
    isolated: bool = False,
) -> EngineAnswer:
    """Grade `cells` with the course in the folder `course`.

    `isolated` refuses where no sandbox holds. The same question is asked once.

    Raises:
        GradeError: what the engine itself says, or that it cannot be run.
    """
    question = {
        "course": str(course),
        "assignment": assignment,
        "cells": [(cell.label, cell.source) for cell in cells],
        "path": path,
        "student": student,
        "notes": [carried(note) for note in notes],
        "remarks": [carried(remark) for remark in remarks],
        "lang": lang,
        "isolated": isolated,
    }
    asked = json.dumps(question)
    key = hashlib.sha256(asked.encode()).hexdigest()
    if key in _answers:
        _answers.move_to_end(key)
        return _answers[key]
    data = _run(asked)
    if "error" in data:
        raise GradeError(Text(data["error"]))
    functions = {name: FunctionResult(**result) for name, result in data["functions"].items()}
    answer = _answers[key] = EngineAnswer(data["lang"], data["status"], functions)
    while len(_answers) > _KEPT:
        _answers.popitem(last=False)
    return answer


def _run(asked: str) -> dict[str, Any]:
    """What the engine answers. `-P` keeps the notebook's own folder off the engine's path."""
    home = str(Path(__file__).resolve().parents[3])
    command = [sys.executable, "-P", "-X", "utf8", "-W", "ignore", "-c", _START, home]
    environment = {k: v for k, v in os.environ.items() if k not in _LEFT_OUT}
    try:
        done = subprocess.run(
            command,
            input=asked.encode(),
            capture_output=True,
            timeout=_TIMEOUT,
            env=environment,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _failed("timeout") from None
    except OSError as error:
        raise _failed(error.strerror or str(error)) from None
    last = done.stdout.decode("utf-8", "replace").rstrip().rpartition("\n")[2]
    if not last.startswith("dlgrade-answer/1 "):
        said = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise _failed(said or f"exit code {done.returncode}")
    answer: dict[str, Any] = json.loads(last.partition(" ")[2])
    return answer


# What a kernel's own Python was started with is no business of the engine's.
_LEFT_OUT = frozenset({"PYTHONSTARTUP", "PYTHONINSPECT", "PYTHONWARNINGS"})


def _failed(why: str) -> SandboxError:
    return SandboxError(
        tr(
            "The grader did not finish ({why}). Your work is not affected; run this again, and "
            "tell your instructor if it stays so.",
            why=why,
        )
    )
