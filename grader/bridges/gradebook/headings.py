"""What the columns of a sheet are: Canvas's gradebook, Moodle's gradebook, Moodle's grading
worksheet of an assignment, or any table with an id.

Canvas writes its headings in English in every language. Moodle's are those of its language packs:

    Identifier, Full name, Email address, Status, Grade, Maximum grade, Grade can be changed,
    Last modified (submission), Last modified (grade), Feedback comments
    識別碼, 完整名稱, 電子郵件信箱, 狀態, 成績, 最高成績, 分數可以被更改,
    最後修改的(作業), 最後修改的(得分), 評語回饋

    First name, Last name, ID number, Institution, Department, Email address,
    Assignment: NAME (Real), Assignment: NAME (Feedback), Last downloaded from this course
    名字, 姓氏, 學號, 機構, 科系, 電子郵件信箱,
    作業: NAME (實得分數), 作業: NAME (回饋), 從這一課程的最後下載
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from grader.bridges.gradebook.sheet import GradeSheet, SheetRecord
from grader.intake.name_parts import squeezed

Kind = Literal["canvas", "worksheet", "moodle", "table"]

# Headings, squeezed: letters and digits only, without regard to case.
_ID = {
    "學號", "id", "idnumber", "studentid", "studentnumber", "sid", "sisuserid", "sisloginid",
    "sisid", "integrationid", "loginid", "login", "username", "userid", "account", "student",
    "帳號", "使用者名稱", "識別號碼", "id號碼", "身份證字號", "編號",
}  # fmt: skip
_EMAIL = {
    "email", "emailaddress", "mail",
    "電子郵件信箱", "電子郵件", "電子郵件地址", "電郵", "信箱",
}  # fmt: skip
_NAME = {
    "name", "fullname", "studentname", "displayname", "userfullname",
    "姓名", "全名", "完整名稱", "用戶全名", "使用者全名", "名稱", "學生姓名", "中文姓名",
}  # fmt: skip
_FIRST = {"firstname", "givenname", "名字", "名"}
_LAST = {"lastname", "surname", "familyname", "姓氏", "姓"}
_PARTICIPANT = {"identifier", "識別碼", "識別符"}
_GRADE = {"grade", "成績", "分數"}
_MAXIMUM = {"maximumgrade", "最高成績", "最高分"}
_CAN_CHANGE = {"gradecanbechanged", "分數可以被更改", "成績可以被更改"}
_FEEDBACK = {
    "feedbackcomments", "feedback", "comments",
    "評語回饋", "回饋意見", "意見回饋", "回饋", "評語",
}  # fmt: skip
_CANVAS_TEST_STUDENT = re.compile(r"^\s*(?:Student, Test|Test Student)\s*$", re.I)
_CANVAS_TOTALS = re.compile(
    r"(?:^|\s)(?:Unposted )?(?:Current|Final) (?:Score|Grade|Points)(?: \(.*\))?$"
    r"|(?:^|\s)Override (?:Score|Grade|Status)(?: \(.*\))?$"
)
_CANVAS_ID = re.compile(r"\s*\(\d+\)\s*$")
_MOODLE_ITEM = re.compile(
    r"^(?:(?:Assignment|Quiz|作業|測驗|測驗卷)\s*[:：]\s*)?(?P<name>.+?)"
    r"(?:\s*[(（](?P<what>[^()（）]+)[)）])?$"
)
_REAL = {"real", "實得分數", "實得的", "實際分數", "分數"}
_NOT_REAL = {
    "percentage", "letter", "feedback", "百分比", "文字等第", "文字", "等第", "回饋",
}  # fmt: skip
_NO = {"no", "否", "false", "0"}


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """Where things are. Column numbers; `items` are the columns that may hold grades, by what
    their heading says without an LMS's additions. `first_row` is the first record of a student."""

    kind: Kind
    header: int
    first_row: int
    ids: tuple[int, ...] = ()
    emails: tuple[int, ...] = ()
    names: tuple[int, ...] = ()
    first: int | None = None
    last: int | None = None
    number: int | None = None
    grade: int | None = None
    maximum: int | None = None
    can_change: int | None = None
    feedback: int | None = None
    points: int | None = None
    items: tuple[tuple[int, str], ...] = ()

    def students(self, sheet: GradeSheet) -> list[SheetRecord]:
        """The records that are a student's."""
        return [line for line in sheet.lines[self.first_row :] if self._is_student(line)]

    def _is_student(self, line: SheetRecord) -> bool:
        if not any(cell.value.strip() for cell in line.cells):
            return False
        if self.kind != "canvas":
            return True
        name = line.value(self.names[0] if self.names else self.last)
        return bool(line.value(self.ids[0])) and not _CANVAS_TEST_STUDENT.match(name)

    def most(self, sheet: GradeSheet, line: SheetRecord, column: int) -> str:
        """The cell that says the maximum of a column, as it stands; empty where none does."""
        if self.maximum is not None:
            return line.value(self.maximum)
        return sheet.lines[self.points].value(column) if self.points is not None else ""

    def locked(self, line: SheetRecord) -> bool:
        """Does the sheet say that the grade on this record cannot be changed?"""
        return self.can_change is not None and squeezed(line.value(self.can_change)) in _NO


def layout_of(sheet: GradeSheet) -> SheetLayout | None:
    """What the sheet is; None where its first records name no column that tells students."""
    for at, line in enumerate(sheet.lines[:5]):
        heads = [cell.value for cell in line.cells]
        keys = [squeezed(head) for head in heads]
        if not any(keys):
            continue
        if "section" in keys and "id" in keys and ("student" in keys or "lastname" in keys):
            return _canvas(sheet, at, heads, keys)
        found = _moodle(at, heads, keys)
        if found is not None:
            return found
        break
    return None


def _canvas(sheet: GradeSheet, at: int, heads: list[str], keys: list[str]) -> SheetLayout:
    section = keys.index("section")
    own = range(section)
    points = None
    row = at + 1
    while row < len(sheet.lines) and not _canvas_student(sheet.lines[row], keys.index("id")):
        if "points possible" in sheet.lines[row].value(0).lower():
            points = row
        row += 1
    read_only = sheet.lines[points] if points is not None else None
    items = [
        (i, _CANVAS_ID.sub("", head))
        for i, head in enumerate(heads)
        if i > section
        and head.strip()
        and not _CANVAS_TOTALS.search(head)
        and (read_only is None or _may_hold_points(read_only.value(i)))
    ]
    numbered = [(i, name) for i, name in items if _CANVAS_ID.search(heads[i])]
    named = {k: i for i, k in enumerate(keys) if i in own}
    ids = [named[k] for k in ("sisuserid", "sisloginid", "integrationid") if k in named]
    return SheetLayout(
        "canvas", at, row,
        ids=(named["id"], *ids),
        emails=tuple(named[k] for k in ("sisloginid",) if k in named),
        names=(named["student"],) if "student" in named else (),
        first=named.get("firstname"),
        last=named.get("lastname"),
        number=named["id"],
        points=points,
        # The instructor's own columns, such as Notes, have no number.
        items=tuple(numbered or items),
    )  # fmt: skip


def _may_hold_points(text: str) -> bool:
    """A column's cell in Canvas's row of points: a number or nothing, not '(read only)'."""
    return not text.strip() or re.fullmatch(r"\s*[\d.,]+\s*", text) is not None


def _canvas_student(line: SheetRecord, id: int) -> bool:
    return bool(re.fullmatch(r"\d+", line.value(id).strip()))


def _moodle(at: int, heads: list[str], keys: list[str]) -> SheetLayout | None:
    def all_of(known: Iterable[str]) -> tuple[int, ...]:
        return tuple(i for i, key in enumerate(keys) if key in set(known))

    def one_of(known: Iterable[str]) -> int | None:
        return next(iter(all_of(known)), None)

    participant, grade = one_of(_PARTICIPANT), one_of(_GRADE)
    worksheet = participant is not None and grade is not None
    ids, emails, names = all_of(_ID), all_of(_EMAIL), all_of(_NAME)
    first, last = one_of(_FIRST), one_of(_LAST)
    if not (worksheet or ids or emails):
        return None
    own = {*ids, *emails, *names, first, last, participant}
    items = [] if worksheet else list(_items(heads, own))
    moodle = any(re.match(r"\s*(?:Assignment|Quiz|作業|測驗)[^:：]*[:：]", head) for head in heads)
    return SheetLayout(
        "worksheet" if worksheet else "moodle" if moodle else "table", at, at + 1,
        ids=ids,
        emails=emails,
        names=names,
        first=first,
        last=last,
        number=participant if worksheet else None,
        grade=grade if worksheet else None,
        maximum=one_of(_MAXIMUM) if worksheet else None,
        can_change=one_of(_CAN_CHANGE) if worksheet else None,
        feedback=one_of(_FEEDBACK),
        items=tuple(items),
    )  # fmt: skip


def _items(heads: list[str], own: set[int | None]) -> Iterable[tuple[int, str]]:
    for i, head in enumerate(heads):
        match = _MOODLE_ITEM.match(head.strip())
        if i in own or match is None or squeezed(head) in _FEEDBACK:
            continue
        what = squeezed(match["what"] or "")
        if what not in _NOT_REAL:
            yield i, match["name"] if what in _REAL else head.strip()


def bare(head: str) -> str:
    """A heading without what stands before a colon or in brackets at its end."""
    match = _MOODLE_ITEM.match(head.strip())
    return match["name"] if match else head


def feedback_for(layout: SheetLayout, sheet: GradeSheet, column: int) -> int | None:
    """The column of feedback that goes with a column of grades."""
    if layout.kind != "moodle":
        return layout.feedback
    heads = [cell.value.strip() for cell in sheet.lines[layout.header].cells]
    match = _MOODLE_ITEM.match(heads[column])
    name = match["name"] if match else heads[column]
    for i, head in enumerate(heads):
        found = _MOODLE_ITEM.match(head)
        if found and found["name"] == name and squeezed(found["what"] or "") in _FEEDBACK:
            return i
    return None
