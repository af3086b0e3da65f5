"""Links in a terminal (OSC 8): a place in a file that opens on a click."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from grader.render.terminal_stream import is_terminal

_PROGRAMS = frozenset(
    {"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio", "WarpTerminal"}
)
_TERMS = ("xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm", "contour")
_SESSIONS = ("WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "DOMTERM")
_FIRST_VTE = 5000
"""VTE (GNOME's terminal and its kin) knows links since 0.50."""


def links_allowed(stream: object, environ: Mapping[str, str] | None = None) -> bool:
    """Links only for eyes, and only where the terminal is known to have them; never in a CI's
    log. `FORCE_HYPERLINK=1` says that it has, `FORCE_HYPERLINK=0` that there are to be none."""
    env = os.environ if environ is None else environ
    forced = env.get("FORCE_HYPERLINK", "")
    if forced:
        return forced != "0"
    if not is_terminal(stream) or env.get("CI") or env.get("TERM") == "dumb":
        return False
    if env.get("TERM", "").startswith(("screen", "tmux")):
        return False
    return (
        env.get("TERM_PROGRAM", "") in _PROGRAMS
        or env.get("TERM", "").startswith(_TERMS)
        or any(env.get(name) for name in _SESSIONS)
        or _number(env.get("VTE_VERSION", "")) >= _FIRST_VTE
    )


def linked(text: str, path: str, line: int | None) -> str:
    """`text` as a link to a line of the file at `path`; plain where there is no such file.

    The line is the bare number behind `#`, as kitty, iTerm2 and VS Code read it. What could steer
    the terminal is percent-encoded in the address.
    """
    try:
        file = Path(os.path.abspath(path))
        if not file.is_file():
            return text
        address = file.as_uri() + (f"#{line}" if line else "")
    except (OSError, ValueError):
        return text
    return f"\x1b]8;;{address}\x1b\\{text}\x1b]8;;\x1b\\"


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0
