"""An assignment as nbgrader's source notebook: the reference, its cells marked for nbgrader.

`nbgrader generate_assignment` clears the solutions; what it makes has the cells of our own stub.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from grader.bridges.nbgrader.cell_ids import check_id, solution_id
from grader.course.percent import CHECK_TAG, Placed, as_cell, document, placed

SCHEMA = 3


def source_notebook(source: str, assignment: str, points: Mapping[str, float]) -> str:
    """The notebook for `source/`, made from the reference; `points` are those of each function.

    Every cell but those without a task has an id, stable between versions; statements and checks
    are locked.
    """
    made = []
    for cell in placed(source, assignment, tuple(points)):
        metadata: dict[str, Any] = {}
        marked = _marked(cell, points)
        if marked is not None:
            metadata["nbgrader"] = marked
        if cell.role == "check":
            metadata["tags"] = [CHECK_TAG]
        if cell.role in ("text", "check"):
            metadata |= {"deletable": False, "editable": False}
        made.append(as_cell(cell, metadata))
    return document(made)


def _marked(cell: Placed, points: Mapping[str, float]) -> dict[str, Any] | None:
    """nbgrader's metadata of a cell, schema 3; None for code that is nobody's task."""
    base: dict[str, Any] = {"grade": False, "locked": False, "solution": False, "task": False}
    base["schema_version"] = SCHEMA
    if cell.role == "text":
        return base | {"grade_id": _plain(cell.key), "locked": True}
    if cell.role == "solution":
        return base | {"grade_id": _plain(solution_id(cell.key)), "solution": True}
    if cell.role == "check":
        assert cell.function is not None
        worth = points[cell.function]
        worth = int(worth) if worth == int(worth) else worth
        return base | {
            "grade_id": _plain(check_id(cell.function)),
            "grade": True,
            "locked": True,
            "points": worth,
        }
    return None


def _plain(key: str) -> str:
    """nbgrader's ids are of letters, digits, - and _."""
    return re.sub(r"[^a-zA-Z0-9_-]", "-", key)


def meaning(text: str) -> object:
    """What a notebook's text says, apart from what merely opening and saving it changes: two
    notebooks with equal meanings are one. The text itself where it is no notebook."""
    try:
        cells = json.loads(text)["cells"]
        return [
            (
                cell["cell_type"],
                "".join(cell["source"]),
                {k: v for k, v in cell["metadata"].get("nbgrader", {}).items() if k not in _LATER},
                sorted(cell["metadata"].get("tags", [])),
            )
            for cell in cells
        ]
    except (ValueError, KeyError, TypeError, AttributeError):
        return text


_LATER = frozenset({"checksum", "cell_type"})
