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

其他指令：grade hint、grade demo、grade doctor；
老師：grade batch、grade quiz make、grade quiz key、grade export；
課程作者：grade build、grade verify
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

other commands: grade hint, grade demo, grade doctor; for instructors: grade batch,
grade quiz make, grade quiz key, grade export; for course authors: grade build, grade verify
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
    "grade quiz.epilog": Text(
        """例子：
  grade quiz                          列出所有測驗
  grade quiz 測驗                     練習；grade quiz 測驗.題目 只練一題
  grade quiz 測驗 --page              寫成離線的練習網頁
  grade quiz 測驗 --answers 檔案      從檔案讀答案，一行一格
  grade 測驗.answers.json             批改一份作答檔
老師：
  grade quiz make 測驗 --roster 名冊.csv   每位學生一份測驗網頁，裡面沒有答案
  grade quiz key 測驗 --roster 名冊.csv    每位學生的答案與詳解，可列印""",
        """examples:
  grade quiz                          the list
  grade quiz NAME                     practise; NAME.QUESTION: one question only
  grade quiz NAME --page              as an offline page
  grade quiz NAME --answers FILE      answers from a file, a line a part
  grade NAME.answers.json             mark an answers file
for instructors:
  grade quiz make NAME --roster FILE.csv   a page for each student, without a key
  grade quiz key NAME --roster FILE.csv    the key and worked solution of each, to print""",
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
    "targets": Text(
        "作業、作業.函式、檔案或資料夾", "assignment, assignment.function, file, folder"
    ),
    "--format": Text("輸出格式（預設 text）", "output format (default: text)"),
    "--output": Text("寫到檔案，而不是螢幕", "write to this file, not the screen"),
    "--seed": Text(
        "隨機題目的種子（預設由課程決定）", "seed of the random cases (default: the course's)"
    ),
    "--secret": Text(
        "課程密鑰檔，評測驗的作答檔用（預設用環境變數 DLGRADE_SECRET）",
        "file with the course's secret, for quiz answers (default: DLGRADE_SECRET)",
    ),
    "--assignment": Text("檔案屬於哪一份作業", "which assignment the files are for"),
    "--list": Text("列出所有作業與函式", "list assignments and functions"),
    "--watch": Text("存檔就重評，並說出改變", "grade again at every save and say what changed"),
    "--version": Text("顯示版本", "show the version"),
    "assignments": Text(
        "要檢查的作業或測驗（預設全部）", "assignments or quizzes to check (default: all)"
    ),
    "--mutants": Text("也測試參考解的變異", "also run the mutants of the reference"),
    "--jobs": Text("同時幾個行程", "processes at once"),
    "--check": Text("只比對，不寫檔", "compare only, write nothing"),
    "--out": Text("結果資料夾", "folder for the results"),
    "function": Text("函式，或 作業.函式", "a function, or NAME.FUNCTION"),
    "level": Text("第幾級提示（從 1 開始）", "which hint (from 1)"),
    "watching": Text("存檔就會重評；按 Ctrl-C 結束。", "Grading again at every save; Ctrl-C ends."),
    "interrupted": Text("已中斷。", "interrupted."),
}
