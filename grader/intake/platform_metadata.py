"""What a submission system keeps beside the files: Gradescope's metadata, nbgrader's timestamps."""

from __future__ import annotations

from collections.abc import Iterable

from grader.intake.file_reading import FileReader
from grader.intake.gathered import Refused
from grader.intake.gradescope_metadata import METADATA, Submitted, submissions
from grader.intake.layout import Claim
from grader.intake.name_parts import printable
from grader.intake.platform_paths import stamp
from grader.intake.scan import Entry

_STAMP = "timestamp.txt"
_SECRET = "submission_secret.txt"
_MAX_METADATA = 64 << 20

_Parts = tuple[str, ...]


class PlatformRecords:
    """Those records, read when first asked for, each once."""

    def __init__(self, entries: Iterable[Entry], reader: FileReader) -> None:
        self._reader = reader
        self._files = {
            e.parts: e for e in entries if e.problem is None and e.file in {METADATA, _STAMP}
        }
        self._owners: dict[_Parts, dict[str, Submitted] | None] = {}
        self._stamps: dict[_Parts, str | None] = {}

    def holds(self, entry: Entry) -> bool:
        """Whether a file is such a record, and nobody's work."""
        if entry.file == METADATA:
            return bool(self.owners(entry.parts[:-1]))
        return entry.file in {_STAMP, _SECRET}

    def owners(self, folder: _Parts) -> dict[str, Submitted] | None:
        """What Gradescope's metadata in `folder` says, by folder name; None where there is none
        that can be read."""
        if folder not in self._owners:
            text = self._text((*folder, METADATA), _MAX_METADATA)
            self._owners[folder] = (submissions(text) or None) if text else None
        return self._owners[folder]

    def submitted(self, claim: Claim) -> str | None:
        """When, as the platform writes it: in the path, in its metadata, or in timestamp.txt."""
        if claim.mark is not None and claim.mark.submitted:
            return printable(claim.mark.submitted)
        parts = claim.entry.parts
        for length in range(len(parts) - 1, len(claim.area) - 1, -1):
            folder = parts[:length]
            if folder not in self._stamps:
                text = self._text((*folder, _STAMP), 256)
                self._stamps[folder] = stamp(text) if text else None
            if self._stamps[folder] is not None:
                return self._stamps[folder]
        return None

    def _text(self, path: _Parts, limit: int) -> str | None:
        entry = self._files.get(path)
        if entry is None:
            return None
        try:
            data = self._reader.bytes_of(entry.where, limit=limit)
        except Refused:
            return None
        return data.decode("utf-8-sig", "replace")
