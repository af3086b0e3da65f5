"""The run record, run.json: what was asked for, what graded it, when, and how far it came."""

from __future__ import annotations

import contextlib
import datetime
import json
import platform
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from importlib import metadata
from pathlib import Path
from typing import Any

from grader.batch.identity import engine
from grader.files.atomic import write_whole
from grader.language.text import tr
from grader.model.errors import UsageError

SCHEMA = "grade-run/1"
NAME = "run.json"


@dataclass(frozen=True, slots=True)
class Arguments:
    """What `--resume` needs to go on: the command's arguments, paths absolute."""

    submissions: str
    course: str
    assignments: tuple[str, ...] = ()
    roster: str = ""
    regrade: tuple[str, ...] = ()
    seed: int = 0
    lang: str = "zh-TW"
    allow_unisolated: bool = False
    secret: str = ""
    """The file with the course's secret, never the secret itself; empty: the environment."""


@dataclass(frozen=True, slots=True)
class Record:
    """One run. `state` is `running`, `interrupted` or `finished`; `run` names it."""

    run: str
    state: str
    arguments: Arguments
    course: Mapping[str, str]
    tier: str
    started: str
    finished: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    versions: Mapping[str, str] = field(default_factory=dict)

    def ended(self, state: str, counts: Mapping[str, int]) -> Record:
        return replace(self, state=state, counts=dict(counts), finished=now())


def now() -> str:
    """The time, to the second, with its offset from UTC."""
    return datetime.datetime.now().astimezone().isoformat(timespec="seconds")


def versions() -> dict[str, str]:
    """What a run was graded with."""
    return {
        **engine(),
        "python": platform.python_version(),
        "pytest": metadata.version("pytest"),
        "system": f"{platform.system()} {platform.release()}",
        "executable": sys.implementation.name,
    }


def write(folder: str, record: Record) -> None:
    """Raises OSError."""
    data = {"schema": SCHEMA} | _plain(record)
    text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    write_whole(f"{folder}/{NAME}", text.encode("utf-8", "replace"), sync=True)


def restore(folder: str, before: Record | None) -> None:
    """Put back the record that lay there; none where there was none."""
    with contextlib.suppress(OSError):
        if before is None:
            Path(folder, NAME).unlink()
        else:
            write(folder, before)


def read(folder: str) -> Record | None:
    """The record of the last run into `folder`, or None.

    Raises:
        UsageError: there is one that cannot be read.
    """
    path = Path(folder, NAME)
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["schema"] != SCHEMA:
            raise ValueError(data["schema"])
        arguments = dict(data["arguments"])
        for name in ("assignments", "regrade"):
            arguments[name] = tuple(arguments[name])
        return Record(
            arguments=Arguments(**arguments),
            **{k: data[k] for k in Record.__slots__ if k != "arguments"},
        )
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(
            tr(
                "{path} cannot be read as a run record of grade batch; move it away, or name "
                "another folder with --out.",
                path=path,
            )
        ) from error


def _plain(record: Record) -> dict[str, Any]:
    arguments = {name: getattr(record.arguments, name) for name in Arguments.__slots__}
    fields = {name: getattr(record, name) for name in Record.__slots__}
    return fields | {"arguments": arguments}
