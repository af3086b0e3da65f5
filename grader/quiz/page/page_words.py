"""What the quiz pages themselves say. What a question has to say comes from the question."""

from __future__ import annotations

from collections.abc import Mapping

from grader.language.text import Text

WORDS: Mapping[str, Text] = {
    # --- on every page
    "points": Text("{n} 分", "{n} points"),
    "point": Text("1 分", "1 point"),
    "slide": Text("投影片：{name}", "Slides: {name}"),
    "contents": Text("題目", "Questions"),
    "answer": Text("答案", "Answer"),
    "cell": Text("第 {row} 列第 {column} 行", "row {row}, column {column}"),
    "place": Text("第 {n} 個數", "entry {n}"),
    "order": Text("第 {n} 個", "number {n}"),
    "options": Text("選項", "Options"),
    "plot": Text("圖", "Plot"),
    "shape_hint": Text("例如 (4, 5)", "for example (4, 5)"),
    "grid_hint": Text(
        "方向鍵可以換格，Enter 到下一格；也可以貼上整個矩陣。",
        "Arrow keys move between cells, Enter goes on; a whole matrix can be pasted.",
    ),
    "no_fit": Text(
        "貼上的是 {rows}×{columns}，這裡是 {height}×{width}，所以沒有填進去。",
        "What you pasted is {rows}×{columns}; this is {height}×{width}, so nothing was filled in.",
    ),
    "entering": Text("怎麼填", "How to enter answers"),
    "entering_about": Text(
        "小數、分數（1/3）、百分比（25%）和 1e-3 都可以；負號、全形數字、空白也讀得懂。"
        "多個數可以一次貼上：`[[1, 2], [3, 4]]`、試算表的格子，或 NumPy 印出來的樣子。",
        "Decimals, fractions (1/3), percentages (25%) and 1e-3 are all read. Several numbers can "
        "be pasted at once: `[[1, 2], [3, 4]]`, cells of a spreadsheet, or what NumPy prints.",
    ),
    "no_script": Text(
        "這一頁需要 JavaScript 才能存下作答。", "This page needs JavaScript to save answers."
    ),
    # --- graded
    "graded": Text("測驗", "Quiz"),
    "student": Text("學生", "Student"),
    "attempt_name": Text("作答次數", "Attempt"),
    "attempt": Text("第 {n} 次作答", "Attempt {n}"),
    "how_graded": Text(
        "作答會隨時存在這台裝置的瀏覽器裡。寫完之後按「下載作答檔」，把 `{file}` 交出去："
        "交的是這個檔案，不是這一頁。",
        "Answers are kept in this browser as you write. When you are done, choose “Download "
        "answers” and hand in `{file}`: that file is what is submitted, not this page.",
    ),
    "download": Text("下載作答檔", "Download answers"),
    "reopen": Text("打開存下的作答檔", "Open a saved file"),
    "cell_title": Text("不用這一頁也可以交：Python", "Without this page: Python"),
    "cell_about": Text(
        "把答案填進引號裡，在筆記本或終端機執行，會寫出同樣的 `{file}`。",
        "Fill the quotes with your answers and run this in a notebook or a terminal: it writes "
        "the same `{file}`.",
    ),
    "copy": Text("複製", "Copy"),
    "copied": Text("已複製。", "Copied."),
    "select": Text("選不了剪貼簿，已經選取，請自己複製。", "Selected: copy it yourself."),
    "keep_local": Text("已存在這個瀏覽器，還沒有下載。", "Kept in this browser, not downloaded."),
    "keep_not": Text(
        "這個瀏覽器不能保存作答：關掉這一頁之前請先下載。",
        "This browser cannot keep answers: download them before you close the page.",
    ),
    "keep_done": Text(
        "已下載 {file}，請把它交出去。之後再改，就要再下載一次。",
        "Downloaded {file}: hand it in. If you change anything, download again.",
    ),
    "keep_restored": Text("已還原上次的作答。", "Your answers are back."),
    "keep_opened": Text("已從檔案還原作答。", "Answers restored from the file."),
    "keep_blank": Text("還有 {n} 題沒填。", "{n} parts are blank."),
    "bad_file": Text(
        "這不是這份測驗的作答檔（*.answers.json），沒有更動任何答案。",
        "This is not an answers file of this quiz (*.answers.json); nothing was changed.",
    ),
    "other_student": Text(
        "這個作答檔是 {student} 的，沒有更動任何答案。",
        "This answers file is {student}'s; nothing was changed.",
    ),
    "other_statement": Text(
        "這個作答檔寫的是另一份題目（例如另一次作答），沒有更動任何答案。",
        "This answers file belongs to another statement (another attempt, perhaps); nothing was "
        "changed.",
    ),
    # --- the page that asks who you are
    "who": Text("你的學生代號", "Your student id"),
    "who_about": Text(
        "每個人的數字都不一樣。輸入代號，才會出現你的題目。",
        "Everybody has other numbers. Enter your id to see yours.",
    ),
    "begin": Text("開始", "Begin"),
    "unknown": Text(
        "名單裡沒有這個代號。請確認有沒有打錯；還是不行就問老師。",
        "There is no such id on the list. Check the spelling, or ask your instructor.",
    ),
    "somebody": Text("換一個代號", "Another id"),
    # --- practice
    "practice": Text("練習", "Practice"),
    "variant": Text("第 {n} 組數字", "Numbers {n}"),
    "slide_numbers": Text("投影片的數字", "The slide's numbers"),
    "check": Text("對答案", "Check"),
    "right": Text("答對了", "Right"),
    "partly": Text("對了一部分", "Partly right"),
    "wrong": Text("還不對", "Not right yet"),
    "named": Text("你的答案吻合這個常見錯誤", "Your answer matches this known mistake"),
    "why": Text("為什麼", "Why"),
    "named_two": Text("符合的錯誤有兩個", "Two mistakes fit"),
    "hint": Text("提示", "Hint"),
    "worked": Text("看解法", "Worked solution"),
    "worked_about": Text("用的是你這一題的數字。", "In your numbers."),
    "diverges": Text("從這一步開始不一樣", "This is the first step that differs"),
    "yours": Text("你的答案", "Yours"),
    "due": Text("正確答案", "The answer"),
    "due_given": Text("依你前面的答案，這裡應該是", "Given your earlier answers, due here"),
    "numpy": Text("用 NumPy 重算一次", "The same in NumPy"),
    "again": Text("再來一題", "Another one"),
    "again_like": Text("再來一題類似的", "Another one like this"),
    "again_about": Text("換一組數字，練同一個地方。", "Other numbers, the same point."),
    "solved": Text("這一題全對。", "All of this question is right."),
    "progress": Text("全對 {n} 組", "{n} solved"),
    "progress_none": Text("還沒練習", "not tried yet"),
    "progress_open": Text("練習中", "under way"),
    "forget": Text("清除這一頁的紀錄", "Forget my progress"),
    "forgotten": Text("已清除。", "Forgotten."),
    "kept_here": Text(
        "進度只存在這台裝置的瀏覽器裡，不會傳出去。",
        "Progress is kept in this browser alone and sent nowhere.",
    ),
    "blank": Text("先填答案再對。", "Enter an answer first."),
    "old_browser": Text(
        "這個瀏覽器太舊，只有投影片的數字可以練習。其他組需要 Chrome 109、Safari 16.4、"
        "Firefox 113 或更新的版本。",
        "This browser is too old for more than the slide's numbers. The others need Chrome 109, "
        "Safari 16.4, Firefox 113 or later.",
    ),
}


def word(key: str, **values: object) -> Text:
    """A text of the pages with its `{placeholders}` filled."""
    return WORDS[key].format(**values) if values else WORDS[key]
