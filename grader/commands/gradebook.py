"""`grade gradebook`: scores into the sheet that was downloaded from Canvas or Moodle."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from pathlib import Path

from grader.bridges.gradebook.columns import columns_of
from grader.bridges.gradebook.fill import Options, fill
from grader.bridges.gradebook.fill_summary import told_text
from grader.bridges.gradebook.headings import Layout, feedback_for, layout_of
from grader.bridges.gradebook.scores import Results, read_results, students_of
from grader.bridges.gradebook.sheet import Sheet, read_sheet
from grader.bridges.gradebook.sheet_people import matched
from grader.files.atomic import write_whole
from grader.language.text import Text
from grader.model.errors import EXIT_PASSED, EXIT_POINTS_MISSING, UsageError
from grader.render.terminal_stream import write

HELP: dict[str, Text] = {
    "sheet": Text(
        "從 Canvas 成績簿、Moodle 成績單或 Moodle 作業的評分表下載的 CSV",
        "the CSV downloaded from Canvas's gradebook, Moodle's gradebook, or a Moodle assignment's "
        "grading worksheet",
    ),
    "--results": Text("grade batch 的結果資料夾", "the results folder of grade batch"),
    "--assignment": Text(
        "只填這份作業（可重複）", "only this assignment (may be given several times)"
    ),
    "--column": Text(
        "成績填在哪一欄：欄名，或 作業=欄名（可重複）",
        "the column for the grades: NAME, or ASSIGNMENT=NAME (may be repeated)",
    ),
    "--out": Text(
        "寫到這個檔案（預設：原檔名加上 -dlgrade）",
        "write to this file (default: the sheet's name with -dlgrade)",
    ),
    "--in-place": Text(
        "改原來的檔案，並留一份 .bak", "change the sheet itself, and keep a .bak of it"
    ),
    "--feedback": Text("也寫回饋；原有的回饋都保留", "write feedback too; what is there is kept"),
    "--keep": Text("已經有的成績不改", "leave grades that are already there"),
    "--max": Text(
        "表上沒寫滿分的欄位，滿分是多少",
        "the maximum of columns for which the sheet does not name it",
    ),
}

_UPLOAD: dict[str, Text] = {
    "canvas": Text("上傳：Canvas → 成績 → 匯入。", "To upload: Canvas → Grades → Import."),
    "worksheet": Text(
        "上傳：Moodle → 作業 → 檢視所有繳交的作業 → 上傳評分表。",
        "To upload: Moodle → the assignment → View all submissions → Upload grading worksheet.",
    ),
    "moodle": Text(
        "上傳：Moodle → 成績 → 匯入 → CSV 檔案，用電子郵件或學號辨認用戶，只對映要改的欄位。",
        "To upload: Moodle → Grades → Import → CSV file; map users by e-mail or ID number, and map "
        "only the columns to change.",
    ),
    "table": Text("", ""),
}


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """The arguments of `grade gradebook`, beside those of every command."""
    add = parser.add_argument
    said = {name: text[lang] for name, text in HELP.items()}
    add("sheet", type=Path, metavar="SHEET", help=said["sheet"])
    add("--results", type=Path, metavar="DIR", required=True, help=said["--results"])
    add("--assignment", action="append", default=[], metavar="A", help=said["--assignment"])
    add("--column", action="append", default=[], metavar="NAME", help=said["--column"])
    add("--max", type=float, metavar="POINTS", help=said["--max"])
    add("--feedback", action="store_true", help=said["--feedback"])
    add("--keep", action="store_true", help=said["--keep"])
    place = parser.add_mutually_exclusive_group()
    place.add_argument("--out", type=Path, metavar="FILE", help=said["--out"])
    place.add_argument("--in-place", action="store_true", help=said["--in-place"])


def gradebook_command(options: argparse.Namespace, lang: str) -> int:
    """Fill the sheet in, write it, tell what was done.

    Returns 0; 1 where a result could not be placed. Raises UsageError.
    """
    if options.max is not None and not 0 < options.max < 1e6:
        raise UsageError(zh="--max 要是正數。", en="--max has to be a positive number.")
    results = read_results(options.results)
    sheet = read_sheet(options.sheet)
    layout = layout_of(sheet)
    if layout is None:
        raise _no_students(sheet)
    assignments = _assignments(options, results)
    columns = columns_of(
        sheet,
        layout,
        assignments,
        options.column,
        results.titles,
        asked=bool(options.assignment),
    )
    _check(options, sheet, layout, columns)
    students, gone = students_of(results, list(columns))
    matches = matched(students, sheet, layout)
    spoken = options.lang or results.record.arguments.lang
    chosen = Options(spoken, options.keep, options.feedback, options.max)
    told = fill(sheet, layout, results, columns, students, matches, chosen)
    path = _save(options, sheet)
    if not results.finished:
        said = Text("注意：這次 grade batch 還沒有做完。", "Note: this run is not finished.")
        write(sys.stderr, said[lang] + "\n")
    if gone:
        write(sys.stderr, gone[lang] + "\n")
    missing = [name for name in assignments if name not in columns]
    if missing:
        said = Text("表上沒有這些作業的欄位：", "No column in the sheet for: ")
        write(sys.stderr, f"{said[lang]}{', '.join(missing)}\n")
    write(sys.stdout, f"{told_text(told, lang)}\n{path}\n")
    if _UPLOAD[layout.kind]:
        write(sys.stderr, _UPLOAD[layout.kind][lang] + "\n")
    return EXIT_POINTS_MISSING if told.unplaced else EXIT_PASSED


def _no_students(sheet: Sheet) -> UsageError:
    seen = "、".join(c.value for c in sheet.lines[0].cells if c.value.strip()) or "—"
    return UsageError(
        zh=f"{sheet.path} 的第一列看不出哪一欄是學生（學號、帳號、電子郵件信箱…）；"
        f"有的是：{seen}。",
        en=f"The first row of {sheet.path} names no column that tells students (an id, an account, "
        f"an e-mail address); it has: {seen}.",
    )


def _assignments(options: argparse.Namespace, results: Results) -> list[str]:
    known = list(results.found)
    for name in options.assignment:
        if name not in known:
            raise UsageError(
                zh=f"{results.folder} 裡沒有 {name} 的成績；有的是 {', '.join(known)}。",
                en=f"There are no results for {name} in {results.folder}; there are "
                f"{', '.join(known)}.",
            )
    return list(dict.fromkeys(options.assignment)) or known


def _check(
    options: argparse.Namespace, sheet: Sheet, layout: Layout, columns: dict[str, int]
) -> None:
    if layout.kind == "worksheet" and layout.maximum is None and options.max is None:
        raise UsageError(
            zh="這份作業用量尺評分，或表上沒有最高成績；請用 --max 指出滿分。",
            en="This assignment is graded on a scale, or the sheet has no maximum grade: name it "
            "with --max.",
        )
    if not options.feedback:
        return
    if layout.kind == "canvas":
        raise UsageError(
            zh="Canvas 的成績表沒有回饋欄，不能用 --feedback；回饋請發還 reports/ 裡的報告。",
            en="Canvas's sheet has no column for feedback, so --feedback cannot be used; hand out "
            "the reports in reports/ instead.",
        )
    if any(feedback_for(layout, sheet, column) is None for column in columns.values()):
        raise UsageError(
            zh="表上沒有回饋欄（評語回饋、Feedback comments）；請在 LMS 開啟文字回饋後重新下載。",
            en="The sheet has no column for feedback (Feedback comments): turn comments on in the "
            "LMS and download it again.",
        )


def _save(options: argparse.Namespace, sheet: Sheet) -> Path:
    """Write the sheet whole or not at all; where it is written."""
    source: Path = options.sheet
    out: Path = options.out or source.with_name(f"{source.stem}-dlgrade{source.suffix or '.csv'}")
    if options.in_place:
        out = source
    elif _same(out, source):
        raise UsageError(
            zh="--out 就是原來的檔案；要改原檔請用 --in-place。",
            en="--out is the sheet itself; use --in-place to change it.",
        )
    try:
        if options.in_place:
            _back_up(source)
        write_whole(os.path.abspath(out), sheet.data())
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError(zh=f"寫不了 {out}：{why}。", en=f"Cannot write {out}: {why}.") from error
    return out


def _same(one: Path, other: Path) -> bool:
    with contextlib.suppress(OSError):
        return one.samefile(other)
    return False


def _back_up(source: Path) -> None:
    """Keep the sheet as it was beside it; never over an earlier copy. Raises OSError."""
    data = source.read_bytes()
    for n in range(1, 10_000):
        path = source.with_name(f"{source.name}.bak" if n == 1 else f"{source.name}.{n}.bak")
        with contextlib.suppress(FileExistsError), path.open("xb") as file:
            file.write(data)
            return
    raise OSError(17, "too many .bak files", str(source))
