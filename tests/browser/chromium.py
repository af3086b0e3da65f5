"""Chromium over its debugging pipe: enough to open a page, press keys and look."""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--hide-scrollbars", "--remote-debugging-pipe", "--force-prefers-reduced-motion",
)  # fmt: skip
PATIENCE = 60
"""Seconds after which a browser that does not answer counts as lost."""

LAUNCH = """
import fcntl, os, sys
read, write = (fcntl.fcntl(int(fd), fcntl.F_DUPFD, 10) for fd in sys.argv[1:3])
os.dup2(read, 3)
os.dup2(write, 4)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""Chromium reads commands from descriptor 3 and answers on 4."""

KEYS = {
    "Tab": (9, ""), "Enter": (13, "\r"), "Escape": (27, ""), " ": (32, " "), "Backspace": (8, ""),
    "ArrowLeft": (37, ""), "ArrowUp": (38, ""), "ArrowRight": (39, ""), "ArrowDown": (40, ""),
    "Home": (36, ""), "End": (35, ""),
}  # fmt: skip


def found() -> str | None:
    """The browser on this machine, if there is one."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


class Browser:
    """A running Chromium. Use `started`."""

    def __init__(self, read: int, write: int) -> None:
        self._read, self._write = read, write
        self._left = b""
        self._count = 0
        self.events: list[dict[str, Any]] = []

    def call(self, method: str, session: str | None = None, **params: Any) -> dict[str, Any]:
        """One command of the DevTools protocol, and what it gives."""
        self._count += 1
        message = {"id": self._count, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._count:
                assert "error" not in answer, f"{method}: {answer['error']}"
                return dict(answer["result"])
            if "method" in answer:
                self.events.append(answer)

    def _next(self) -> dict[str, Any]:
        until = time.monotonic() + PATIENCE
        while b"\0" not in self._left:
            ready, _, _ = select.select([self._read], [], [], max(0.0, until - time.monotonic()))
            assert ready, "the browser does not answer"
            got = os.read(self._read, 1 << 20)
            assert got, "the browser is gone"
            self._left += got
        line, _, self._left = self._left.partition(b"\0")
        return dict(json.loads(line))

    def open(self, path: Path, width: int = 1280, dark: bool = False, first: str = "") -> Page:
        """A tab with the file `path`, in a profile of its own; `first` runs before its scripts."""
        context = self.call("Target.createBrowserContext")["browserContextId"]
        target = self.call("Target.createTarget", url="about:blank", browserContextId=context)[
            "targetId"
        ]
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        page = Page(self, str(attached["sessionId"]))
        for domain in ("Page", "Runtime", "DOM"):
            page.call(f"{domain}.enable")
        page.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1,
            mobile=width < 600,
        )  # fmt: skip
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        page.call("Emulation.setEmulatedMedia", features=[scheme])
        if first:
            page.call("Page.addScriptToEvaluateOnNewDocument", source=first)
        page.go(path)
        return page


class Page:
    """One tab."""

    def __init__(self, browser: Browser, session: str) -> None:
        self.browser, self.session = browser, session

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        return self.browser.call(method, self.session, **params)

    def go(self, path: Path) -> None:
        """Open the file and wait until it is there."""
        self.call("Page.navigate", url=path.as_uri())
        self.until("document.readyState === 'complete' && location.href !== 'about:blank'")

    def reload(self) -> None:
        self.js("window.before = true")
        self.call("Page.reload")
        self.until("!window.before && document.readyState === 'complete'")

    def js(self, code: str) -> Any:
        """The value of an expression, a promise's when it is one."""
        result = self.call(
            "Runtime.evaluate", expression=code, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in result, result["exceptionDetails"]
        return result["result"].get("value")

    def until(self, code: str) -> None:
        """Wait until an expression is true."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                if self.js(f"Boolean({code})"):
                    return
            except AssertionError as error:
                if not any(word in str(error) for word in ("context", "navigated")):
                    raise
            assert time.monotonic() < end, f"never: {code}"
            time.sleep(0.02)

    def press(self, *keys: str, shift: bool = False) -> None:
        for key in keys:
            code, text = KEYS[key]
            more = {"key": key, "code": key, "windowsVirtualKeyCode": code, "text": text}
            modifiers = 8 if shift else 0
            self.call("Input.dispatchKeyEvent", type="keyDown", modifiers=modifiers, **more)
            self.call("Input.dispatchKeyEvent", type="keyUp", modifiers=modifiers, **more)

    def type(self, text: str) -> None:
        self.call("Input.insertText", text=text)

    def tab_to(self, selector: str, most: int = 120) -> None:
        """Press Tab until the focus is on `selector`, as somebody without a mouse has to."""
        there = f"document.activeElement.matches({json.dumps(selector)})"
        for _ in range(most):
            if self.js(there):
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not reach {selector}")

    def text(self, selector: str) -> str:
        """What is seen of an element: both languages are there, one is shown."""
        return str(self.js(f"document.querySelector({json.dumps(selector)}).innerText")).strip()

    def errors(self) -> list[str]:
        """What went wrong on this page so far."""
        return [
            json.dumps(e["params"])[:400]
            for e in self.browser.events
            if e["method"] == "Runtime.exceptionThrown" and e.get("sessionId") == self.session
        ]


@contextmanager
def started(path: str) -> Iterator[Browser]:
    """A browser with a profile of its own, ended with the block."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        to_read, write = os.pipe()
        read, to_write = os.pipe()
        launch = [sys.executable, "-c", LAUNCH, str(to_read), str(to_write), path]
        process = subprocess.Popen(
            [*launch, *FLAGS, f"--user-data-dir={profile}"],
            pass_fds=(to_read, to_write), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(to_read)
        os.close(to_write)
        try:
            yield Browser(read, write)
        finally:
            os.close(write)
            os.close(read)
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(10)
