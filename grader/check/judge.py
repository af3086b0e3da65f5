"""What the checks together mean: rules broken, and one bug charged once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from grader.check.context import SubmissionContext
from grader.check.plugin import CheckInfo
from grader.language.text import Text, tr
from grader.model.assignment import Assignment
from grader.model.outcome import FunctionFacts
from grader.model.report import CheckResult, Verdict

FAILING = {
    Verdict.WRONG,
    Verdict.RAISED,
    Verdict.TIMEOUT,
    Verdict.CRASHED,
    Verdict.REFUSED,
}


def settle(
    results: Sequence[CheckResult], context: SubmissionContext, assignment: Assignment
) -> tuple[CheckResult, ...]:
    """Apply the assignment's policy, then turn the failures that only follow from another
    function's failure into 'skipped'."""
    refused = [_refuse(r, context, assignment) for r in results]
    return tuple(_follow(r, refused, context, assignment) for r in refused)


def _refuse(result: CheckResult, context: SubmissionContext, assignment: Assignment) -> CheckResult:
    if assignment.policy is None or not result.passed:
        return result
    facts = context.loaded.functions.get(result.function)
    rules = sorted(context.used.get(result.function, ()))
    line, label = None, None
    if facts is not None and facts.violations:
        rules = sorted({v.rule for v in facts.violations} | set(rules))
        line, label = facts.violations[0].line, facts.violations[0].label
    if not rules:
        return result
    used = ", ".join(f"`{r}`" for r in rules)
    why = assignment.policy.why
    return replace(
        result,
        status=Verdict.REFUSED,
        points=0.0,
        message=tr("Right values, but it uses {used}. {why}", used=used, why=why),
        label=label,
        line=line,
    )


def _follow(
    result: CheckResult,
    results: Sequence[CheckResult],
    context: SubmissionContext,
    assignment: Assignment,
) -> CheckResult:
    """A function that calls another graded one cannot be right while that one is not: say so,
    and leave the mistake to be named where it was made."""
    if result.status not in FAILING and assignment.policy is None:
        return result
    facts = context.loaded.functions.get(result.function)
    if facts is None or result.status in {Verdict.SKIPPED, Verdict.BROKEN}:
        return result
    if result.status is Verdict.REFUSED and facts.violations:
        return result
    order = [f.name for f in assignment.functions]
    reached = _reached(result.function, context.loaded.functions)
    for name in order:
        if name == result.function or name not in reached:
            continue
        if _mutual(name, result.function, context.loaded.functions) and order.index(
            name
        ) > order.index(result.function):
            continue
        if _refused(name, results) or (
            result.status in FAILING and _fails(name, _kind(result), results)
        ):
            return replace(
                result,
                status=Verdict.SKIPPED,
                points=0.0,
                message=tr(
                    "`{function}` calls your `{name}`, which is not right yet. Mend `{name}` "
                    "first, then grade again.",
                    function=result.function,
                    name=name,
                ),
                diagnosis=(),
                shown=None,
                label=None,
                line=None,
            )
    return result


def _kind(result: CheckResult) -> str:
    return result.id.split(".", 1)[1]


def _mutual(a: str, b: str, facts: Mapping[str, FunctionFacts]) -> bool:
    other = facts.get(a)
    return other is not None and b in _reached(a, facts)


def _reached(name: str, facts: Mapping[str, FunctionFacts]) -> set[str]:
    """The graded functions that `name` calls, and those that they call."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        here = facts.get(waiting.pop())
        new = set(here.uses) - found if here is not None else set()
        found |= new
        waiting += new
    return found - {name}


def _refused(name: str, results: Sequence[CheckResult]) -> bool:
    """What is built on something that may not be used is not done by hand either."""
    return any(r.function == name and r.status is Verdict.REFUSED for r in results)


_OWN = {"stable", "unchanged", "errors", "keywords"}


def _fails(name: str, kind: str, results: Sequence[CheckResult]) -> bool:
    """`name` fails in a way that can spoil a `kind` check of its callers."""
    return any(
        r.function == name and r.status in FAILING and (_kind(r) == kind or _kind(r) not in _OWN)
        for r in results
    )


def unmet(info: CheckInfo, results: dict[str, CheckResult], ended: set[str]) -> Text | None:
    """Why this check is not run: what it needs has not passed."""
    if info.function in ended:
        return tr(
            "Make `{function}` finish first; this one waits for that.", function=info.function
        )
    for need in info.needs:
        found = results.get(need)
        if found is not None and not found.passed:
            title = found.title
            if found.function == info.function:
                return tr("Waits for “{title}” to pass.", title=title)
            return tr(
                "Waits for `{function}` to pass “{title}”.", function=found.function, title=title
            )
    return None
