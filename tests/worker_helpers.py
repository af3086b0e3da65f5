"""Sessions over source text, for the engine's tests."""

from __future__ import annotations

import atexit
import textwrap
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from grader.engine.session import StudentSession
from grader.model.assignment import Policy
from grader.model.outcome import Outcome
from grader.model.submission import Call, Cell, Limits, Submission
from grader.sandbox.cage import Cage
from grader.sandbox.portable import PortableCage

QUICK = Limits(load_seconds=0.4, call_seconds=0.3, memory_bytes=256 << 20)

BY_HAND = Policy(
    names=(
        *("numpy.dot", "numpy.matmul", "numpy.einsum", "numpy.inner", "numpy.tensordot"),
        *("numpy.vdot", "numpy.vecdot", "numpy.matvec", "numpy.vecmat", "numpy.correlate"),
        *("numpy.convolve", "numpy.kron"),
    ),
    modules=("numpy.linalg",),
    methods=("dot", "__matmul__"),
    operators=("@",),
)


def submission(*sources: str, path: str = "work.py") -> Submission:
    """One cell a source, dedented; labels are the path, or `cell 1` and so on."""
    texts = [textwrap.dedent(source) for source in sources]
    labels = [path] if len(texts) == 1 else [f"cell {i + 1}" for i in range(len(texts))]
    cells = tuple(Cell(label, text) for label, text in zip(labels, texts, strict=True))
    return Submission("work", cells, path)


@cache
def shared_cage() -> PortableCage:
    """One cage for all tests, which starts each test's worker during the test before."""
    cage = PortableCage(keep_spare=True)
    atexit.register(cage.close)
    return cage


@contextmanager
def session(
    *sources: str,
    functions: Sequence[str] = ("f",),
    limits: Limits = QUICK,
    policy: Policy | None = None,
    path: str = "work.py",
    cage: Cage | None = None,
) -> Iterator[StudentSession]:
    """A session, not yet loaded."""
    own = cage or shared_cage()
    student = StudentSession(own, submission(*sources, path=path), functions, limits, policy)
    try:
        yield student
    finally:
        student.close()


def outcome(source: str, *args: Any, limits: Limits = QUICK, **kwargs: Any) -> Outcome:
    """What one call of `f` in a fresh session comes to."""
    with session(source, limits=limits) as student:
        student.load()
        return student.call_many([Call("f", args, kwargs)])[0]
