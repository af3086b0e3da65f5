"""What the command line itself says, in both languages."""

from __future__ import annotations

import locale
import os
from collections.abc import Sequence

from grader.language.text import Text


def language_of(words: Sequence[str]) -> str:
    """The language for help and errors: `--lang`, else `$DLGRADE_LANG`, else the locale."""
    for i, word in enumerate(words):
        if word == "--lang" and i + 1 < len(words):
            return "en" if words[i + 1] == "en" else "zh-TW"
        if word.startswith("--lang="):
            return "en" if word.endswith("=en") else "zh-TW"
    return locale_language()


def locale_language() -> str:
    """zh-TW for a Chinese locale, else English. `$DLGRADE_LANG` overrides."""
    named = os.environ.get("DLGRADE_LANG")
    if not named:
        for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
            named = os.environ.get(variable)
            if named:
                break
        else:
            named = locale.getlocale()[0] or ""
    return "zh-TW" if named.lower().startswith(("zh", "chinese")) else "en"


HELP: dict[str, Text] = {
    "grade": Text(
        "評分：告訴你哪裡不對、是哪一種錯，並用最小的例子說明。",
        "Grade your work: what is wrong, which mistake it is, on the smallest case that shows it.",
    ),
    "grade batch": Text(
        "一次評一整班：每份作業一份報告，加上成績表與總覽頁。",
        "Grade a whole class: a report for each submission, tables of grades, a summary page.",
    ),
    "grade release": Text(
        "把要給學生的東西打包：作業、練習測驗、公開檢查的答案紀錄，不含任何解答。",
        "Pack what students get: exercises, practice quizzes, recorded answers, no solution.",
    ),
    "grade nbgrader": Text(
        "和 nbgrader 一起發下、收回、評分、發還。",
        "Release, collect, grade and give back with nbgrader.",
    ),
    "grade gradebook": Text(
        "把成績填進從 Canvas 或 Moodle 下載的成績表。",
        "Fill grades into the sheet downloaded from Canvas or Moodle.",
    ),
    "grade new-course": Text("建立一門新課程的骨架。", "Make the skeleton of a new course."),
    "grade new-exercise": Text(
        "在課程裡加一份新作業的骨架。", "Add the skeleton of a new assignment to a course."
    ),
    "grade doctor": Text(
        "實際執行一組攻擊，看這台電腦的沙箱擋不擋得住，缺什麼、怎麼補。",
        "Run attacks to see which sandbox holds on this machine, what is missing and the remedy.",
    ),
    "--json": Text("輸出 JSON，給程式讀", "print JSON, for programs"),
    "--quiet": Text("只說結果", "say the result only"),
    "--verbose": Text("說得更詳細", "say more"),
    "--dry-run": Text("只說會寫什麼，不寫檔", "say what would be written, and write nothing"),
    "command": Text("指令", "COMMAND"),
    "commands": Text("指令", "commands"),
    "grade.epilog": Text(
        """例子：
  grade                     評這個資料夾裡的所有作業
  grade 作業                評一份作業
  grade 作業.函式           只評一個函式
  grade path/to/file.py     評一個檔案（.ipynb 也可以）
  grade --watch 作業        存檔就重評
  grade hint 函式           看提示
  grade --list              列出所有作業與函式
  grade quiz 測驗           練習一份測驗（grade quiz 列出所有測驗）

結束代碼：0 全部通過，1 還有分數沒拿到，2 指令用法不對，3 無法評分""",
        """examples:
  grade                     everything in this folder
  grade NAME                one assignment
  grade NAME.FUNCTION       one function
  grade path/to/file.py     one file (an .ipynb too)
  grade --watch NAME        grade again at every save
  grade hint FUNCTION       a hint
  grade --list              all assignments and functions
  grade quiz NAME           practise a quiz (grade quiz lists them)

exit codes: 0 all passed, 1 points missing, 2 wrong usage, 3 could not grade""",
    ),
    "grade verify": Text(
        "檢查課程本身是否正確：骨架得零分、參考解得滿分、每個常見錯誤都被叫對名字。",
        "Check the course itself: the stub earns nothing, the reference everything, and every "
        "misconception is named as itself.",
    ),
    "grade build": Text(
        "由 solutions/ 產生 assignments/ 與測驗的題庫。",
        "Generate assignments/ from solutions/, and the quizzes' pools.",
    ),
    "grade export": Text(
        "把測驗匯出給學習平台（Moodle、QTI 2.1、Canvas），或印成 A4；"
        "把作業做成 Gradescope 自動評分檔。",
        "Export quizzes to a learning management system (Moodle, QTI 2.1, Canvas), or for A4; make "
        "an assignment's autograder for Gradescope.",
    ),
    "grade quiz": Text(
        "練習測驗：一格一格問，馬上批改，說出是哪一種錯，並用你的數字一步步算給你看。",
        "Practise a quiz: each part is marked at once, the mistake named, and the solution worked "
        "in your numbers.",
    ),
    "grade export moodle": Text(
        "Moodle 的題庫（Moodle XML）。", "Moodle's question bank (Moodle XML)."
    ),
    "grade export qti21": Text("QTI 2.1 的套件。", "A package of QTI 2.1."),
    "grade export qti12": Text("Canvas 的套件（QTI 1.2）。", "A package for Canvas (QTI 1.2)."),
    "grade export print": Text(
        "A4 的題目與解答，用瀏覽器列印。", "Questions and key for A4, to print from a browser."
    ),
    "grade export gradescope": Text(
        "作業的 Gradescope 自動評分檔。", "An assignment's autograder for Gradescope."
    ),
    "grade nbgrader init": Text(
        "建立或更新 nbgrader 的課程資料夾。", "Make or update nbgrader's course directory."
    ),
    "grade nbgrader autograde": Text(
        "用評分引擎評收回來的作業，把成績寫進 nbgrader。",
        "Grade what was collected with the engine, and put the grades into nbgrader.",
    ),
    "grade completion": Text(
        "印出讓 shell 用 Tab 補完指令、作業與函式的設定。",
        "Print what lets the shell complete commands, assignments and functions with Tab.",
    ),
    "grade quiz list": Text("列出所有測驗與題目。", "List the quizzes and their questions."),
    "grade quiz fill": Text(
        "在終端機填一份計分測驗的作答檔。", "Fill in a graded quiz's answers file in the terminal."
    ),
    "grade quiz make": Text(
        "老師：每位學生一份測驗網頁，裡面沒有答案。",
        "For instructors: a page for each student, without a key.",
    ),
    "grade quiz key": Text(
        "老師：每位學生的答案與詳解，可列印。",
        "For instructors: the key and worked solution of each student, to print.",
    ),
    "grade quiz.epilog": Text(
        """例子：
  grade quiz                          列出所有測驗
  grade quiz 測驗                     練習；grade quiz 測驗.題目 只練一題
  grade quiz 測驗 --page              寫成離線的練習網頁
  grade quiz 測驗 --answers 檔案      從檔案讀答案，一行一格
  grade 測驗.answers.json             批改一份作答檔""",
        """examples:
  grade quiz                          the list
  grade quiz NAME                     practise; NAME.QUESTION: one question only
  grade quiz NAME --page              as an offline page
  grade quiz NAME --answers FILE      answers from a file, a line a part
  grade NAME.answers.json             mark an answers file""",
    ),
    "grade demo": Text(
        "評 examples/class 裡的示範班級，寫出成績表、總覽頁與每個人的報告。",
        "Grade the example class in examples/class: results table, summary page, a report each.",
    ),
    "grade hint": Text(
        "給一個函式的提示，一級比一級具體。", "A hint for a function, more at each level."
    ),
    "--help": Text("顯示這份說明", "show this help"),
    "--lang": Text("語言（預設由課程決定）", "language (default: the course's)"),
    "--course": Text("課程資料夾（有 course.toml 的）", "the course's folder (with course.toml)"),
    "watching": Text("存檔就會重評；按 Ctrl-C 結束。", "Grading again at every save; Ctrl-C ends."),
    "interrupted": Text("已中斷。", "interrupted."),
}
