"""How learning platforms write into a path who handed a file in.

Moodle, 'Download all submissions' (mod_assign's downloader), in folders or flat. Underscores of a
name become blanks; the number is the participant's in this assignment only; a group's folder has
the group's name, and no number for those in no group:

    王小明_123456_assignsubmission_file_/hw.py      王小明_123456_assignsubmission_file/hw.py
    王小明_123456_assignsubmission_file_hw.py
    王小明_123456_assignsubmission_onlinetext_/onlinetext.html

Canvas (and NTU COOL), 'Download submissions' (ContentZipper): the sortable name in lower case with
everything but letters, digits and underscores left out, LATE, the user's number, the attachment's
number, and the file's own name, to which Canvas adds -1, -2 … when it is handed in again. Graded
anonymously, the name is missing and the number is a code:

    wangxiaoming_LATE_12345_678901_hw-1.py          anon_x7Gh2_678901_hw.py
    wangxiaoming_12345_text.html                    (typed on the page, no file)

nbgrader's exchange, `inbound/`: student, assignment, time (UTC), random letters:

    b10901001+hw1+2026-03-01 10:00:00.000000 UTC+Zm9vYmFyYmF6

The first such name on the way down decides: what lies below it is the student's own doing, and so
is what stands after it in the name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from grader.intake.name_parts import tidy

_MOODLE = re.compile(
    r"^(?P<name>.+?)(?:_(?P<id>\d+))?_assignsubmission_(?P<type>[a-z]+)(?:_(?P<file>.*))?$"
)
_CANVAS = re.compile(
    r"^(?P<login>\w+?)(?P<late>_LATE)?_(?P<user>\d{1,18})_(?P<attachment>\d{1,18})_(?P<file>.+)$"
)
_CANVAS_ANONYMOUS = re.compile(
    r"^(?P<late>LATE_)?anon_(?P<user>[A-Za-z0-9]{1,20})_(?P<attachment>\d{1,18})_(?P<file>.+)$"
)
_CANVAS_TEXT = re.compile(
    r"^(?P<login>\w+?)(?P<late>_LATE)?_(?P<user>\d{1,18})_(?:text|link)\.html$"
)
_INBOUND = re.compile(
    r"^(?P<student>.+)\+(?P<assignment>[^+]+)\+"
    r"(?P<time>\d{4}-\d\d-\d\d[ T_]\d\d[:_.-]\d\d[:_.-]\d\d(?:\.\d{1,9})?(?: ?\w{1,5})?)"
    r"(?:\+(?P<random>[\w=-]*))?$"
)
_STAMP = re.compile(r"^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d[\d:. A-Za-z+-]{0,30}$")


@dataclass(frozen=True, slots=True)
class Who:
    """One student as a path tells: `raw` is what identifies, as far as one can see; `number` the
    LMS's own."""

    raw: str
    name: str | None = None
    email: str | None = None
    number: str | None = None
    sid: str | None = None


@dataclass(frozen=True, slots=True)
class PathMark:
    """What one component of a path says. `file` is what is left of it, if it names a file too;
    `order` how the platform itself orders versions; `typed` that there is no file at all."""

    scheme: str
    who: Who
    file: str = ""
    assignment: str | None = None
    late: bool = False
    submitted: str | None = None
    order: int = 0
    typed: bool = False


def moodle(part: str) -> PathMark | None:
    """Who a folder or file of a Moodle download belongs to."""
    if "_assignsubmission_" not in part or not (match := _MOODLE.match(part)):
        return None
    name = tidy(match["name"])
    typed = match["type"] != "file"
    return PathMark("moodle", Who(name, name, None, match["id"]), match["file"] or "", typed=typed)


def canvas(part: str) -> PathMark | None:
    """Who a file of a Canvas download belongs to."""
    if match := _CANVAS_ANONYMOUS.match(part):
        who = Who(f"anon_{match['user']}")
    elif match := _CANVAS.match(part):
        who = Who(tidy(match["login"]), None, None, match["user"])
    elif match := _CANVAS_TEXT.match(part):
        who = Who(tidy(match["login"]), None, None, match["user"])
        return PathMark("canvas", who, part, late=bool(match["late"]), typed=True)
    else:
        return None
    return PathMark(
        "canvas", who, match["file"], late=bool(match["late"]), order=int(match["attachment"])
    )


def inbound(part: str) -> PathMark | None:
    """Whose submission a folder of nbgrader's exchange is."""
    if part.count("+") < 2 or not (match := _INBOUND.match(part)):
        return None
    time = match["time"]
    clean = f"{time[:10]} {time[11:13]}:{time[14:16]}:{time[17:]}"
    return PathMark(
        "inbound", Who(tidy(match["student"])), "", match["assignment"], submitted=clean
    )


def stamp(text: str) -> str | None:
    """The time in nbgrader's timestamp.txt, as it stands there, if it is one."""
    clean = text.strip()
    return clean if _STAMP.match(clean) else None
