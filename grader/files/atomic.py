"""Files that are there whole or not at all."""

from __future__ import annotations

import contextlib
import os
import threading

PART = ".part"


def write_whole(path: str, data: bytes, *, sync: bool = False, mode: int = 0o644) -> None:
    """Write `data` to a temporary file beside `path`, then put it in its place. Folders that are
    not there are made; `mode` is subject to the umask.

    Raises:
        OSError: it cannot be written; nothing is left behind then.
    """
    folder, name = os.path.split(os.path.abspath(path))
    # A name's length is limited in bytes, and Chinese takes three a character.
    part = f"{folder}/.{os.getpid()}-{threading.get_ident() & 0xFFFFFF:x}{PART}"
    try:
        descriptor = _opened(part, folder, mode)
        try:
            write_all(descriptor, data)
            if sync:
                os.fsync(descriptor)
        finally:
            os.close(descriptor)
        os.replace(part, f"{folder}/{name}")
    except BaseException as error:
        with contextlib.suppress(OSError):
            os.unlink(part)
        if isinstance(error, OSError):
            raise OSError(error.errno, error.strerror, path) from error
        raise


def _opened(path: str, folder: str, mode: int) -> int:
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    try:
        return os.open(path, flags, mode)
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)
        return os.open(path, flags, mode)


def write_all(descriptor: int, data: bytes) -> None:
    """Write all of `data`. Raises OSError."""
    left = memoryview(data)
    while left:
        left = left[os.write(descriptor, left) :]


def sweep_parts(folder: str, *, deep: bool = True) -> int:
    """Remove what dead runs left half-written in `folder`, and below it when `deep`. Returns how
    many files it was."""
    count = 0
    for here, folders, names in os.walk(folder):
        if not deep:
            folders.clear()
        for name in names:
            if name.startswith(".") and name.endswith(PART):
                with contextlib.suppress(FileNotFoundError):
                    os.unlink(os.path.join(here, name))
                count += 1
    return count
