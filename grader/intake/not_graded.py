"""Why a file is not graded, said to the instructor: a sentence for each kind, zh-TW and English."""

from __future__ import annotations

import functools
from collections.abc import Iterable

from grader.intake.gathered import NotGraded
from grader.language.text import Text

_REASONS: dict[str, tuple[str, str]] = {
    "superseded": (
        "同一位學生、同一份作業還有別的檔案；評的是 {chosen}（{why}）。",
        "The same student has another file for this assignment: {chosen} is graded ({why}).",
    ),
    "helper": (
        "不是作業檔；這份作業評的是 {chosen}。",
        "It is not the assignment's own file: {chosen} is graded.",
    ),
    "unwritten": (
        "裡面沒有作答，而同一位學生的 {other} 讀不了：沒有評分，請看看作答是不是在那裡。",
        "Nothing is written in it, and {other} of the same student could not be read: not graded; "
        "see whether the work is there.",
    ),
    "other": (
        "不是 .py 或 .ipynb 檔。",
        "It is neither a .py nor an .ipynb file.",
    ),
    "unknown": (
        "從檔名、資料夾和內容都看不出是哪一份作業。",
        "Neither its name, its folder nor its content tells which assignment it is for.",
    ),
    "no-student": (
        "看不出是誰的檔案；請放進以學號命名的資料夾，或把檔名改成「學號_作業.py」。",
        "It does not say whose it is: put it into a folder named after the student, or name it "
        "student_assignment.py.",
    ),
    "not-asked": (
        "是 {assignment} 的檔案，這次沒有要評這份作業。",
        "It is for {assignment}, which was not asked for this time.",
    ),
    "symlink": (
        "是符號連結，不會跟過去。",
        "It is a symbolic link, and links are not followed.",
    ),
    "special": (
        "不是一般檔案（具名管線、socket 或裝置），沒有打開。",
        "It is not an ordinary file (a pipe, a socket or a device); it was not opened.",
    ),
    "unreadable": ("讀不了：{why}。", "It cannot be read: {why}."),
    "too-large": (
        "超過 {limit} MB，不像作業檔。",
        "It is over {limit} MB, too large to be an exercise.",
    ),
    "bomb": (
        "解壓縮後大得不合理（壓縮炸彈？），沒有繼續解開。",
        "It unpacks to far more than an exercise could be (a zip bomb?); it was not unpacked "
        "further.",
    ),
    "overlap": (
        "在壓縮檔裡與別的檔案重疊，不是正常的壓縮檔。",
        "It overlaps another file in its zip, which no ordinary zip does.",
    ),
    "unsafe-path": (
        "在壓縮檔裡的路徑不安全（絕對路徑、磁碟代號或「..」）。",
        "Its path inside the zip is unsafe (absolute, with a drive letter, or with '..').",
    ),
    "encrypted": (
        "壓縮檔有密碼，讀不了；請學生交不加密的檔案。",
        "It is encrypted with a password; ask for it without one.",
    ),
    "nested": (
        "壓縮檔裡的壓縮檔裡還有壓縮檔，不再往裡面看；請先解開。",
        "It is a zip too deep inside other zips to be opened; unpack it first.",
    ),
    "archive": (
        "是 {suffix} 壓縮檔，只能讀 .zip；請先解開，或重新壓成 .zip。",
        "It is a {suffix} archive, and only .zip is read: unpack it, or pack it as .zip.",
    ),
    "bad-archive": (
        "不是完整的 zip 檔，讀不了（{why}）。",
        "It is not a whole zip file and cannot be read ({why}).",
    ),
    "too-many": (
        "裡面超過 {limit} 個檔案，沒有讀；請只交作業檔。",
        "It holds more than {limit} files and was not read; hand in the exercise only.",
    ),
    "too-deep": (
        "資料夾層數超過 {limit} 層，沒有往裡面看。",
        "It lies more than {limit} folders deep and was not looked into.",
    ),
    "duplicate": (
        "同一個壓縮檔裡有兩個同名的檔案；用的是後面那一個。",
        "Its zip holds two files of this name; the later one is used.",
    ),
    "empty": ("是空的。", "It is empty."),
    "not-text": (
        "不是文字檔，或編碼認不出來。",
        "It is not text, or not in an encoding known here.",
    ),
    "bad-notebook": (
        "不是完整的 notebook（JSON 讀不出來）。",
        "It is not a whole notebook: its JSON cannot be read.",
    ),
    "bad-answers": (
        "不是完整的測驗作答檔；請學生從測驗頁面重新存檔。",
        "It is not a whole answers file of a quiz; ask for it to be saved from the quiz's page "
        "again.",
    ),
    "quiz-sheet": (
        "是測驗本身，不是作答檔（{assignment}.answers.json）。",
        "This is the quiz itself and not the answers file ({assignment}.answers.json).",
    ),
    "practice-answers": (
        "是練習的作答，不是評分用的測驗。",
        "These are answers to a practice quiz, not to the graded one.",
    ),
    "unknown-quiz": (
        "是測驗 {quiz} 的作答，這個課程沒有這份測驗。",
        "These are answers to the quiz {quiz}, which this course does not have.",
    ),
    "too-many-attempts": (
        "是第 {attempt} 次作答，這份測驗只算前 {most} 次。",
        "This is attempt {attempt}; of this quiz only {most} count.",
    ),
    "another-student": (
        "裡面是 {other} 的測驗，卻放在 {student} 這裡；沒有評分，請確認是誰的。",
        "It holds the quiz of {other}, but lies with {student}: it is not marked; find out whose "
        "it is.",
    ),
    "online-text": (
        "是在 Moodle 網頁上打的文字，不是檔案。",
        "It is text typed on Moodle's page, not a file.",
    ),
    "junk": (
        "作業系統、編輯器或 Python 留下的隱藏檔，共 {count} 個。",
        "Left by the system, an editor or Python, hidden: {count} in all.",
    ),
    "metadata": (
        "繳交系統的紀錄（誰、何時），共 {count} 個。",
        "The submission system's own records (who, when): {count} in all.",
    ),
    "not-submissions": (
        "不是繳交的檔案；只看 {folder} 資料夾。",
        "It holds no submissions: only the folder {folder} is read.",
    ),
    "not-on-roster": (
        "名單上沒有這位學生；照樣評分，用的是資料夾或檔名上的名字。",
        "This student is not on the roster; graded all the same, under the name that the folder "
        "or file has.",
    ),
    "ambiguous": (
        "名單上有好幾位可能是他：{people}；照樣評分，沒有對到名單。",
        "Several on the roster could be meant: {people}; graded all the same, matched to none.",
    ),
    "similar-ids": (
        "學號只差在大小寫：{people}；當成不同的人分開評。",
        "Ids that differ only in case: {people}; graded as different students.",
    ),
    "id-unchecked": (
        "作答檔寫的是 {other}，看不出是不是 {student} 本人；照 {other} 的題目評分。"
        "加上 --roster 就能核對。",
        "The answers say {other}, and nothing tells whether that is {student}: marked as the quiz "
        "of {other}. With --roster this is checked.",
    ),
    "same-name": (
        "有好幾位同名的學生，用系統編號分開。",
        "Several students have this name; the LMS's number tells them apart.",
    ),
    "download-beside": (
        "看起來是平台的下載檔，與其他學生的資料夾放在一起；裡面的檔案照它寫的名字評分。"
        "請確認這是你下載的，不是哪位學生的資料夾。",
        "It looks like a platform's download among students' folders; what is in it is graded "
        "under the names that it gives. Check that it is yours and not one student's folder.",
    ),
    "several-sources": (
        "同一位學生的 {assignment} 來自好幾個地方；評的是 {chosen}，請確認都是本人交的。",
        "Files of this student for {assignment} come from several places; {chosen} is graded. "
        "Check that they are all this student's own.",
    ),
}

WARNINGS = frozenset(
    {
        "id-unchecked",
        "not-on-roster",
        "ambiguous",
        "similar-ids",
        "same-name",
        "several-sources",
        "download-beside",
    }
)

KINDS = frozenset(_REASONS) - WARNINGS

_UNREAD = frozenset({"too-large", "unreadable", "symlink", "special", "not-text", "bad-notebook"})
_UNREAD_ZIP = frozenset(
    {"bomb", "overlap", "encrypted", "nested", "archive", "bad-archive", "too-many"}
)


def unread_work(lines: Iterable[NotGraded], student: str, assignment: str) -> NotGraded | None:
    """The first line of a file of this student that may hold work on this assignment, and could
    not be read."""
    for line in lines:
        if line.student != student or line.assignment not in (None, assignment):
            continue
        if line.kind in _UNREAD_ZIP or (
            line.kind in _UNREAD and line.where.lower().endswith((".py", ".ipynb"))
        ):
            return line
    return None


@functools.lru_cache(maxsize=256)
def _plain(kind: str) -> Text:
    return Text(*_REASONS[kind])


def reason(kind: str, **values: object) -> Text:
    """The sentence for `kind`. Those without values are one shared object."""
    return _plain(kind).format(**values) if values else _plain(kind)


# Why one of several versions was chosen: said to the student and, as {why}, to the instructor.
WHY: dict[str, Text] = {
    "own-place": Text("在學生自己的資料夾裡", "it lies in the student's own folder"),
    "worked": Text(
        "其他的沒有寫，或還是發下來的樣子", "the others are unwritten, or as handed out"
    ),
    "attempt": Text("是最後一次作答", "it is the last attempt"),
    "named": Text("檔名最符合作業名稱", "its name fits the assignment best"),
    "submitted": Text("交得最晚", "it was handed in last"),
    "newest": Text("存檔時間最晚", "it was saved last"),
    "version": Text("版本編號最大", "its version number is the highest"),
    "suffix": Text(".py 先於 .ipynb", ".py goes before .ipynb"),
    "order": Text("路徑排在最前", "its path comes first"),
    "same": Text("內容完全相同", "they are the same byte for byte"),
}

CHOSEN = Text(
    "這份作業你交了 {count} 個檔案，評的是 {chosen}：{why}。",
    "You handed in {count} files for this assignment; {chosen} is graded: {why}.",
)

SIMILAR = Text(
    "有學號與你只差在大小寫（{people}）；兩者分開評分。",
    "There is an id that differs from yours only in case ({people}); they are graded apart.",
)

GROUP = Text("這是 {count} 人的小組作業。", "This is the work of a group of {count}.")

LATE = Text("遲交", "late")
