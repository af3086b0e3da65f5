"""What every renderer needs to know of a report and no record says outright."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import PurePath

from grader.language.text import Text
from grader.model.assignment import Function
from grader.model.outcome import FunctionFacts
from grader.model.report import CheckResult, Report, Status, Verdict
from grader.render import report_words

_SENTENCE = re.compile(
    r"(?s)\A\s*(.+?(?:[。！？][」』）”]*|(?<!e\.g)(?<!i\.e)(?<!cf)[.!?][)”\"']*(?=\s)))(?=.)"
)


@dataclass(frozen=True, slots=True)
class FunctionView:
    """One function of a report with its checks."""

    name: str
    function: Function | None
    facts: FunctionFacts | None
    checks: tuple[CheckResult, ...]

    @property
    def points(self) -> float:
        return sum(c.points for c in self.checks)

    @property
    def max_points(self) -> float:
        return sum(c.max_points for c in self.checks)

    @property
    def title(self) -> Text:
        return self.function.title if self.function else Text("")

    @property
    def failing(self) -> tuple[CheckResult, ...]:
        """The checks that did not pass, those that ran first."""
        missed = [c for c in self.checks if not c.passed]
        if not missed:
            return ()
        return tuple(sorted(missed, key=lambda c: URGENCY[c.status]))

    @property
    def first(self) -> CheckResult | None:
        """The check to look at first: one that the student can do something about."""
        return next(iter(self.failing), None)

    @property
    def status(self) -> Verdict:
        """That of the check to look at first. Of a function that nothing was checked of, nothing
        can be said: that is the grader's fault."""
        if not self.checks:
            return Verdict.BROKEN
        return self.first.status if self.first else Verdict.PASS

    @property
    def sign(self) -> Verdict:
        """The status whose sign stands before the function: what is not written is not wrong."""
        return Verdict.SKIPPED if self.first and self.first.unwritten else self.status


URGENCY = dict.fromkeys(Verdict, 0) | {Verdict.BROKEN: 1, Verdict.SKIPPED: 2}


def function_views(report: Report) -> tuple[FunctionView, ...]:
    """The functions in teaching order, each with its checks in the order they came."""
    known = {f.name: f for f in report.functions}
    checks: dict[str, list[CheckResult]] = {name: [] for name in known}
    for check in report.checks:
        checks.setdefault(check.function, []).append(check)
    return tuple(
        FunctionView(name, known.get(name), report.facts.get(name), tuple(group))
        for name, group in checks.items()
        if group
    )


def check_key(check: CheckResult) -> tuple[object, ...]:
    """What a check says, as a key: all but how long it took and where it failed."""
    return (
        check.id, check.function, check.title, check.status, check.points, check.max_points,
        check.hidden, check.message, check.diagnosis, check.shown, check.notes, check.unwritten,
    )  # fmt: skip


def first_failing(views: Iterable[FunctionView]) -> FunctionView | None:
    """The function to mend first: the earliest that fails by itself, else the earliest."""
    missed = [v for v in views if v.first]
    return min(missed, key=lambda v: (URGENCY[v.status], v.sign != v.status), default=None)


def public(report: Report) -> Report:
    """The report with nothing in it of what a hidden check was called with.

    The engine blanks this too; a renderer does not rely on it. A message may quote a value,
    an exception text may quote the arguments, a note either.
    """
    if not any(c.hidden for c in report.checks):
        return report
    return replace(report, checks=tuple(_redacted(c) if c.hidden else c for c in report.checks))


def _redacted(check: CheckResult) -> CheckResult:
    message = report_words.HIDDEN.get(check.status, check.message)
    said = check.shown, check.notes, check.message, check.label, check.line
    if said == (None, (), message, None, None):
        return check
    return replace(check, shown=None, notes=(), message=message, label=None, line=None)


def number(value: float) -> int | float:
    """Points: whole where they are whole."""
    value = round(value, 4)
    return int(value) if value == int(value) else value


def first_sentence(text: str) -> str:
    """The first sentence of an explanation, for where there is one line."""
    text = text.strip()
    first = _SENTENCE.match(text)
    return (first[1] if first else text.split("\n", 1)[0]).strip()


def reason(check: CheckResult) -> Text:
    """Why a check did not pass, in one sentence: the named mistake, else the message."""
    text = check.diagnosis[0].text if check.diagnosis else check.message
    if not text:
        text = report_words.verdict(check)
    return text.each(first_sentence)


def place(report: Report, check: CheckResult, facts: FunctionFacts | None = None) -> str:
    """`file:line` of a failure, else of the function's own definition; empty when unknown."""
    label, line = check.label, check.line
    if line is None and facts is not None and check.status is not Verdict.SKIPPED:
        label, line = facts.label, facts.line
    if label is None and len(report.cells) == 1:
        label = report.cells[0].label
    if line is None or label is None:
        return ""
    name = PurePath(report.path.replace("\\", "/")).name
    return f"{report.path if label == name else label}:{line}"


def is_quiz(report: Report) -> bool:
    """Were answers marked, and no code run?"""
    return report.isolation == "none"


def next_step(view: FunctionView, quiz: str = "") -> Text:
    """What to do now about a function that fails, or about a question of `quiz`."""
    check = view.first
    if check is None:
        return Text("")
    if check.status is Verdict.BROKEN:
        return report_words.SAID["broken_next"]
    if check.status is Verdict.SKIPPED and check.message:
        return check.message
    if quiz:
        command = f"grade quiz {quiz}.{view.name}"
        return report_words.SAID["quiz_next"].format(command=" ".join(command.split()))
    key = "hidden_next" if check.hidden else "hint"
    return report_words.SAID[key].format(command=f"grade hint {' '.join(view.name.split())}")


def notices(report: Report) -> tuple[Text, ...]:
    """What is to be said of the whole file: the report's notes, and what its status means."""
    extra: tuple[Text, ...] = ()
    if report.status is Status.REJECTED:
        extra = (report_words.SAID["rejected"],)
    elif report.status is Status.NEEDS_REVIEW:
        extra = (report_words.SAID["needs_review"],)
    return extra + report.notes
