"""Catalogues of translations: gettext's, one a language, found when a language is first asked for.

The messages in the source are English, so English needs none.
"""

from __future__ import annotations

import functools
import os
from pathlib import Path
from typing import Protocol

LANGUAGES = ("zh-TW", "en")
"""The languages of a course that names none."""

SOURCE = "en"
"""What the messages in the source are written in."""

DOMAIN = "dlgrade"
SEARCH_PATH = "DLGRADE_LOCALE"
"""The environment's name for further folders of catalogues, looked into before our own."""

_ours = Path(__file__).resolve().parents[1] / "locale"
_folders: list[Path] = []
_fallback: list[str | None] = [None]


def use_catalogues(folder: Path) -> None:
    """Look for catalogues in `folder` (`<language>/LC_MESSAGES/dlgrade.mo`) first of all."""
    if folder.is_dir() and folder not in _folders:
        _folders.insert(0, folder)
        catalogue.cache_clear()
        translated.cache_clear()


def fall_back_to(tag: str | None) -> None:
    """What is said in a language that nobody has translated to is said in `tag`, not English."""
    if _fallback != [tag]:
        _fallback[:] = [tag]
        catalogue.cache_clear()


@functools.cache
def translated() -> tuple[str, ...]:
    """The language tags for which there is a catalogue, sorted; English, the source, needs none."""
    found = {
        path.parent.parent.name.replace("_", "-")
        for folder in _search_path()
        for path in folder.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")
    }
    return tuple(sorted(found))


def _search_path() -> list[Path]:
    named = [Path(p) for p in os.environ.get(SEARCH_PATH, "").split(os.pathsep) if p]
    return [*_folders, *named, _ours]


class Catalogue(Protocol):
    def gettext(self, message: str) -> str: ...

    def pgettext(self, context: str, message: str) -> str: ...

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str: ...


@functools.cache
def catalogue(lang: str) -> Catalogue | None:
    """The catalogue of a language, or of the wider one that it belongs to, or what is fallen back
    to; None for the source's own language, and for one that nobody has translated to."""
    other = _fallback[0] if lang != SOURCE else None
    for tag in (lang, *wider(lang), *([other] if other else [])):
        for folder in _search_path():
            path = folder / tag.replace("-", "_") / "LC_MESSAGES" / f"{DOMAIN}.mo"
            found = _read(path) if path.is_file() else None
            if found is not None:
                return found
    return None


def _read(path: Path) -> Catalogue | None:
    """The catalogue in a file; None where it is damaged, for then somebody else's words serve."""
    import struct
    from gettext import GNUTranslations

    try:
        with path.open("rb") as file:
            return GNUTranslations(file)
    except (OSError, ValueError, LookupError, struct.error):
        return None


def wider(lang: str) -> list[str]:
    """`zh-Hant-TW` is a `zh-Hant`, and a `zh`."""
    parts = lang.split("-")
    return ["-".join(parts[:n]) for n in range(len(parts) - 1, 0, -1)]
