"""The renderers' own words, in both languages. What a check has to say comes from the check."""

from __future__ import annotations

from collections.abc import Mapping

from grader.model import CheckResult, Status, Text, Verdict

VERDICT: Mapping[Verdict, Text] = {
    Verdict.PASS: Text("通過", "passed"),
    Verdict.WRONG: Text("還不對", "not right yet"),
    Verdict.RAISED: Text("發生例外", "raised an error"),
    Verdict.TIMEOUT: Text("執行太久", "took too long"),
    Verdict.CRASHED: Text("執行中斷", "crashed"),
    Verdict.REFUSED: Text("寫法不允許", "not allowed here"),
    Verdict.SKIPPED: Text("先略過", "skipped for now"),
    Verdict.BROKEN: Text("評分程式的問題", "the grader’s fault"),
}

UNWRITTEN = Text("還沒寫", "not written yet")


def verdict(check: CheckResult) -> Text:
    """How a check ended, in a word or two."""
    return UNWRITTEN if check.unwritten else VERDICT[check.status]


STATUS: Mapping[Status, Text] = {
    Status.GRADED: Text("已評分", "graded"),
    Status.REJECTED: Text("無法評分", "could not be graded"),
    Status.NEEDS_REVIEW: Text("需要人工複查", "needs review"),
}

HIDDEN: Mapping[Verdict, Text] = {
    Verdict.WRONG: Text(
        "這是不公開的檢查：結果和應有的不同。換別的形狀、正負號和大小再試試。",
        "A hidden check: the result is not the one due. Try other shapes, signs and sizes.",
    ),
    Verdict.RAISED: Text(
        "這是不公開的檢查：呼叫時發生例外。換別的形狀和大小再試試。",
        "A hidden check: the call raised an error. Try other shapes and sizes.",
    ),
    Verdict.TIMEOUT: Text(
        "這是不公開的檢查：呼叫沒有在時限內結束。資料變大時，程式還夠快嗎？",
        "A hidden check: the call did not end in time. Is the code fast enough on larger data?",
    ),
    Verdict.CRASHED: Text(
        "這是不公開的檢查：程式執行到一半就中斷了。",
        "A hidden check: the program ended in the middle of the call.",
    ),
    Verdict.BROKEN: Text(
        "這是不公開的檢查：評分程式出了問題，不會扣你的分數。",
        "A hidden check: the grader itself failed. It costs you no points.",
    ),
}
"""What stands in for a hidden check's message, which may carry its inputs."""

SAID: Mapping[str, Text] = {
    "report": Text("作業報告", "Assignment report"),
    "file": Text("檔案", "File"),
    "student": Text("學生", "Student"),
    "seed": Text("種子", "seed"),
    "isolation": Text("隔離", "isolation"),
    "score": Text("得分", "Score"),
    "total": Text("總分", "Total"),
    "points": Text("分", "points"),
    "call": Text("呼叫", "Call"),
    "expected": Text("應該是", "Expected"),
    "given": Text("你的", "Yours"),
    "where": Text("位置", "Where"),
    "mistake": Text("錯在哪裡", "The mistake"),
    "mistakes": Text("可能是其中之一", "One of these"),
    "line": Text("看這裡", "Look at"),
    "next": Text("下一步", "Next"),
    "hidden": Text("不公開", "hidden"),
    "check": Text("「{title}」這一項：{ended}", "“{title}”: {ended}"),
    "note": Text("備註", "Note"),
    "hint": Text("想要提示：`{command}`", "For a hint: `{command}`"),
    "all_passed": Text("全部通過，做得好！", "Everything passes. Well done!"),
    "more": Text(
        "還有 {n} 個函式沒拿滿分；修好這個再執行一次。",
        "{n} more below full points; fix this one, then run again.",
    ),
    "more_one": Text(
        "還有 1 個函式沒拿滿分；修好這個再執行一次。",
        "One more below full points; fix this one, then run again.",
    ),
    "broken_next": Text(
        "這不是你的錯，也不會扣分。請把這份報告交給老師。",
        "This is not your mistake and costs no points. Please show this report to your teacher.",
    ),
    "hidden_next": Text(
        "不公開的檢查不顯示輸入。自己多試幾種形狀和數值；想要提示：`{command}`",
        "Hidden checks do not show their inputs. Try more shapes and values of your own; "
        "for a hint: `{command}`",
    ),
    "rejected": Text("這份檔案無法評分。", "This file could not be graded."),
    "needs_review": Text(
        "評分程式在部分檢查出了問題，這份報告會由老師複查，不會因此扣分。",
        "The grader failed in some checks. A teacher will look at this report; it costs no points.",
    ),
    "skip_link": Text("跳到內容", "Skip to the content"),
    "language": Text("語言", "Language"),
    "checks_passed": Text("{total} 項檢查，通過 {passed} 項", "{passed} of {total} checks pass"),
    "start": Text("從這裡開始", "Start here"),
    "contents": Text("各函式得分", "Function by function"),
    "your_code": Text("你的程式", "Your code"),
    "your_code_about": Text(
        "左邊有線的地方就是還沒拿滿分的函式；點標籤可以回到說明。",
        "A rule on the left marks each function below full points; its label leads back up.",
    ),
    "slide": Text("投影片", "Slide"),
    "lines": Text("{label}，第 {first}–{last} 行", "{label}, lines {first}–{last}"),
    "one_line": Text("{label}，第 {first} 行", "{label}, line {first}"),
    "not_defined": Text("檔案裡還沒有這個函式。", "This function is not in the file yet."),
    "cut": Text("後面還有 {n} 行，沒有列出。", "{n} more lines are not shown."),
    "graded_with": Text("評分環境", "Graded with"),
    "repeat": Text(
        "用同一個種子再執行一次，題目會完全相同。",
        "Run again with the same seed and every case is the same.",
    ),
    "class_report": Text("全班成績", "The class"),
    "class_about": Text(
        "{students} 位學生，{reports} 份作業，{failed} 份沒有評分。",
        "{students} students, {reports} submissions, {failed} not graded.",
    ),
    "class_scores": Text("成績表", "Scores"),
    "class_scores_about": Text("點分數看個別報告。", "A score leads to its report."),
    "class_legend": Text("✗ 無法評分，? 需要複查。", "✗ could not be graded, ? needs review."),
    "class_mean": Text("平均", "Mean"),
    "class_mistakes": Text("最常見的錯誤", "The most common mistakes"),
    "class_mistakes_about": Text(
        "下次上課值得再講一次的地方：同一份作業中，同一個錯誤只算一次。",
        "Worth another word in class. A mistake counts once a submission.",
    ),
    "class_none": Text("沒有發現已知的錯誤。", "No known mistake was found."),
    "class_ungraded": Text("需要看一下的", "To look at"),
    "class_ungraded_about": Text(
        "沒有評分，或需要人工複查的檔案。", "Files that were not graded, or that need a person."
    ),
    "class_missing": Text("未交", "not handed in"),
    "times": Text("{n} 份", "{n}×"),
    "same_mistake": Text("和上面是同一個錯誤。", "The same mistake as above."),
    "fixed": Text("修好了", "fixed"),
    "broke": Text("現在沒過", "now failing"),
    "no_change": Text("沒有變化。", "Nothing changed."),
    "gained": Text("和上次相比 {delta} 分", "{delta} points since last time"),
}


def say(text: Text, lang: str) -> str:
    """`text` in `lang`, or in the other language where this one is missing."""
    return text[lang] or text.zh or text.en


def word(key: str, lang: str, **values: object) -> str:
    """One of the renderers' own words; a `Text` among `values` is said in `lang`."""
    return say(SAID[key].format(**values) if values else SAID[key], lang)
