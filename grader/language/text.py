"""One thing said in every language of the house."""

from __future__ import annotations

from grader.messages import LANGUAGES, NO_TEXT, Text

__all__ = ["LANGUAGES", "NO_TEXT", "Text"]
