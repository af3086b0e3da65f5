"""Which names an assignment, a function, a course may bear, and why not the others."""

from __future__ import annotations

import builtins
import keyword
import re
import sys
from collections.abc import Sequence

from grader.language.text import Text
from grader.model.errors import UsageError

MOST_FUNCTIONS = 12  # so that every check of each is worth a whole point of 100

COMMANDS = frozenset(
    {"batch", "build", "demo", "doctor", "export", "gradebook", "hint", "nbgrader", "quiz"}
    | {"release", "verify"}
)
PACKAGES = frozenset(
    {"grader", "solutions", "assignments", "quizzes", "numpy", "np", "pytest", "jinja2", "psutil"}
)
# `graded` takes a function's points by its name, beside these of its own.
TAKEN = frozenset({"kind", "zh", "en", "hidden", "needs", "limit", "np", "misconception"})

_ASSIGNMENT = re.compile(r"[a-z][a-z0-9_]*")
_FUNCTION = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_COURSE = re.compile(r"[a-z0-9][a-z0-9-]*")
_CJK = re.compile(r"[\u4e00-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]{2}")


def check_assignment(name: str, taken: Sequence[str] = ()) -> None:
    """`name` can be a folder, a module and a student's file, and means nothing else.

    Raises:
        UsageError: it cannot.
    """
    if not _ASSIGNMENT.fullmatch(name):
        raise UsageError(
            zh=f"作業名稱 {name!r} 不行：只能用小寫英文字母、數字和底線，以字母開頭。",
            en=f"An assignment cannot be called {name!r}: use lower-case letters, digits and "
            "underscores, beginning with a letter.",
        )
    if keyword.iskeyword(name) or name in sys.stdlib_module_names or name in PACKAGES:
        raise UsageError(
            zh=f"作業不能叫 {name}：學生的檔案會蓋住 Python 同名的模組或關鍵字。請換一個名稱。",
            en=f"An assignment cannot be called {name}: Python or one of its libraries has that "
            "name already. Take another one.",
        )
    if name in COMMANDS:
        raise UsageError(
            zh=f"作業不能叫 {name}：`grade {name}` 是一個指令。請換一個名稱。",
            en=f"An assignment cannot be called {name}: `grade {name}` is a command. "
            "Take another name.",
        )
    if name in taken:
        raise UsageError(
            zh=f"課程裡已經有叫 {name} 的作業或測驗。",
            en=f"The course has an assignment or quiz called {name} already.",
        )


def check_functions(names: Sequence[str]) -> None:
    """Each of `names` can be a function that students write.

    Raises:
        UsageError: one cannot, is there twice, or there are too many.
    """
    for name in names:
        if not _FUNCTION.fullmatch(name) or keyword.iskeyword(name):
            raise UsageError(
                zh=f"函式名稱 {name!r} 不行：只能用英文字母、數字和底線，以字母開頭，"
                "也不能是關鍵字。",
                en=f"A function cannot be called {name!r}: give a Python name of letters, digits "
                "and underscores that begins with a letter and is no keyword.",
            )
        if name in TAKEN or hasattr(builtins, name):
            raise UsageError(
                zh=f"函式不能叫 {name}：Python 或檢查已經用了這個名稱。請換一個名稱。",
                en=f"A function cannot be called {name}: Python or the checks use that name "
                "already. Take another one.",
            )
        if names.count(name) > 1:
            raise UsageError(
                zh=f"函式 {name} 寫了兩次。", en=f"The function {name} is there twice."
            )
    if len(names) > MOST_FUNCTIONS:
        raise UsageError(
            zh=f"一份作業最多 {MOST_FUNCTIONS} 個函式，這裡有 {len(names)} 個。請分成幾份。",
            en=f"An assignment takes at most {MOST_FUNCTIONS} functions; {len(names)} are named. "
            "Make several assignments of them.",
        )


def course_id(named: str | None, folder: str) -> str:
    """The id asked for, or one made of the folder's name.

    Raises:
        UsageError: it is not of lower-case letters, digits and hyphens, or none can be made.
    """
    if named is None:
        made = re.sub(r"[^a-z0-9]+", "-", folder.lower()).strip("-")
        if not made:
            raise UsageError(
                zh=f"從資料夾名稱 {folder} 取不出課程代號，請用 --id 指定，例如 --id my-course。",
                en=f"The folder's name {folder} gives no id for the course: name one, such as "
                "--id my-course.",
            )
        return made
    if not _COURSE.fullmatch(named):
        raise UsageError(
            zh=f"課程代號 {named!r} 不行：只能用小寫英文字母、數字和連字號。",
            en=f"A course's id cannot be {named!r}: use lower-case letters, digits and hyphens.",
        )
    return named


def title(zh: str | None, en: str | None, otherwise: Text) -> Text:
    """The titles given, each in its language; `otherwise` for what was not given.

    Raises:
        UsageError: one is empty, holds control characters, or is not in its language.
    """
    for option, text, wanted in (("--title-zh", zh, _CJK), ("--title-en", en, _LATIN)):
        if text is None:
            continue
        if not text.strip() or not text.isprintable():
            raise UsageError(
                zh=f"{option} 是空的，或含有控制字元：請寫成一行。",
                en=f"{option} is empty or holds control characters: write one line.",
            )
        if not wanted.search(text) or (option == "--title-en" and _CJK.search(text)):
            raise UsageError(
                zh=f"{option} 的語言不對：--title-zh 用中文，--title-en 用英文。",
                en=f"{option} is in the wrong language: --title-zh is Chinese, --title-en English.",
            )
    return Text((zh or otherwise.zh).strip(), (en or otherwise.en).strip())
