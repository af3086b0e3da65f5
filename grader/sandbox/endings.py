"""Why a worker ended, in words a student can use."""

from __future__ import annotations

import signal

from grader.language.text import Text, tr, tr_in
from grader.model.errors import SubmissionError
from grader.sandbox.cage import Reason

_SIGNALS = {
    "SIGSEGV": tr("a segmentation fault (SIGSEGV)"),
    "SIGABRT": tr("an abort (SIGABRT)"),
    "SIGKILL": tr("a kill (SIGKILL: out of memory?)"),
    "SIGXCPU": tr("its processor time used up (SIGXCPU)"),
    "SIGBUS": tr("a bus error (SIGBUS)"),
    "SIGFPE": tr("an arithmetic fault (SIGFPE)"),
}
WIRE_CODES = (113, 114)  # how a worker ends that cannot use its wire any more
_NT_FAULTS = {0xC0000005: "SIGSEGV", 0xC00000FD: "SIGSEGV", 0xC0000017: "SIGKILL"}


def text(reason: Reason) -> Text:
    """One sentence: what ended the process that ran the student's code."""
    if reason.kind == "signal" or (reason.kind == "exit" and reason.code in _NT_FAULTS):
        return tr("The whole process was ended by {how}.").format(how=_signal_text(reason))
    if reason.kind == "exit" and reason.code not in WIRE_CODES:
        return tr(
            "The code ended the whole process (exit code {code}), as os._exit does.",
            code=reason.code,
        )
    if reason.kind == "memory":
        return tr("The code used too much memory.")
    if reason.kind == "lost":
        return tr("The grader's own sandbox was lost.")
    return tr("The code broke the grader's channel: no valid answer came back.")


def _signal_text(reason: Reason) -> Text:
    if reason.kind == "exit":
        return _SIGNALS[_NT_FAULTS[reason.code]]
    try:
        name = signal.Signals(reason.code).name
    except ValueError:
        name = f"signal {reason.code}"
    return _SIGNALS.get(name, tr_in("how a process ended", "{signal}", signal=name))


def problem(reason: Reason) -> tuple[str, str]:
    """Type and message of the problem that a top-level statement caused."""
    if reason.detail == "late":
        return "TimedOut", "this line took too long when the file was loaded"
    return "Crashed", text(reason)["en"]


def too_large(limit: int) -> SubmissionError:
    """The file is longer than anybody writes."""
    return SubmissionError(
        tr("The file is too large to be graded (the limit is {limit} MB).", limit=limit >> 20)
    )


def not_loaded(reason: Reason) -> SubmissionError:
    """Nothing of the file could be loaded."""
    if reason.detail == "late":
        return SubmissionError(
            tr(
                "The file could not be loaded: running it took too long. Remove endless loops from "
                "the code outside the functions."
            )
        )
    why = text(reason)
    return SubmissionError(
        tr(
            "The file could not be loaded. {why} Look at the code outside the functions, and for "
            "extremely deep nesting.",
            why=why,
        )
    )


def again(error: SubmissionError) -> Text:
    """The file loaded once but not again."""
    return error.text
