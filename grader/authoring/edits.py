"""A text said as a base and its edits: what mistakes and corpora are made of."""

from __future__ import annotations

from collections.abc import Sequence

from grader.language.text import Text
from grader.model.errors import CourseError

Edit = tuple[str, str]
"""(old, new): where `old` stands in the text, `new` takes its place."""


def apply(source: str, edits: Sequence[Edit], where: str) -> str:
    """`source` with each of `edits` put in, one after another.

    Args:
        where: the file and the entry that the edits stand in, for the error's sentence.

    Raises:
        CourseError: an old text does not stand there exactly once, or an edit changes nothing.
    """
    for old, new in edits:
        count = source.count(old) if old else 0
        if count != 1:
            more = (
                Text("請多寫一點前後文。", " Write more of what is around it.")
                if count
                else Text("請照底稿原樣寫。", " Copy it from the base.")
            )
            raise CourseError(
                Text(
                    f"{where}：要換掉的 {old!r} 在底稿裡出現 {count} 次，應該正好一次。",
                    f"{where}: {old!r} stands {count} times in the base; an edit replaces what "
                    "stands there exactly once.",
                )
                + more
            )
        if old == new:
            raise CourseError(
                Text(f"{where}：{old!r} 換成了一樣的內容。", f"{where}: {old!r} is put for itself.")
            )
        source = source.replace(old, new)
    return source
