"""The floor: fork from a warm NumPy process, run the file, make the calls, and nothing else.

    python benchmarks/floor.py CALLS SUBMISSIONS FILE [--compare] [--workers N]

CALLS is what `recording.save` wrote; each SUBMISSIONS/<student>/FILE is run in a fork of its own.
`--compare` holds each answer against what is due with `numpy.testing`, without it answers are
dropped. Prints each student and the share of the checks passed. No isolation, no report, no hint:
what no grader that gives every submission a process can go below.
"""

from __future__ import annotations

import argparse
import gc
import os
import pickle
import sys
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import numpy.testing  # imported lazily by NumPy: it must be there before the first fork

Check = tuple[str, bool, float, float, list[tuple[tuple[Any, ...], dict[str, Any], Any]]]


def passes(function: Any, check: Check, compare: bool) -> bool:
    _, unchanged, rtol, atol, calls = check
    try:
        for args, kwargs, expected in calls:
            before = args[0].copy() if unchanged and compare else None
            given = function(*args, **kwargs)
            if before is not None:
                numpy.testing.assert_array_equal(args[0], before)
            elif compare and not unchanged:
                numpy.testing.assert_allclose(given, expected, rtol=rtol, atol=atol)
    except Exception:  # noqa: BLE001 - a submission may raise anything
        return False
    return True


def grade(path: Path, checks: list[Check], compare: bool) -> float:
    """The share of `checks` that the file passes. Runs it in this process."""
    namespace: dict[str, Any] = {"__name__": path.stem}
    exec(compile(path.read_bytes(), str(path), "exec"), namespace)
    passed = [passes(namespace.get(check[0]), check, compare) for check in checks]
    return sum(passed) / len(passed)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("calls", type=Path)
    parser.add_argument("submissions", type=Path)
    parser.add_argument("file")
    parser.add_argument("--compare", action="store_true")
    parser.add_argument("--workers", type=int, default=1)
    options = parser.parse_args()
    checks: list[Check] = pickle.loads(options.calls.read_bytes())
    warnings.simplefilter("ignore")
    np.seterr(all="ignore")
    gc.freeze()
    running: dict[int, tuple[str, int]] = {}

    def end_one() -> None:
        pid, _ = os.wait()
        student, answer = running.pop(pid)
        print(student, os.read(answer, 64).decode() or "none")
        os.close(answer)

    for home in sorted(options.submissions.iterdir()):
        if len(running) >= options.workers:
            end_one()
        answer, told = os.pipe()
        pid = os.fork()
        if pid == 0:
            share = grade(home / options.file, checks, options.compare)
            os.write(told, str(share).encode())
            os._exit(0)
        os.close(told)
        running[pid] = (home.name, answer)
    while running:
        end_one()
    sys.stdout.flush()


if __name__ == "__main__":
    main()
