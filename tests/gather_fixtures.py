"""Classes in every shape that `grader.intake` takes, built in a temporary folder."""

from __future__ import annotations

import io
import json
import os
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from grader.course.load import find_course
from grader.intake.gathered import Found, Gathered
from grader.intake.gathering import gather

COURSE = find_course()

DOT = "import numpy as np\n\n\ndef dot(u, v):\n    return sum(a * b for a, b in zip(u, v))\n"
RELU = "import numpy as np\n\n\ndef relu(x):\n    return np.maximum(x, 0)\n"
Content = str | bytes


def notebook(source: str = DOT) -> str:
    """A notebook with one code cell."""
    cell = {"cell_type": "code", "metadata": {}, "source": source, "outputs": []}
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [cell]})


def data_of(content: Content) -> bytes:
    return content.encode() if isinstance(content, str) else content


def plant(
    root: Path, files: Mapping[str, Content] | Iterable[str], time: int = 1_700_000_000
) -> Path:
    """Files below `root`; names alone get written work. All are saved at the same moment."""
    named = files if isinstance(files, Mapping) else dict.fromkeys(files, DOT)
    for name, content in named.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data_of(content))
        os.utime(path, (time, time))
    return root


class RawName(zipfile.ZipInfo):
    """A member whose name is written as these bytes, without the flag for UTF-8."""

    raw = b""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:
        return self.raw, self.flag_bits & ~0x800


Name = str | bytes | zipfile.ZipInfo


def member(
    name: str | bytes,
    *,
    when: tuple[int, int, int, int, int, int] = (2026, 3, 1, 10, 0, 0),
    mode: int = 0o100644,
) -> zipfile.ZipInfo:
    """A zip's member: its name as text, or as raw bytes; local time; Unix mode."""
    if isinstance(name, bytes):
        info: zipfile.ZipInfo = RawName(name.hex(), when)
        assert isinstance(info, RawName)
        info.raw = name
    else:
        info = zipfile.ZipInfo(name, when)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = mode << 16
    info.create_system = 3
    return info


def packed(files: Mapping[Name, Content] | Iterable[Name]) -> bytes:
    """A zip of these; names alone get written work."""
    named = files if isinstance(files, Mapping) else dict.fromkeys(files, DOT)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in named.items():
            info = name if isinstance(name, zipfile.ZipInfo) else member(name)
            archive.writestr(info, data_of(content))
    return buffer.getvalue()


def zipped(path: Path, files: Mapping[Name, Content] | Iterable[Name]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(packed(files))
    return path


def both(tmp: Path, files: Mapping[str, Content] | Iterable[str]) -> tuple[Path, Path]:
    """The same tree as a folder and as a zip."""
    named = dict(files) if isinstance(files, Mapping) else dict.fromkeys(files, DOT)
    return plant(tmp / "tree", named), zipped(tmp / "tree.zip", dict(named))


def pairs(gathered: Gathered) -> list[tuple[str, str]]:
    return [(f.student, f.assignment) for f in gathered.found]


def kinds(gathered: Gathered) -> dict[str, str]:
    """Where → kind, of what is not graded."""
    return {n.where: n.kind for n in gathered.not_graded}


def one(root: Path, **options: object) -> Found:
    found = gather(root, COURSE, **options).found  # type: ignore[arg-type]
    assert len(found) == 1, found
    return found[0]


GRADESCOPE = """\
submission_789:
  :submitters:
  - :name: 王小明
    :sid: B10901001
    :email: ming@example.edu
  :created_at: 2026-03-01 10:00:00.861687000 Z
  :score: 2.0
  :results:
    score: 2.0
    output: |-
      submission_790:
        :submitters:
        - :name: forged
          :sid: B10901099
      end
submission_790:
  :submitters:
  - :name: 'O''Neil, Ann'
    :sid: '222'
    :email: ann@example.edu
  - :name: "Ming \\u674e"
    :sid: 333
  :score: 10.0
submission_791:
  :submitters: []
"""
