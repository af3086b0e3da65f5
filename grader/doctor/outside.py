"""What the attacks are after: a file to read, one to change, a port, an environment variable."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import socket
import tempfile
from pathlib import Path

VARIABLE = "DLGRADE_DOCTOR_SECRET"


class Outside:
    """Made open to every user of the machine, so that only the cage can keep a worker out.

    Attributes:
        token: what the secret file and the environment hold.
        port: of a listener on the loopback interface; `name` of one without a network.
    """

    def __init__(self) -> None:
        self.pid = os.getpid()
        self.token = "dlgrade-" + secrets.token_hex(16)
        self.folder = Path(tempfile.mkdtemp(prefix="dlgrade-doctor-"))
        self.secret, self.canary = self.folder / "secret", self.folder / "canary"
        self._doors: list[socket.socket] = []
        try:
            self.folder.chmod(0o777)
            for path in (self.secret, self.canary):
                path.write_text(self.token, encoding="ascii")
                path.chmod(0o666)
            self._before = self._look()
            self.port, self.name = self._listen()
        except BaseException:
            self.close()
            raise
        os.environ[VARIABLE] = self.token

    def _listen(self) -> tuple[int, str]:
        tcp = socket.socket()
        self._doors.append(tcp)
        tcp.bind(("127.0.0.1", 0))
        name = self.token[:20]
        if hasattr(socket, "AF_UNIX"):
            local = socket.socket(socket.AF_UNIX)
            self._doors.append(local)
            with contextlib.suppress(OSError):
                local.bind("\0" + name)
                local.listen(1)
        tcp.listen(1)
        for door in self._doors:
            door.setblocking(False)
        return int(tcp.getsockname()[1]), name

    def untouched(self) -> bool:
        """Whether everything is as it was and nobody came through a socket."""
        for door in self._doors:
            try:
                door.accept()[0].close()
                return False
            except BlockingIOError:
                continue
            except OSError:
                continue  # it never listened
        return self._look() == self._before

    def _look(self) -> list[object]:
        found: list[object] = [sorted(p.name for p in self.folder.iterdir())]
        for path in (self.secret, self.canary):
            with contextlib.suppress(OSError):
                about = path.stat()
                found.append((about.st_mode, about.st_mtime_ns, path.read_bytes()))
        return found

    def close(self) -> None:
        """Take everything away again. May be called twice."""
        for door in self._doors:
            door.close()
        if os.environ.get(VARIABLE) == self.token:
            del os.environ[VARIABLE]
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self) -> Outside:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
