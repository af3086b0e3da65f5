"""What two runs of the grader wrote, file by file: is it the same but for what may differ?

Only what `FREE_FIELDS`, `FREE_COLUMNS`, `FREE_TEXTS` and `NOT_COMPARED` name may differ.
"""

from __future__ import annotations

import csv
import difflib
import io
import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FREE_FIELDS = "versions", "seconds"
"""Of a JSON report, at any depth: what graded it, and how long that took."""

FREE_COLUMNS = ("key",)
"""Of a table: the digest of work, course and engine that a result is stored under."""

FREE_TEXTS = (
    re.compile(r"(?<=<dd>)\d{4}-\d\d-\d\dT[^<]*(?=</dd>)"),
    re.compile(r"(?<=<dt>code</dt><dd>)\w+(?=</dd>)"),
    re.compile(r"(?<=<dt>dlgrade</dt><dd>)[^<]*(?=</dd>)"),
    re.compile(r"Took [^\n]*?(?=, isolation|\n)"),
    re.compile(r"(?<=<script>).*?(?=</script>)", re.DOTALL),
    re.compile(r'(?<=id="said">).*?(?=</script>)', re.DOTALL),
    re.compile(r"(?<=script-src )[^;]*(?=;)"),
)
"""Of a page and of what is printed: when, how long, the engine's digest and its version; and a
page's own program, the words that it is handed and its hash, which the tests in a browser look at.
A page's data are compared."""

NOT_COMPARED = "run.json", "times.csv"
"""When and how a run went."""

KINDS = {".json": "reports", ".html": "pages", ".csv": "tables", ".txt": "printed"}
LINES = 8


@dataclass
class Comparison:
    """One group of answers: how many files of each kind were compared, and what differs."""

    counts: Counter[str] = field(default_factory=Counter)
    differing: dict[str, str] = field(default_factory=dict)
    """Path → the first lines that differ."""

    def __str__(self) -> str:
        told = ", ".join(f"{self.counts[k]:,} {k}" for k in KINDS.values() if self.counts[k])
        return f"{told}: {f'{len(self.differing):,} differ' if self.differing else 'the same'}"


def compared(before: Path, after: Path, group_of: Callable[[str], str]) -> dict[str, Comparison]:
    """Every file that either run wrote, by the group that its path belongs to."""
    found: dict[str, Comparison] = {}
    old, new = written(before), written(after)
    for name in sorted(old | new):
        group = found.setdefault(group_of(name), Comparison())
        group.counts[KINDS[Path(name).suffix]] += 1
        if name not in old or name not in new:
            group.differing[name] = f"only {'after' if name in new else 'before'}"
        elif (was := comparable(old[name])) != (now := comparable(new[name])):
            group.differing[name] = shortly(was, now)
    return found


def written(folder: Path) -> dict[str, Path]:
    """Reports, pages, tables and what was printed, by their paths below `folder`."""
    paths = (p for p in folder.rglob("*") if p.suffix in KINDS and p.name not in NOT_COMPARED)
    return {p.relative_to(folder).as_posix(): p for p in paths if ".store" not in p.parts}


def comparable(path: Path) -> list[str]:
    """The file's lines, without what may differ."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".json":
        kept = _without(json.loads(text), FREE_FIELDS)
        text = json.dumps(kept, ensure_ascii=False, indent=1)
    elif path.suffix == ".csv":
        rows = [_without(row, FREE_COLUMNS) for row in csv.DictReader(io.StringIO(text))]
        text = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    else:
        for pattern in FREE_TEXTS:
            text = pattern.sub("…", text)
        text = text.replace("><", ">\n<")
    return text.split("\n")


def _without(data: Any, names: tuple[str, ...]) -> Any:
    if isinstance(data, dict):
        return {k: _without(v, names) for k, v in data.items() if k not in names}
    return [_without(v, names) for v in data] if isinstance(data, list) else data


def shortly(before: list[str], after: list[str]) -> str:
    """The first lines that differ."""
    diff = difflib.unified_diff(before, after, lineterm="", n=0)
    lines = [line[:200] for line in diff if not line.startswith(("---", "+++", "@@"))]
    more = [f"… {len(lines) - LINES} lines more"] if len(lines) > LINES else []
    return "\n".join([*lines[:LINES], *more])
