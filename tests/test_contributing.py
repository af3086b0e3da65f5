"""The contributor's loop: what pages, hooks and the workflow name exists, and the lock is whole."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = PYPROJECT["project"]
PYTHONS = re.findall(r"Python :: (3\.\d+)", "\n".join(PROJECT["classifiers"]))
LOCK = (ROOT / "requirements" / "dev.txt").read_text(encoding="utf-8")
WORKFLOW = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8"))
PAGES = [
    "CONTRIBUTING.md",
    "docs/releasing.md",
    ".pre-commit-config.yaml",
    ".github/workflows/ci.yml",
]


def named(requirement: str) -> str:
    return Requirement(requirement).name.lower().replace("_", "-")


def sessions() -> set[str]:
    """The sessions that noxfile.py declares; one a Python where it says so."""
    tree = ast.parse((ROOT / "noxfile.py").read_text(encoding="utf-8"))
    found = set()
    for function in tree.body:
        if isinstance(function, ast.FunctionDef) and function.decorator_list:
            (decorator,) = function.decorator_list
            many = isinstance(decorator, ast.Call) and any(
                k.arg == "python" for k in decorator.keywords
            )
            found |= {f"{function.name}-{p}" for p in PYTHONS} if many else set()
            found.add(function.name)
    return found


def test_every_session_named_is_one():
    used = {
        w for p in PAGES for w in re.findall(r"nox -s ([\w.-]*\w)", (ROOT / p).read_text("utf-8"))
    }
    assert {"quick", "full", "lock", "tests"} <= used <= sessions()


def test_the_supported_pythons_are_named_once():
    assert len(PYTHONS) >= 5
    assert PROJECT["requires-python"] == f">={PYTHONS[0]}"
    for page in ("noxfile.py", ".github/workflows/ci.yml", "requirements/dev.txt"):
        text = (ROOT / page).read_text(encoding="utf-8")
        assert not re.search(rf"\b{re.escape(PYTHONS[-1])}\b", text), page


def test_the_version_is_said_once():
    assert PROJECT["dynamic"] == ["version"] and "version" not in PROJECT
    source = (ROOT / PYPROJECT["tool"]["hatch"]["version"]["path"]).read_text(encoding="utf-8")
    assert re.search(r'^__version__ = "\d+\.\d+\.\d+"$', source, re.M)


@pytest.mark.skipif(sys.platform == "win32", reason="the step runs on Ubuntu")
def test_the_workflow_takes_its_pythons_from_the_classifiers(tmp_path):
    (step,) = [s for s in WORKFLOW["jobs"]["pythons"]["steps"] if "run" in s]
    output = tmp_path / "output"
    subprocess.run(
        ["/bin/sh", "-ec", step["run"].replace("python3", sys.executable)],
        env={"GITHUB_OUTPUT": str(output)}, cwd=ROOT, check=True, timeout=60,
    )  # fmt: skip
    name, _, value = output.read_text(encoding="utf-8").strip().partition("=")
    assert name == "all" and json.loads(value) == PYTHONS


def test_the_lock_holds_what_is_asked_for_with_hashes_and_names_no_index():
    groups: dict[str, list[Any]] = PYPROJECT["dependency-groups"]
    assert {g["include-group"] for g in groups["dev"]} == set(groups) - {"dev"}
    wanted = [
        *PROJECT["dependencies"],
        *PROJECT["optional-dependencies"]["dev"],
        *(r for name, lines in groups.items() if name != "dev" for r in lines),
    ]
    pins = dict(re.findall(r"^([\w.-]+)==([^\s;]+)", LOCK, re.M))
    for requirement in map(Requirement, wanted):
        pinned = pins.get(named(str(requirement)))
        assert pinned is not None and requirement.specifier.contains(pinned), requirement
    assert LOCK.count("==") >= len(pins) and "://" not in LOCK and "--index" not in LOCK
    for block in re.split(r"^(?=\S)", LOCK, flags=re.M):
        if "==" in block.split(" ")[0]:
            assert "--hash=sha256:" in block, block


def test_hooks_name_tools_of_the_lock_and_need_no_network():
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert [repo["repo"] for repo in config["repos"]] == ["local"]
    tools = {"grade", "lint-imports", "nox", "python", "ruff"}
    for hook in config["repos"][0]["hooks"]:
        assert hook["language"] == "system" and hook["entry"].split()[0] in tools
