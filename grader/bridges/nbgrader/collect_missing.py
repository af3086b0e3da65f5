"""Collecting, so that nbgrader sees every student: it passes over a folder without the notebook."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

from nbgrader.exchange.default import ExchangeCollect


class Collect(ExchangeCollect):  # type: ignore[misc]
    """nbgrader's own collecting; afterwards a submission that lacks an assignment's notebook gets
    the one that was handed out. It holds no work, so it is never what is graded."""

    def copy_files(self) -> None:
        super().copy_files()
        name = self.coursedir.assignment_id
        place: Any = self.coursedir.format_path
        handed_out = Path(place(self.coursedir.release_directory, ".", name)) / f"{name}.ipynb"
        if not handed_out.is_file():
            return
        for record in self.src_records:
            folder = Path(place(self.coursedir.submitted_directory, record["username"], name))
            missing = folder / handed_out.name
            if not folder.is_dir() or os.path.lexists(missing):
                continue
            self.log.warning(
                "No %s in what %s handed in: the one handed out is put there",
                handed_out.name,
                record["username"],
            )
            part = missing.with_name(f".{missing.name}.part")
            try:
                # An older time than any work's: where nothing else decides, the newer file counts.
                shutil.copyfile(handed_out, part)
                os.utime(part, (0, 0))
                os.replace(part, missing)
            except OSError as error:
                self.log.error("Cannot write %s: %s", missing, error.strerror or error)
