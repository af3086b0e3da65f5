"""The content-addressed store: gradings under the hash of all that they depend on."""

from __future__ import annotations

import json
import os
import re
import zlib
from collections.abc import Container
from dataclasses import replace

from grader.files.atomic import PART, write_whole
from grader.model.report import Report

KEEP_AT_LEAST = 1000
KEEP_TIMES = 2
_NAME = re.compile(r"[0-9a-f]{64}\.z")


def encoded(report: Report, text: str) -> bytes:
    """A report as a store entry: zlib over JSON. `text` is its JSON without name and times."""
    rest = {
        "cells": [{"label": cell.label, "source": cell.source} for cell in report.cells],
        "seconds": round(report.seconds, 4),
    }
    return zlib.compress(f'{{"report": {text}, "rest": {json.dumps(rest)}}}'.encode(), 1)


def decoded(data: bytes) -> Report:
    """The report of a store entry.

    Raises:
        ValueError: it is none.
    """
    from grader.render.json_report import from_dict

    try:
        entry = json.loads(zlib.decompress(data))
        report = from_dict(entry["report"] | {"cells": entry["rest"]["cells"]})
        seconds = float(entry["rest"]["seconds"])
    except (zlib.error, KeyError, TypeError) as error:
        raise ValueError(f"not a store entry: {error!r}") from error
    # JSON keeps whole points as integers; records have floats.
    checks = tuple(
        replace(c, points=float(c.points), max_points=float(c.max_points)) for c in report.checks
    )
    return replace(report, checks=checks, seconds=seconds)


class Store:
    """Entries in a folder, one file each: `ab/ab….z`."""

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def get(self, key: str) -> Report | None:
        """The grading kept under `key`; None where there is none, or a damaged one."""
        try:
            with open(self._path(key), "rb") as file:
                return decoded(file.read())
        except (OSError, ValueError):
            return None

    def put(self, key: str, entry: bytes) -> None:
        """Keep an entry, whole or not at all. Raises OSError."""
        write_whole(self._path(key), entry)

    def prune(self, used: Container[str], in_use: int) -> int:
        """Remove half-written files, and the oldest entries that are not `used`, down to twice as
        many as are in use and at least 1,000. Returns how many entries were removed. Nobody may
        be writing."""
        unused = []
        for folder in os.scandir(self._folder) if os.path.isdir(self._folder) else ():
            for entry in os.scandir(folder) if folder.is_dir() else ():
                if entry.name.endswith(PART):
                    os.unlink(entry.path)
                elif _NAME.fullmatch(entry.name) and entry.name[:-2] not in used:
                    unused.append((entry.stat().st_mtime_ns, entry.path))
        unused.sort()
        keep = max(KEEP_AT_LEAST, KEEP_TIMES * in_use)
        for _, path in unused[: max(0, len(unused) - keep)]:
            os.unlink(path)
        return max(0, len(unused) - keep)

    def _path(self, key: str) -> str:
        return f"{self._folder}/{key[:2]}/{key}.z"
