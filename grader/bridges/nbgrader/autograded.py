"""`autograded/`: the notebook that Formgrader shows of a submission, and the files beside it.

As nbgrader's own autograder leaves it: what students wrote, locked cells as they were handed out,
missing ones put back, a cell that occurs twice counted once. Nothing is run, and none of the
student's outputs is kept: the check cells show the engine's findings.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from grader.bridges.nbgrader.cell_ids import check_id
from grader.bridges.nbgrader.gradebook_cells import NotebookCells
from grader.course import percent as percent
from grader.intake.file_reading import FileReader
from grader.intake.gathered import Found, Refused
from grader.intake.student_file import decode
from grader.language.text import Text, tr
from grader.model.errors import SubmissionError

_ID = re.compile(r"[a-zA-Z0-9_-]{1,64}")

FROM_FILE = tr(
    "What was graded is the submitted file `{file}`, not a notebook; the cells below show it."
)
FROM_ANSWERS = tr("What was marked is the file `{file}`.")
ABSENT = tr("# The submission does not have this cell: {name}.")
ELSEWHERE = tr("# {name} is in one cell with {other}: see there.")
RESTORED = tr("# The submission lacked this cell; put back.")


@dataclass(frozen=True, slots=True)
class CellFeedback:
    """What a check cell shows: points earned (None: no score yet), HTML and plain text."""

    score: float | None
    html: str
    text: str


@dataclass(frozen=True, slots=True)
class _Cell:
    kind: str
    text: str
    name: str | None = None
    own: str = ""
    attached: Mapping[str, Any] | None = None


def document(
    cells: NotebookCells,
    found: Found | None,
    findings: Mapping[str, CellFeedback],
    why: Sequence[Text],
    lang: str,
) -> str:
    """The notebook as JSON. `found` is the student's file for it, None where there is none, for
    the reasons `why`; `findings` are by grade cell."""
    work, remarks = _work(found, cells, lang)
    if found is None:
        remarks = ["\n\n".join(text[lang] for text in why)] if why else []
    placed = _complete(_matched(_restored(work, cells), cells), cells, lang)
    head = [_Cell("markdown", text) for text in remarks]
    return _written([*head, *placed], cells, findings)


# ---------------------------------------------------------------------------- what was written


def _work(found: Found | None, cells: NotebookCells, lang: str) -> tuple[list[_Cell], list[str]]:
    if found is None:
        return [], []
    try:
        with FileReader() as reader:
            text, _ = decode(reader.bytes_of(found.source), found.file)
        if found.file.lower().endswith(".ipynb"):
            return _notebook(text, cells), []
        if found.file.lower().endswith(".json"):
            return [], [FROM_ANSWERS.format(file=found.file)[lang]]
        remark = FROM_FILE.format(file=found.file)[lang]
        return [_Cell(c.kind, c.text) for c in percent.cells(text)], [remark]
    except (Refused, SubmissionError, ValueError, TypeError, AttributeError, RecursionError):
        # The report says what is wrong with the file.
        return [], []


def _notebook(text: str, cells: NotebookCells) -> list[_Cell]:
    data = json.loads(text)
    raw = data["cells"] if "cells" in data else [c for s in data["worksheets"] for c in s["cells"]]
    found = []
    for cell in raw:
        if not isinstance(cell, dict):
            continue
        kind = cell.get("cell_type")
        source = cell.get("source", cell.get("input", ""))
        source = source if isinstance(source, str) else "".join(map(str, source or ()))
        meta = cell.get("metadata")
        name = _name(meta if isinstance(meta, dict) else {}, cells)
        attached = cell.get("attachments")
        found.append(
            _Cell(
                kind if kind in ("code", "markdown", "raw") else "markdown",
                source,
                name,
                str(cell.get("id", "")),
                attached if isinstance(attached, dict) and kind == "markdown" else None,
            )
        )
    return found


def _name(meta: Mapping[str, Any], cells: NotebookCells) -> str | None:
    """The cell's name, if it is one that was handed out."""
    nbgrader = meta.get("nbgrader")
    name = nbgrader.get("grade_id") if isinstance(nbgrader, dict) else None
    return name if isinstance(name, str) and name in cells.sources else None


# ---------------------------------------------------------------------------- as handed out


def _restored(work: Sequence[_Cell], cells: NotebookCells) -> list[_Cell]:
    """Of a cell that occurs twice the last one counts, as in nbgrader; locked ones are reset."""
    seen: set[str] = set()
    out: list[_Cell] = []
    for cell in reversed(work):
        name = None if cell.name in seen else cell.name
        if name is None:
            out.append(_Cell(cell.kind, cell.text, None, cell.own, cell.attached))
            continue
        seen.add(name)
        master = cells.sources[name]
        text = master.text if master.locked else cell.text
        attached = cell.attached if master.kind == "markdown" else None
        out.append(_Cell(master.kind, text, name, cell.own, attached))
    return out[::-1]


def _matched(work: Sequence[_Cell], cells: NotebookCells) -> list[_Cell]:
    """A function whose own cell is gone may stand in another one."""
    out = list(work)
    for name in sorted(cells.solutions - {cell.name for cell in work}):
        start = _definition(name)
        for at in range(len(out) - 1, -1, -1):
            cell = out[at]
            if cell.name is None and cell.kind == "code" and start.search(cell.text):
                out[at] = _Cell("code", cell.text, name, cell.own)
                break
    return out


def _definition(name: str) -> re.Pattern[str]:
    return re.compile(rf"^def\s+{re.escape(name)}\s*\(", re.MULTILINE)


def _complete(work: Sequence[_Cell], cells: NotebookCells, lang: str) -> list[_Cell]:
    """What is missing, put back: a check after its function, all else at the end."""
    out = list(work)
    there = {cell.name for cell in out}
    # A .py never had the checks: nothing is amiss where none of a notebook's cells is there.
    taken = bool(there & (cells.points.keys() | (cells.sources.keys() - cells.solutions)))
    order = list(cells.sources)
    for name in order:
        if name in cells.solutions and name not in there:
            master = cells.sources[name]
            start = _definition(name)
            other = next((c.name for c in work if c.name and start.search(c.text)), None)
            text = (ELSEWHERE if other else ABSENT).format(name=name, other=other)[lang]
            if master.kind != "code":
                text = text.removeprefix("# ")
            out.append(_Cell(master.kind, text, name))
    for name in order:
        if name not in cells.points or name in there or name in cells.solutions:
            continue
        master = cells.sources[name]
        remark = RESTORED[lang] if master.kind == "code" else RESTORED[lang].removeprefix("# ")
        text = f"{remark}\n\n{master.text}" if taken else master.text
        function = next((s for s in cells.solutions if check_id(s) == name), None)
        at = next((i for i, c in enumerate(out, 1) if function and c.name == function), len(out))
        out.insert(at, _Cell(master.kind, text, name))
    return out


# ---------------------------------------------------------------------------- as JSON


def _written(
    work: Sequence[_Cell], cells: NotebookCells, findings: Mapping[str, CellFeedback]
) -> str:
    used: set[str] = set()
    made = []
    for number, cell in enumerate(work):
        own = cell.own if _ID.fullmatch(cell.own) and cell.own not in used else f"made-{number}"
        used.add(own)
        made.append(_json(cell, own, cells, findings.get(cell.name or "")))
    kernel = cells.kernel or {
        "display_name": "Python 3",
        "language": "python",
        "name": "python3",
    }
    data = {
        "cells": made,
        "metadata": {"kernelspec": dict(kernel), "language_info": {"name": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"


def _json(
    cell: _Cell, own: str, cells: NotebookCells, finding: CellFeedback | None
) -> dict[str, Any]:
    base: dict[str, Any] = {
        "cell_type": cell.kind,
        "id": own,
        "metadata": _metadata(cell.name, cells) if cell.name else {},
        "source": cell.text,
    }
    if cell.attached:
        base["attachments"] = dict(cell.attached)
    if cell.kind == "code":
        base |= {"execution_count": None, "outputs": [_output(finding)] if finding else []}
    return base


def _metadata(name: str, cells: NotebookCells) -> dict[str, Any]:
    master = cells.sources[name]
    task = name in cells.tasks
    graded = name in cells.points
    nbgrader: dict[str, Any] = {
        "schema_version": 3,
        "grade_id": name,
        "grade": graded and not task,
        "solution": name in cells.solutions,
        "task": task,
        "locked": master.locked,
        "cell_type": master.kind,
    }
    if graded:
        nbgrader["points"] = cells.points[name]
    if master.checksum:
        nbgrader["checksum"] = master.checksum
    meta: dict[str, Any] = {"nbgrader": nbgrader}
    if master.locked:
        meta |= {"deletable": False, "editable": False}
    return meta


def _output(finding: CellFeedback) -> dict[str, Any]:
    """A number where there is a score, as nbgrader reads partial credit."""
    data = {"text/html": finding.html, "text/plain": finding.text}
    if finding.score is None:
        return {"output_type": "display_data", "data": data, "metadata": {}}
    data["text/plain"] = repr(float(finding.score))
    return {
        "output_type": "execute_result",
        "data": data,
        "metadata": {},
        "execution_count": None,
    }
