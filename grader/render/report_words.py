"""The renderers' own words, in both languages. What a check has to say comes from the check."""

from __future__ import annotations

from collections.abc import Mapping

from grader.language.text import Text
from grader.model.report import CheckResult, Status, Verdict

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
BLANK = Text("還沒作答", "not answered yet")


def verdict(check: CheckResult) -> Text:
    """How a check ended, in a word or two."""
    if check.unwritten:
        # A stub raises; a blank answer of a quiz is only not the right one.
        return BLANK if check.status is Verdict.WRONG else UNWRITTEN
    return VERDICT[check.status]


STATUS: Mapping[Status, Text] = {
    Status.GRADED: Text("已評分", "graded"),
    Status.REJECTED: Text("無法評分", "could not be graded"),
    Status.NEEDS_REVIEW: Text("需要人工複查", "needs review"),
}

ISOLATION: Mapping[str, Text] = {
    "L1": Text("已隔離（L1）", "isolated (L1)"),
    "L2": Text("已隔離，但沒有命名空間（L2）", "isolated, without namespaces (L2)"),
    "L3": Text("未隔離，只適合評自己的程式（L3）", "not isolated: for your own code (L3)"),
    "none": Text("沒有執行程式", "no code was run"),
}


def isolation(tier: str) -> Text:
    """How far the code was shut in, in words; the tier itself where it is not one of ours."""
    return ISOLATION.get(tier, Text(tier, tier))


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
    "quiz_next": Text("再練一次：`{command}`", "Practise it: `{command}`"),
    "quiz_more": Text("還有 {n} 題沒拿滿分。", "{n} more questions below full points."),
    "quiz_more_one": Text("還有 1 題沒拿滿分。", "One more question below full points."),
    "quiz_contents": Text("各題得分", "Question by question"),
    "quiz_attempt": Text("第 {n} 次作答", "attempt {n}"),
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
    "contents_list": Text("目錄", "Contents"),
    "class_students": Text("學生", "Students"),
    "class_reports": Text("已評的作業", "Submissions graded"),
    "class_reviews": Text("需要複查", "To review"),
    "class_unread": Text("沒有評分", "Not graded"),
    "class_absent": Text("未交", "Not handed in"),
    "class_scores": Text("成績表", "Scores"),
    "class_scores_about": Text("點分數看個別報告。", "A score leads to its report."),
    "class_legend": Text("✗ 無法評分，? 需要複查。", "✗ could not be graded, ? needs review."),
    "class_first": Text(
        "這裡只列出前 {n} 位；要搜尋、排序和翻頁，請允許這個頁面執行 JavaScript。",
        "Only the first {n} students are listed; searching, sorting and paging need JavaScript.",
    ),
    "class_all_grades": Text("所有成績（CSV）", "All scores (CSV)"),
    "class_all_results": Text("每一份的結果（CSV）", "Every result (CSV)"),
    "class_all_unread": Text("沒有評分的檔案（CSV）", "Files not graded (CSV)"),
    "class_search": Text("找學生", "Find a student"),
    "class_show": Text("顯示", "Show"),
    "class_show_all": Text("所有學生", "all students"),
    "class_show_below": Text("還沒拿滿分", "below full points"),
    "class_show_look": Text("需要複查或無法評分", "to review or not graded"),
    "class_show_missing": Text("有缺交", "something missing"),
    "class_range": Text("第 {a}–{b} 位，共 {n} 位", "{a}–{b} of {n} students"),
    "class_nobody": Text("沒有符合的學生。", "No such student."),
    "class_previous": Text("上一頁", "Previous"),
    "class_next": Text("下一頁", "Next"),
    "class_who": Text("看這些學生", "Show these students"),
    "class_only": Text("只看犯了 {what} 的學生", "Only students with {what}"),
    "class_clear": Text("取消", "Clear"),
    "class_mean": Text("平均", "Mean"),
    "class_median": Text("中位數", "Median"),
    "class_total": Text("總分", "Total"),
    "class_mistakes": Text("全班還沒弄懂的", "What the class has not understood"),
    "class_mistakes_about": Text(
        "叫得出名字的錯誤，最常見的在前。同一份作業中，同一個錯誤只算一次。",
        "Mistakes that were recognised, the commonest first. Each counts once a submission.",
    ),
    "class_for_one": Text("例如：", "For one of them:"),
    "class_none": Text("沒有發現已知的錯誤。", "No known mistake was found."),
    "class_spread": Text("分數分布", "How the scores are spread"),
    "class_spread_about": Text(
        "橫軸是得分的比例，最右邊是滿分；長條上是人數。",
        "Share of full marks from left to right, full marks last; above each bar, how many.",
    ),
    "class_bar": Text("{scores}：{n} 份", "{scores}: {n}"),
    "class_functions": Text("各函式的情形", "Function by function"),
    "class_functions_about": Text(
        "百分比是全部檢查都通過的比例。", "The percentage is how many pass every check."
    ),
    "class_function": Text("函式", "Function"),
    "class_full": Text("全對", "all right"),
    "class_partly": Text("部分", "partly"),
    "class_not": Text("沒有得分", "no points"),
    "class_unwritten": Text("還沒寫", "not written"),
    "class_tally": Text(
        "{total} 份：全對 {full}，部分 {partly}，沒有得分 {none}，還沒寫 {unwritten}",
        "of {total}: {full} all right, {partly} partly, {none} no points, {unwritten} not written",
    ),
    "class_reviews_about": Text(
        "評分程式自己出了問題。這些分數還不是定案，請看過再決定。",
        "The grader itself failed here. These scores are not final: look before you use them.",
    ),
    "class_unread_about": Text(
        "這些檔案沒有分數，原因寫在下面。", "These files have no score, and why."
    ),
    "class_absent_about": Text(
        "名單上有、卻沒有找到檔案的。", "On the roster, but no file was found."
    ),
    "class_more": Text("還有 {n} 筆。", "{n} more."),
    "class_missing": Text("未交", "not handed in"),
    "started": Text("開始", "started"),
    "finished": Text("結束", "finished"),
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
