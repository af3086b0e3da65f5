"""What is not sound about an assignment's files, seen without grading anything."""

from __future__ import annotations

import difflib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import dataclass

from grader.audit.steady import unsteady
from grader.course.percent import statements
from grader.language.text import Text
from grader.language.written import latin, named, text_flaws, written_in
from grader.model.assignment import Assignment, Course
from grader.release.outgoing import faults


@dataclass(frozen=True, slots=True)
class CourseFlaw:
    """One thing that is not sound."""

    place: str
    text: str

    def __str__(self) -> str:
        return f"{self.place}: {self.text}"


def source_flaws(course: Course, assignment: Assignment, source: str) -> Iterator[CourseFlaw]:
    """Texts that lack a language, rules that never hold, what must not go out, cases drawn anew.

    Raises:
        CourseError: the checks cannot be collected.
    """
    yield from _texts(course, assignment, source)
    yield from _rules(assignment)
    yield from _outgoing(assignment, source)
    yield from _redrawn(course, assignment)


# --------------------------------------------------------------------------- words and points


def _texts(course: Course, assignment: Assignment, source: str) -> Iterator[CourseFlaw]:
    from math_core import LatexError, LatexToMathML

    mathml = LatexToMathML()
    written = statements(source)
    for where, text in _all_texts(assignment):
        for flaw in text_flaws(text, course.languages):
            yield CourseFlaw(f"{assignment.name}: {where}", flaw)
    for function in assignment.functions:
        statement = written.get(function.name, "")
        paragraphs = statement.split("\n\n")
        for tag in course.languages:
            body = paragraphs[1:] if latin(tag) else paragraphs  # a heading names functions
            if not any(written_in(p, tag) for p in body):
                yield CourseFlaw(
                    f"{assignment.name}.{function.name}", f"no statement in {named(tag)}"
                )
        try:
            mathml.convert_with_local_state(function.formula, displaystyle=True)
        except (LatexError, ValueError) as error:
            yield CourseFlaw(
                f"{assignment.name}.{function.name}", f"the formula is not LaTeX: {error}"
            )
        if not function.formula:
            yield CourseFlaw(f"{assignment.name}.{function.name}", "has no formula")
        if not re.search(rf"^def {function.name}\(", source, re.MULTILINE):
            yield CourseFlaw(
                f"{assignment.name}.{function.name}", "is in the manifest, not the source"
            )


def _all_texts(assignment: Assignment) -> Iterator[tuple[str, Text]]:
    yield "title", assignment.title
    yield "summary", assignment.summary
    for function in assignment.functions:
        yield f"{function.name} title", function.title
        for i, hint in enumerate(function.hints, start=1):
            yield f"{function.name} hint {i}", hint


# --------------------------------------------------------------------------- rules and cases

_SHORT = {"np": "numpy", "sp": "scipy", "pd": "pandas", "plt": "matplotlib.pyplot"}


def _rules(assignment: Assignment) -> Iterator[CourseFlaw]:
    """Names in the policy that nothing bears: such a rule never holds."""
    place = f"{assignment.name}: policy"
    for name in assignment.policy.names if assignment.policy else ():
        module, dot, rest = name.partition(".")
        if not dot:
            yield CourseFlaw(place, f"{name!r} is no dotted name, such as numpy.dot")
        elif module in _SHORT:
            yield CourseFlaw(place, f"{name!r}: write {_SHORT[module]}.{rest}")
        elif meant := _misspelt(name):
            yield CourseFlaw(place, f"there is no {name!r}: is it {meant}?")


def _misspelt(name: str) -> str | None:
    """The name that is meant, where there is one much like it: names of another version of a
    library, or of one that is not installed, are none."""
    module, _, last = name.rpartition(".")
    try:
        known = dir(pkgutil.resolve_name(module))
    except (ImportError, AttributeError, ValueError):
        return None
    near = difflib.get_close_matches(last, known, 1, 0.9) if last not in known else []
    return f"{module}.{near[0]}" if near else None


def _outgoing(assignment: Assignment, source: str) -> Iterator[CourseFlaw]:
    """What students must not get stands in a file that they do get."""
    path = assignment.folder / "checks.py"
    try:
        found = faults(path.read_text(encoding="utf-8"), source) if path.is_file() else []
    except (SyntaxError, UnicodeDecodeError):
        return  # told where the checks are collected
    for fault in found:
        yield CourseFlaw(f"{assignment.name}: checks.py", fault["en"])


def _redrawn(course: Course, assignment: Assignment) -> Iterator[CourseFlaw]:
    for check in unsteady(course, assignment):
        yield CourseFlaw(
            f"{assignment.name}: {check}",
            "its cases differ from one run to the next: take what is random from `draw` or `rng`",
        )
