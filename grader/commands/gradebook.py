"""`grade gradebook`: scores into the sheet that was downloaded from Canvas or Moodle."""

from __future__ import annotations

import argparse
import contextlib
import os
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

from grader.bridges.gradebook.columns import columns_of
from grader.bridges.gradebook.fill import Options, Said, Told, fill
from grader.bridges.gradebook.fill_summary import told_text
from grader.bridges.gradebook.headings import Layout, feedback_for, layout_of
from grader.bridges.gradebook.scores import Results, read_results, students_of
from grader.bridges.gradebook.sheet import Sheet, read_sheet
from grader.bridges.gradebook.sheet_people import matched
from grader.commands.console import Console
from grader.files.atomic import write_whole
from grader.language.nearest import did_you_mean
from grader.language.text import Text, tr, tr_in
from grader.model.errors import EXIT_PASSED, EXIT_POINTS_MISSING, UsageError

HELP: dict[str, Text] = {
    "sheet": tr(
        "the CSV downloaded from Canvas's gradebook, Moodle's gradebook, or a Moodle "
        "assignment's grading worksheet"
    ),
    "--results": tr("the results folder of grade batch"),
    "--assignment": tr_in(
        "filling in a gradebook", "only this assignment (may be given several times)"
    ),
    "--column": tr("the column for the grades: NAME, or ASSIGNMENT=NAME (may be repeated)"),
    "--out": tr("write to this file (default: the sheet's name with -dlgrade)"),
    "--in-place": tr("change the sheet itself, and keep a .bak of it"),
    "--feedback": tr("write feedback too; what is there is kept"),
    "--keep": tr("leave grades that are already there"),
    "--max": tr("the maximum of columns for which the sheet does not name it"),
}

_UPLOAD: dict[str, Text] = {
    "canvas": tr("To upload: Canvas → Grades → Import."),
    "worksheet": tr(
        "To upload: Moodle → the assignment → View all submissions → Upload grading worksheet."
    ),
    "moodle": tr(
        "To upload: Moodle → Grades → Import → CSV file; map users by e-mail or ID number, "
        "and map only the columns to change."
    ),
    "table": Text(""),
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


def run(options: argparse.Namespace, console: Console) -> int:
    """Fill the sheet in, write it (not with --dry-run), tell what was done.

    Returns 0; 1 where a result could not be placed. Raises UsageError.
    """
    if options.max is not None and not 0 < options.max < 1e6:
        raise UsageError(tr("--max has to be a positive number."))
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
    path = _place(options)
    if not options.dry_run:
        _save(options, path, sheet)
    if not results.finished:
        console.note(tr("Note: this run is not finished."))
    if gone:
        console.note(gone)
    missing = [name for name in assignments if name not in columns]
    if missing:
        said = tr("No column in the sheet for: ")
        console.note(f"{said[console.lang]}{', '.join(missing)}")
    console.say(f"{told_text(told, console.lang)}\n{path}")
    console.tell(sheet=path, written=not options.dry_run, missing=missing, **_data(told))
    if options.dry_run:
        console.remark(tr("(Nothing was written.)"))
    else:
        console.note(_UPLOAD[layout.kind])
    return EXIT_POINTS_MISSING if told.unplaced else EXIT_PASSED


def _data(told: Told) -> dict[str, object]:
    return {field.name: _plain(getattr(told, field.name)) for field in fields(told)}


def _plain(value: int | Sequence[Said | str]) -> object:
    if isinstance(value, int):
        return value
    return [
        {"who": s.who, "assignment": s.assignment, "what": s.what, "why": s.why}
        if isinstance(s, Said)
        else s
        for s in value
    ]


def _no_students(sheet: Sheet) -> UsageError:
    seen = "、".join(c.value for c in sheet.lines[0].cells if c.value.strip()) or "—"
    return UsageError(
        tr(
            "The first row of {path} names no column that tells students (an id, an account, an "
            "e-mail address); it has: {seen}.",
            path=sheet.path,
            seen=seen,
        )
    )


def _assignments(options: argparse.Namespace, results: Results) -> list[str]:
    known = list(results.found)
    for name in options.assignment:
        if name not in known:
            near = did_you_mean(name, known)
            raise UsageError(
                tr(
                    "There are no results for {name} in {folder}; there are {known}.",
                    name=name,
                    folder=results.folder,
                    known=", ".join(known),
                )
                + near
            )
    return list(dict.fromkeys(options.assignment)) or known


def _check(
    options: argparse.Namespace, sheet: Sheet, layout: Layout, columns: dict[str, int]
) -> None:
    if layout.kind == "worksheet" and layout.maximum is None and options.max is None:
        raise UsageError(
            tr(
                "This assignment is graded on a scale, or the sheet has no maximum grade: name it "
                "with --max."
            )
        )
    if not options.feedback:
        return
    if layout.kind == "canvas":
        raise UsageError(
            tr(
                "Canvas's sheet has no column for feedback, so --feedback cannot be used; hand "
                "out the reports in reports/ instead."
            )
        )
    if any(feedback_for(layout, sheet, column) is None for column in columns.values()):
        raise UsageError(
            tr(
                "The sheet has no column for feedback (Feedback comments): turn comments on in "
                "the LMS and download it again."
            )
        )


def _place(options: argparse.Namespace) -> Path:
    """Where the sheet is written."""
    source: Path = options.sheet
    out: Path = options.out or source.with_name(f"{source.stem}-dlgrade{source.suffix or '.csv'}")
    if options.in_place:
        return source
    if _same(out, source):
        raise UsageError(tr("--out is the sheet itself; use --in-place to change it."))
    return out


def _save(options: argparse.Namespace, out: Path, sheet: Sheet) -> None:
    """Write the sheet whole or not at all."""
    try:
        if options.in_place:
            _back_up(options.sheet)
        write_whole(os.path.abspath(out), sheet.data())
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError(tr("Cannot write {out}: {why}.", out=out, why=why)) from error


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
