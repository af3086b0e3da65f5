"""The contributor's loop: `nox -s quick` before a commit, `nox -s full` before a pull request."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import nox

PROJECT = nox.project.load_toml("pyproject.toml")
PYTHONS = nox.project.python_versions(PROJECT)
"""The supported ones: the classifiers of pyproject.toml, and no other list."""

COURSES = ["examples/courses/statistics-basics"]
CODE = [
    ".ci",
    "grader",
    "tests",
    "benchmarks",
    "tools",
    "solutions",
    "examples/courses",
    "noxfile.py",
]
LOCK = "requirements/dev.txt"
SCRIPTS = str(Path(sys.executable).parent)

nox.needs_version = ">=2026.2.9"
nox.options.sessions = ["quick"]
nox.options.default_venv_backend = "venv"


def here(session: nox.Session, *words: str) -> None:
    """Runs a module of the environment that nox itself is installed in: nothing to make first."""
    session.run(sys.executable, "-m", *words, external=True)


def lint(session: nox.Session) -> None:
    here(session, "ruff", "check", *CODE)
    here(session, "ruff", "format", "--check", *CODE)
    here(session, "tools.catalogues", "--check")
    session.run(shutil.which("lint-imports", path=SCRIPTS) or "lint-imports", external=True)


@nox.session(venv_backend="none")
def quick(session: nox.Session) -> None:
    """Lint, types, and the tests that are not slow: under a minute on two cores."""
    lint(session)
    here(session, "mypy")
    here(session, "pytest", "-n", "auto", "-q", "-m", "not slow", *session.posargs)


@nox.session(venv_backend="none")
def full(session: nox.Session) -> None:
    """Lint, types, every test with coverage, and the courses built and verified."""
    lint(session)
    here(session, "mypy")
    here(session, "pytest", "-n", "auto", "--cov", "--cov-report=term", *session.posargs)
    for course in [".", *COURSES]:
        here(session, "grader", "build", "--check", "--course", course, "--lang", "en")
        here(session, "grader", "verify", "--mutants", "--course", course, "--lang", "en")


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Every test, in an environment of its own for each supported Python that is installed."""
    session.install(".[dev]")
    session.run("python", "-m", "pytest", "-n", "auto", *session.posargs)


@nox.session(venv_backend="none")
def lock(session: nox.Session) -> None:
    """Writes requirements/dev.txt anew: what the extra and the group `dev` name, with hashes."""
    here(
        session, "uv", "pip", "compile", "pyproject.toml", "--upgrade", "--extra", "dev",
        *("--group", "pyproject.toml:dev", "--universal", "--python-version", PYTHONS[0]),
        *("--generate-hashes", "--no-emit-index-url", "--no-emit-find-links", "--quiet"),
        *("--custom-compile-command", "nox -s lock", "--output-file", LOCK),
    )  # fmt: skip
