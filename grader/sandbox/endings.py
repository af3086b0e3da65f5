"""Why a worker ended, in words a student can use."""

from __future__ import annotations

import signal

from grader.language.text import Text
from grader.model.errors import SubmissionError
from grader.sandbox.cage import Reason

_SIGNALS = {
    "SIGSEGV": Text("記憶體區段錯誤 (SIGSEGV)", "a segmentation fault (SIGSEGV)"),
    "SIGABRT": Text("程式中止 (SIGABRT)", "an abort (SIGABRT)"),
    "SIGKILL": Text("被強制結束 (SIGKILL，可能是記憶體不足)", "a kill (SIGKILL: out of memory?)"),
    "SIGXCPU": Text("用完了計算時間 (SIGXCPU)", "its processor time used up (SIGXCPU)"),
    "SIGBUS": Text("記憶體存取錯誤 (SIGBUS)", "a bus error (SIGBUS)"),
    "SIGFPE": Text("算術錯誤 (SIGFPE)", "an arithmetic fault (SIGFPE)"),
}
WIRE_CODES = (113, 114)  # how a worker ends that cannot use its wire any more
_NT_FAULTS = {0xC0000005: "SIGSEGV", 0xC00000FD: "SIGSEGV", 0xC0000017: "SIGKILL"}


def text(reason: Reason) -> Text:
    """One sentence: what ended the process that ran the student's code."""
    if reason.kind == "signal" or (reason.kind == "exit" and reason.code in _NT_FAULTS):
        return Text(
            "程式執行時整個行程被結束：{how}。", "The whole process was ended by {how}."
        ).format(how=_signal_text(reason))
    if reason.kind == "exit" and reason.code not in WIRE_CODES:
        return Text(
            f"程式直接結束了整個行程 (結束碼 {reason.code})，例如呼叫了 os._exit。",
            f"The code ended the whole process (exit code {reason.code}), as os._exit does.",
        )
    if reason.kind == "memory":
        return Text("程式用了太多記憶體，被停止了。", "The code used too much memory.")
    if reason.kind == "lost":
        return Text("評分環境本身中斷了。", "The grader's own sandbox was lost.")
    return Text(
        "程式弄壞了與評分程式之間的通道，沒有傳回有效的答案。",
        "The code broke the grader's channel: no valid answer came back.",
    )


def _signal_text(reason: Reason) -> Text:
    if reason.kind == "exit":
        return _SIGNALS[_NT_FAULTS[reason.code]]
    try:
        name = signal.Signals(reason.code).name
    except ValueError:
        name = f"signal {reason.code}"
    return _SIGNALS.get(name, Text(f"信號 {name}", name))


def problem(reason: Reason) -> tuple[str, str]:
    """Type and message of the problem that a top-level statement caused."""
    if reason.detail == "late":
        return "TimedOut", "this line took too long when the file was loaded"
    return "Crashed", text(reason).en


def too_large(limit: int) -> SubmissionError:
    """The file is longer than anybody writes."""
    return SubmissionError(
        zh=f"檔案太大，無法評分 (上限 {limit >> 20} MB)。",
        en=f"The file is too large to be graded (the limit is {limit >> 20} MB).",
    )


def not_loaded(reason: Reason) -> SubmissionError:
    """Nothing of the file could be loaded."""
    if reason.detail == "late":
        return SubmissionError(
            zh="檔案無法載入：執行檔案本身就超過了時間限制。請把測試用的程式碼移到函式之外並刪除無窮迴圈。",
            en="The file could not be loaded: running it took too long. Remove endless loops from "
            "the code outside the functions.",
        )
    why = text(reason)
    return SubmissionError(
        zh=f"檔案無法載入：{why.zh}請檢查函式以外的程式碼，以及是否有極深的巢狀括號。",
        en=f"The file could not be loaded. {why.en} Look at the code outside the functions, and "
        "for extremely deep nesting.",
    )


def again(error: SubmissionError) -> Text:
    """The file loaded once but not again."""
    return Text(error.zh, error.en)
