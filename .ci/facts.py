"""What .ci/run reads from files: facts.py QUESTION [ARGUMENT...], at the top of a clone."""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any


def pythons() -> list[str]:
    """The minor versions of Python that pyproject.toml says are tested, oldest first."""
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    words = [name.rpartition(" :: ")[2] for name in project["classifiers"]]
    return [word for word in words if re.fullmatch(r"3\.\d+", word)]


def packages() -> list[str]:
    """Debian's packages that README.md says are all it takes."""
    named = re.search(r"`sudo apt install ([a-z0-9 .-]+)`", _readme())
    if named is None:
        sys.exit(".ci/run: README.md does not name the packages with `sudo apt install`")
    return named[1].split()


def command(ends: str) -> list[str]:
    """README.md's one single-line `sh` block that makes an environment and at last calls `ends`."""
    blocks = re.findall(r"^```sh\n(.*?)^```$", _readme(), re.M | re.S)
    found = [b for b in blocks if "-m venv" in b and ends in b.rpartition("&&")[2]]
    if len(found) != 1 or found[0].count("\n") != 1:
        sys.exit(f".ci/run: README.md has no single one-line command that ends in {ends!r}")
    return [found[0].strip()]


def references() -> list[str]:
    """The reference solutions of the course."""
    names = tomllib.loads(Path("course.toml").read_text(encoding="utf-8"))["assignments"]
    return [f"solutions/{name}/{name}.py" for name in names]


def timeless(output: str) -> list[str]:
    """Writes OUTPUT and OUTPUT.examples from OUTPUT.right and OUTPUT.class.

    These are the reports without times and isolation. A reference that does not earn everything is
    refused.
    """
    right = json.loads(Path(f"{output}.right").read_text(encoding="utf-8"))
    if any(r["score"] != r["max_score"] or r["status"] != "graded" for r in right["reports"]):
        sys.exit(".ci/run: a reference solution does not earn everything")
    whole = sorted(Path(f"{output}.class").glob("reports/*.json"))
    if not right["reports"] or not whole:
        sys.exit(".ci/run: there are no JSON reports")
    examples = [json.loads(path.read_text(encoding="utf-8")) for path in whole]
    for path, value in ((output, right), (f"{output}.examples", examples)):
        Path(path).write_text(json.dumps(_without(value), indent=1), encoding="utf-8")
    return []


def _without(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _without(v) for k, v in value.items() if k not in ("seconds", "isolation")}
    return [_without(v) for v in value] if isinstance(value, list) else value


def _readme() -> str:
    return Path("README.md").read_text(encoding="utf-8")


QUESTIONS: dict[str, Callable[..., list[str]]] = {
    f.__name__: f for f in (pythons, packages, command, references, timeless)
}

if __name__ == "__main__":
    for line in QUESTIONS[sys.argv[1]](*sys.argv[2:]):
        print(line)
