"""A file that has no name: in memory where Python offers that, else deleted at once."""

from __future__ import annotations

import os
import sys


def make() -> int:
    """Its descriptor, for reading and writing; the caller closes it. Raises OSError."""
    if sys.platform == "linux" and hasattr(os, "memfd_create"):
        return os.memfd_create("dlgrade")
    import tempfile  # where it is not needed, a worker starts the sooner

    with tempfile.TemporaryFile() as file:
        return os.dup(file.fileno())
