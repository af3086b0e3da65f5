"""What a student is told when their code did not return: one clear sentence each."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

from grader.language.text import Text
from grader.model.outcome import Loaded, Problem, Raised, TimedOut
from grader.model.submission import Cell

_ARITY = re.compile(r"(positional argument|required positional|unexpected keyword)")
UNWRITTEN = "NotImplementedError"


def raised(
    outcome: Raised,
    function: str,
    signature: str,
    loaded: Loaded,
    cells: Sequence[Cell] = (),
    graded: Sequence[str] = (),
) -> Text:
    """The sentence for an exception that left the student's function."""
    name, message = outcome.type_name, outcome.message
    if name == "MissingFunction":
        return missing(function, loaded, cells, graded)
    if name == "NotCallable":
        return Text(
            f"`{function}` 不是函式：後面有沒有另外把這個名字設成別的值？",
            f"`{function}` is not a function: is the name given another value further down?",
        )
    if name == UNWRITTEN:
        return Text(
            f"`{function}` 還沒寫（NotImplementedError）。",
            f"`{function}` is not written yet (NotImplementedError).",
        )
    if name == "TypeError" and outcome.line is None and _ARITY.search(message):
        return Text(
            f"`{function}` 的參數和題目不同，應該是 `{signature}`。Python 說：{message}",
            f"`{function}` does not take the arguments it should: `{signature}`. "
            f"Python says: {message}",
        )
    special = _SPECIAL.get(name)
    if special is not None:
        return special
    if name == "NameError" and "'np'" in message:
        return Text(
            "找不到 `np`：檔案開頭少了 `import numpy as np`。",
            "`np` is not defined: `import numpy as np` is missing at the top of the file.",
        )
    said = f"{name}: {message}" if message else name
    return Text(f"你的程式在這裡出錯：{said}", f"Your code raised {said}")


_SPECIAL = {
    "SystemExit": Text(
        "你的函式呼叫了 exit() 或 sys.exit()，程式因此結束；請用 return 把值交回來。",
        "Your function calls exit() or sys.exit(), which ends the program; return the value "
        "instead.",
    ),
    "KeyboardInterrupt": Text(
        "你的函式丟出了 KeyboardInterrupt。", "Your function raised KeyboardInterrupt."
    ),
    "EOFError": Text(
        "你的函式用 input() 等人輸入，但評分時沒有鍵盤；值要從參數來。",
        "Your function waits for input(), and there is no keyboard while grading; its values come "
        "in as arguments.",
    ),
    "RecursionError": Text(
        "函式不停地呼叫自己（RecursionError）：缺少停止的條件？",
        "The function calls itself without end (RecursionError): is the stopping case missing?",
    ),
    "MemoryError": Text(
        "函式要的記憶體超過上限（MemoryError）：是不是建了太大的陣列？",
        "The function asked for more memory than it may use (MemoryError): is an array far too "
        "large?",
    ),
    "TooManyCallbacks": Text(
        "你的函式呼叫傳進來的函式太多次了：迴圈會停嗎？",
        "Your function calls the function it was given far too often: does its loop end?",
    ),
}


def missing(
    function: str, loaded: Loaded, cells: Sequence[Cell] = (), graded: Sequence[str] = ()
) -> Text:
    """Why the file has no such function: it did not load, it was renamed, or it is not there."""
    for problem in loaded.problems:
        if _covers(problem, function, cells):
            said = f"{problem.type_name}: {problem.message}"
            line = problem.line or 0
            return Text(
                f"`{function}` 沒能載入，因為第 {line} 行有錯：{said}",
                f"`{function}` could not be loaded because of line {line}: {said}",
            )
    others = [n for n in loaded.names if n not in graded]
    near = difflib.get_close_matches(function, others, n=1, cutoff=0.7)
    if near:
        return Text(
            f"檔案裡沒有 `{function}`，但有 `{near[0]}`：是不是改了名字？",
            f"There is no `{function}` in the file, but there is `{near[0]}`: was it renamed?",
        )
    return Text(
        f"檔案裡沒有 `{function}` 這個函式。", f"There is no function `{function}` in the file."
    )


def _covers(problem: Problem, function: str, cells: Sequence[Cell]) -> bool:
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
    return Text(
        f"`{function}` 跑了超過 {seconds} 秒還沒結束，已經停掉：迴圈會停嗎？",
        f"`{function}` did not finish within {seconds} seconds and was stopped: does its loop end?",
    )


def problem(found: Problem) -> Text:
    """The note for something that failed while the file was loaded."""
    said = f"{found.type_name}: {found.message}" if found.message else found.type_name
    place = f"{found.label}:{found.line}" if found.line else found.label
    if found.type_name in {"SyntaxError", "IndentationError", "TabError"}:
        return Text(
            f"{place} 語法錯誤，這一段已略過，其餘照常評分。{said}",
            f"{place}: a syntax error; this part was left out and the rest graded. {said}",
        )
    if found.type_name in {"ModuleNotFoundError", "ImportError"}:
        return Text(
            f"{place} 的 import 失敗（{said}）；只能用 NumPy 和標準函式庫。",
            f"{place}: an import failed ({said}); only NumPy and the standard library are there.",
        )
    if found.type_name == "TimedOut":
        return Text(
            f"{place} 在載入時一直跑不完，已略過：不要在函式外面放很久的迴圈或等待。",
            f"{place} did not finish while the file loads and was skipped: keep long loops and "
            "waits out of the top level.",
        )
    if found.type_name == "Crashed":
        return Text(
            f"{place} 在載入時讓整個程式結束（例如 os._exit 或記憶體用盡），已略過。",
            f"{place} ended the whole process while the file loads (os._exit, or out of memory, "
            "say) and was skipped.",
        )
    if found.type_name == "SystemExit":
        return Text(
            f"{place} 在載入時呼叫了 exit()；已略過。",
            f"{place} calls exit() while the file loads; it was skipped.",
        )
    if found.type_name == "EOFError":
        return Text(
            f"{place} 在載入時用 input() 等人輸入；已略過。",
            f"{place} waits for input() while the file loads; it was skipped.",
        )
    if found.type_name == UNWRITTEN:
        return Text(
            f"{place} 呼叫了還沒寫的函式；這一行已略過。",
            f"{place} calls a function that is not written yet; the line was skipped.",
        )
    return Text(
        f"{place} 在載入時出錯，已略過，其餘照常評分。{said}",
        f"{place} failed while the file was loaded; it was skipped and the rest graded. {said}",
    )


MANY = 5


def problems(found: Sequence[Problem]) -> list[Text]:
    """The notes for all that failed while loading: the same complaint once, and not too many."""
    distinct = {(p.type_name, p.message): p for p in reversed(found)}
    kept = [p for p in found if distinct[p.type_name, p.message] is p]
    said = [problem(p) for p in kept[:MANY]]
    if len(kept) > MANY:
        more = len(kept) - MANY
        said.append(Text(f"載入時還有 {more} 個錯誤。", f"{more} more errors while loading."))
    return said
