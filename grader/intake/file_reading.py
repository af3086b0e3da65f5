"""The bytes of a gathered file, and the submission that they make."""

from __future__ import annotations

import io
from pathlib import Path
from typing import BinaryIO

from grader.intake.disk import open_file
from grader.intake.gathered import Found, Refused, Spot, Where
from grader.intake.name_parts import printable
from grader.intake.not_graded import reason
from grader.intake.student_file import MAX_BYTES, decode, most_bytes, notebook_cells, too_long
from grader.intake.zips import unpack
from grader.language.text import Text, tr
from grader.model.errors import SubmissionError
from grader.model.submission import Cell, Submission

SUFFIXES = (".py", ".ipynb")
MAX_NESTED = 64 << 20


class Reader:
    """Reads files one after another, keeping the last archive open between them.

    A context manager.
    """

    def __init__(self) -> None:
        self._file: BinaryIO | None = None
        self._key: tuple[object, ...] = ()
        self._inner: tuple[Spot, bytes] | None = None

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        self._file, self._key, self._inner = None, (), None

    def bytes_of(self, where: Where, *, limit: int | None = None) -> bytes:
        """At most `limit` bytes, or as many as work of this name may have.

        Raises:
            Refused: it cannot be read, or is larger.
        """
        limit = most_bytes(where.shown) if limit is None else limit
        try:
            if not where.inside:
                with open_file(where.root, where.parts) as file:
                    data = file.read(limit + 1)
                if len(data) > limit:
                    raise Refused("too-large", limit=limit >> 20)
                return data
            archive = self.archive(where.root, where.parts, where.inside[:-1])
            return unpack(archive, where.inside[-1], limit=limit)
        except OSError as error:
            raise Refused("unreadable", why=error.strerror or str(error)) from None

    def archive(self, root: str, parts: tuple[str, ...], inside: tuple[Spot, ...]) -> BinaryIO:
        """The zip at that place, open: on disk, or one that lies in a zip, unpacked in memory."""
        key = (root, parts)
        if self._file is None or self._key != key:
            self.close()
            self._file, self._key = open_file(root, parts), key
        if not inside:
            return self._file
        if self._inner is None or self._inner[0] != inside[0]:
            # A zip hardly shrinks in a zip; one that unpacks to much more is there to do harm.
            limit = min(MAX_NESTED, (1 << 20) + 20 * inside[0].packed)
            self._inner = (inside[0], unpack(self._file, inside[0], limit=limit))
        return io.BytesIO(self._inner[1])


def contents(data: bytes, file: str) -> tuple[tuple[Cell, ...], tuple[Text, ...]]:
    """What a file's bytes say: its cells, and remarks on the encoding.

    Raises:
        Refused: it is empty, not text, or not a whole notebook.
    """
    if not data.strip(b" \t\r\n\x0c\xef\xbb\xbf"):
        raise Refused("empty")
    label = printable(file)
    try:
        text, notes = decode(data, label)
    except SubmissionError:
        raise Refused("not-text") from None
    if not file.lower().endswith(".ipynb"):
        return (Cell(label, text),), notes
    try:
        cells, notes = notebook_cells(data, Path(label))
    except SubmissionError:
        raise Refused("bad-notebook") from None
    if too_long(cells):
        raise Refused("too-large", limit=MAX_BYTES >> 20)
    return cells, notes


def read_found(found: Found) -> Submission:
    """Read the file, from disk or from inside its zip; nothing is written anywhere.

    Raises:
        SubmissionError: it is gone, has changed into something unreadable, is too large, is not
            text, or is not a notebook.
    """
    try:
        with Reader() as reader:
            cells, notes = contents(reader.bytes_of(found.source), found.file)
    except Refused as refused:
        why = reason(refused.kind, **refused.values)
        raise SubmissionError(tr("{shown}: {why}", shown=found.source.shown, why=why)) from None
    return Submission(
        assignment=found.assignment,
        cells=cells,
        path=printable(found.file),
        student=found.student,
        notes=found.notes + notes,
    )
