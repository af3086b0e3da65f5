"""A skip that nobody allowed is a failure: for machines that count, as CI's.

There `DLGRADE_MAY_SKIP` holds how the reasons begin that are allowed, one a line; where it is not
set, tests skip freely.
"""

from __future__ import annotations

import os
from collections.abc import Generator
from typing import Any

import pytest

VARIABLE = "DLGRADE_MAY_SKIP"


def _judge(report: pytest.TestReport | pytest.CollectReport) -> None:
    allowed = os.environ.get(VARIABLE)
    if allowed is None or not report.skipped or hasattr(report, "wasxfail"):
        return
    why = report.longrepr[-1] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    reason = why.removeprefix("Skipped: ")
    if not reason.startswith(tuple(filter(None, allowed.splitlines()))):
        report.outcome = "failed"
        report.longrepr = f"skipped, and {VARIABLE} does not allow it: {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, Any, Any]:
    report = yield
    _judge(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, Any, Any]:
    report = yield
    _judge(report)
    return report
