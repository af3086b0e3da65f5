"""What a student is told when their code did not return: one clear sentence each."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

from grader.language.text import Text, tr
from grader.model.outcome import Loaded, Problem, Raised, TimedOut
from grader.model.submission import CodeCell

_ARITY = re.compile(r"(positional argument|required positional|unexpected keyword)")
UNWRITTEN = "NotImplementedError"


def raised(
    outcome: Raised,
    function: str,
    signature: str,
    loaded: Loaded,
    cells: Sequence[CodeCell] = (),
    graded: Sequence[str] = (),
) -> Text:
    """The sentence for an exception that left the student's function."""
    name, message = outcome.type_name, outcome.message
    if name == "MissingFunction":
        return missing(function, loaded, cells, graded)
    if name == "NotCallable":
        return tr(
            "`{function}` is not a function: is the name given another value further down?",
            function=function,
        )
    if name == UNWRITTEN:
        return tr("`{function}` is not written yet (NotImplementedError).", function=function)
    if name == "TypeError" and outcome.line is None and _ARITY.search(message):
        return tr(
            "`{function}` does not take the arguments it should: `{signature}`. Python says: "
            "{message}",
            function=function,
            signature=signature,
            message=message,
        )
    special = _SPECIAL.get(name)
    if special is not None:
        return special
    if name == "NameError" and "'np'" in message:
        return tr("`np` is not defined: `import numpy as np` is missing at the top of the file.")
    said = f"{name}: {message}" if message else name
    return tr("Your code raised {said}", said=said)


_SPECIAL = {
    "SystemExit": tr(
        "Your function calls exit() or sys.exit(), which ends the program; return the value "
        "instead."
    ),
    "KeyboardInterrupt": tr("Your function raised KeyboardInterrupt."),
    "EOFError": tr(
        "Your function waits for input(), and there is no keyboard while grading; its values come "
        "in as arguments."
    ),
    "RecursionError": tr(
        "The function calls itself without end (RecursionError): is the stopping case missing?"
    ),
    "MemoryError": tr(
        "The function asked for more memory than it may use (MemoryError): is an array far too "
        "large?"
    ),
    "TooManyCallbacks": tr(
        "Your function calls the function it was given far too often: does its loop end?"
    ),
}


def missing(
    function: str, loaded: Loaded, cells: Sequence[CodeCell] = (), graded: Sequence[str] = ()
) -> Text:
    """Why the file has no such function: it did not load, it was renamed, or it is not there."""
    for problem in loaded.problems:
        if _covers(problem, function, cells):
            said = f"{problem.type_name}: {problem.message}"
            line = problem.line or 0
            return tr(
                "`{function}` could not be loaded because of line {line}: {said}",
                function=function,
                line=line,
                said=said,
            )
    others = [n for n in loaded.names if n not in graded]
    near = difflib.get_close_matches(function, others, n=1, cutoff=0.7)
    if near:
        return tr(
            "There is no `{function}` in the file, but there is `{near}`: was it renamed?",
            function=function,
            near=near[0],
        )
    return tr("There is no function `{function}` in the file.", function=function)


def _covers(problem: Problem, function: str, cells: Sequence[CodeCell]) -> bool:
    """The part of the file that did not load is where `function` is written."""
    cell = next((c for c in cells if c.label == problem.label), None)
    if cell is None or problem.line is None:
        return False
    lines = cell.source.split("\n")
    wanted = re.compile(
        rf"(async\s+)?(def|class)\s+{re.escape(function)}\b|{re.escape(function)}\s*="
    )
    start = min(problem.line, len(lines)) - 1
    while start > 0 and not re.match(r"[^\s#)\]}]", lines[start]):
        start -= 1
    end = max(problem.end_line or problem.line, problem.line)
    return any(wanted.match(line) for line in lines[start:end])


def timed_out(outcome: TimedOut, function: str) -> Text:
    seconds = f"{outcome.seconds:g}"
    return tr(
        "`{function}` did not finish within {seconds} seconds and was stopped: does its loop end?",
        function=function,
        seconds=seconds,
    )


def problem(found: Problem) -> Text:
    """The note for something that failed while the file was loaded."""
    said = f"{found.type_name}: {found.message}" if found.message else found.type_name
    place = f"{found.label}:{found.line}" if found.line else found.label
    if found.type_name in {"SyntaxError", "IndentationError", "TabError"}:
        return tr(
            "{place}: a syntax error; this part was left out and the rest graded. {said}",
            place=place,
            said=said,
        )
    if found.type_name in {"ModuleNotFoundError", "ImportError"}:
        return tr(
            "{place}: an import failed ({said}); only NumPy and the standard library are there.",
            place=place,
            said=said,
        )
    if found.type_name == "TimedOut":
        return tr(
            "{place} did not finish while the file loads and was skipped: keep long loops and "
            "waits out of the top level.",
            place=place,
        )
    if found.type_name == "Crashed":
        return tr(
            "{place} ended the whole process while the file loads (os._exit, or out of "
            "memory, say) and was skipped.",
            place=place,
        )
    if found.type_name == "SystemExit":
        return tr("{place} calls exit() while the file loads; it was skipped.", place=place)
    if found.type_name == "EOFError":
        return tr("{place} waits for input() while the file loads; it was skipped.", place=place)
    if found.type_name == UNWRITTEN:
        return tr(
            "{place} calls a function that is not written yet; the line was skipped.", place=place
        )
    return tr(
        "{place} failed while the file was loaded; it was skipped and the rest graded. {said}",
        place=place,
        said=said,
    )


MANY = 5


def problems(found: Sequence[Problem]) -> list[Text]:
    """The notes for all that failed while loading: the same complaint once, and not too many."""
    distinct = {(p.type_name, p.message): p for p in reversed(found)}
    kept = [p for p in found if distinct[p.type_name, p.message] is p]
    said = [problem(p) for p in kept[:MANY]]
    if len(kept) > MANY:
        more = len(kept) - MANY
        said.append(tr("{more} more errors while loading.", more=more))
    return said
