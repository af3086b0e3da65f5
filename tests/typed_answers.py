"""`data/typed_answers.json`: what students type and what it is due.

`readings` are entries with the number, the grid (`?` cannot be read), the shape and the letters
that each is read as; `marks` are answers to `grid_question` with the part of the points that each
of y, s and t is due and the mistakes that are named.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_name("data") / "typed_answers.json"
_DATA = json.loads(_FILE.read_text(encoding="utf-8"))

READINGS: list[dict[str, Any]] = _DATA["readings"]
MARKS: list[dict[str, Any]] = _DATA["marks"]


def entry_of(typed: Any) -> Any:
    """A list from JSON as the tuples that an attempt holds."""
    return tuple(map(entry_of, typed)) if isinstance(typed, list) else typed
