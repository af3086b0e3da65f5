"""The recorded calls as tests in the form that each other tool takes.

One call is one line, `np.testing.assert_allclose(relu(np.array([-1.0])), np.array([0.0]), …)`:
what an instructor writes today.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from benchmarks.recording import RecordedCall, RecordedCheck


def literal(value: Any) -> str:
    """Source that evaluates to `value`: finite arrays, NumPy scalars, numbers."""
    if isinstance(value, np.ndarray):
        return f"np.array({value.tolist()!r}, dtype='{value.dtype}')"
    if isinstance(value, np.generic):
        return f"np.{value.dtype}({value.item()!r})"
    return repr(value)


def call(function: str, recorded: RecordedCall) -> str:
    args = [literal(a) for a in recorded.args]
    args += [f"{name}={literal(a)}" for name, a in recorded.kwargs.items()]
    return f"{function}({', '.join(args)})"


def lines(check: RecordedCheck, prefix: str = "") -> Iterator[str]:
    """The statements of one check; `prefix` stands before the function's name."""
    function = prefix + check.function
    for recorded in check.calls:
        if check.unchanged:
            given = literal(recorded.args[0])
            rest = [literal(a) for a in recorded.args[1:]]
            rest += [f"{name}={literal(a)}" for name, a in recorded.kwargs.items()]
            yield f"z = {given}"
            yield f"{function}({', '.join(['z', *rest])})"
            yield f"np.testing.assert_array_equal(z, {given})"
        else:
            expected = literal(recorded.expected)
            made = call(function, recorded)
            yield (
                f"np.testing.assert_allclose({made}, {expected}, "
                f"rtol={check.rtol}, atol={check.atol})"
            )


def function_of(check: RecordedCheck, parameters: str = "", prefix: str = "") -> str:
    body = "\n".join(f"    {line}" for line in lines(check, prefix))
    return f"def {check.test_name}({parameters}):\n{body}\n"


def pytest_file(checks: Sequence[RecordedCheck], assignment: str) -> str:
    """Plain pytest: imports the submission by the assignment's name, a test a check."""
    tests = "\n\n".join(function_of(c, prefix=f"{assignment}.") for c in checks)
    return f"import {assignment}\nimport numpy as np\n\n\n{tests}"


def class_pytest_file(checks: Sequence[RecordedCheck]) -> str:
    """One session for a whole class: the fixture `submission`, a module, comes from a conftest."""
    tests = "\n\n".join(function_of(c, "submission", "submission.") for c in checks)
    return f"import numpy as np\n\n\n{tests}"


def otter_file(function: str, checks: Sequence[RecordedCheck]) -> str:
    """An exception-based otter test file: one question a function, a test case a check."""
    cases = [
        f"@test_case(points={c.points:g}, hidden={c.hidden})\n{function_of(c, function)}"
        for c in checks
    ]
    head = "import numpy as np\nfrom otter.test_files import test_case\n\n"
    head += f"OK_FORMAT = False\nname = {function!r}\npoints = None\n\n\n"
    return head + "\n\n".join(cases)


def cell(checks: Sequence[RecordedCheck]) -> str:
    """The text of a notebook's test cell."""
    return "\n".join(line for check in checks for line in lines(check))
