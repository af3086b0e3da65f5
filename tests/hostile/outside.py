"""What lies around the cage and must not be reached: a secret, a canary, listeners, a folder."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import socket
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VARIABLE = "DLGRADE_HOSTILE_SECRET"


class Outside:
    """Open to every user of the machine, so that nothing but the cage keeps a worker from it."""

    def __init__(self) -> None:
        self.token = "SECRET-" + secrets.token_hex(16)
        self.base = Path(tempfile.mkdtemp(prefix="outside-"))
        self.folder = self.base / "open"
        self.folder.mkdir()
        self.own = self.base / "grader"
        self.own.mkdir(mode=0o700)
        self.secret = self.folder / "secret.txt"
        self.canary = self.folder / "canary.txt"
        for path, text in ((self.secret, self.token), (self.canary, "alive")):
            path.write_text(text, encoding="utf-8")
            path.chmod(0o666)
        for folder in (self.base, self.folder):
            folder.chmod(0o777)
        self._open_doors()
        for door in self._doors:
            door.setblocking(False)
        (self.folder / "door").chmod(0o777)
        self._before = self._look()

    def __enter__(self) -> Outside:
        """The token in the environment, and temporary files where they can be counted."""
        self._tempdir = tempfile.tempdir
        os.environ[VARIABLE] = self.token
        tempfile.tempdir = str(self.own)
        return self

    def __exit__(self, *_: object) -> None:
        tempfile.tempdir = self._tempdir
        del os.environ[VARIABLE]

    def _open_doors(self) -> None:
        self._abstract = "dlgrade-" + secrets.token_hex(8)
        tcp, udp = socket.socket(), socket.socket(type=socket.SOCK_DGRAM)
        stream = socket.socket(socket.AF_UNIX)
        named = socket.socket(socket.AF_UNIX)
        self._doors = [tcp, udp, stream, named]
        tcp.bind(("127.0.0.1", 0))
        udp.bind(("127.0.0.1", 0))
        stream.bind("\0" + self._abstract)
        named.bind(str(self.folder / "door"))
        for door in (tcp, stream, named):
            door.listen(8)
        self._ports = tcp.getsockname()[1], udp.getsockname()[1]

    def fill(self, source: bytes) -> bytes:
        """The hostile file with the places of this machine in it."""
        places = {
            "SECRET": self.secret,
            "CANARY": self.canary,
            "OUTSIDE": self.folder,
            "ROOT": ROOT,
            "TCP": self._ports[0],
            "UDP": self._ports[1],
            "ABSTRACT": self._abstract,
            "UNIX": self.folder / "door",
            "GRADER": os.getpid(),
        }
        for name, value in places.items():
            source = source.replace(f"@{name}@".encode(), str(value).encode())
        return source

    def touched(self) -> list[str]:
        """What was reached, in words. Puts it right again, so that one case is told once."""
        found = []
        if self._look() != self._before:
            found.append("a file outside was changed")
            self.canary.write_text("alive", encoding="utf-8")
            self.canary.chmod(0o666)
            self._before = self._look()
        for door in self._doors:
            while True:
                try:
                    if door.type == socket.SOCK_DGRAM:
                        door.recv(100)
                    else:
                        door.accept()[0].close()
                except BlockingIOError:
                    break
                found.append("somebody came through a socket")
        return found

    def _look(self) -> list[tuple[str, int, int, float, int, bytes]]:
        looks = []
        for path in (self.secret, self.canary):
            with contextlib.suppress(OSError):
                about = path.stat()
                mark = (about.st_mode, about.st_uid, about.st_mtime, about.st_nlink)
                looks.append((path.name, *mark, path.read_bytes()))
        return looks

    def close(self) -> None:
        for door in self._doors:
            door.close()
        shutil.rmtree(self.base, ignore_errors=True)
