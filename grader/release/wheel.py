"""The engine as one wheel: packed again from where it is installed, or built from a checkout."""

from __future__ import annotations

import base64
import csv
import hashlib
import importlib.util
import io
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

from grader import __version__
from grader.language.text import tr
from grader.model.errors import UsageError
from grader.release.packing import pack

NAME = "dlgrade"
FILE = f"{NAME}-{__version__}-py3-none-any.whl"
_NOT_PACKED = {"RECORD", "INSTALLER", "REQUESTED", "direct_url.json"}
_SECONDS = 120


def wheel(given: str | None) -> tuple[str, bytes] | None:
    """The wheel's file name and content: that of the file `given`, or of this very engine; None
    where `given` is `none`, or where neither an installed nor a buildable one is at hand.

    Raises:
        UsageError: the file given is no wheel of this version.
    """
    if given == "none":
        return None
    if given is not None:
        return _given(Path(given))
    packed = _installed() or _built()
    return (FILE, packed) if packed is not None else None


def _given(path: Path) -> tuple[str, bytes]:
    named = re.fullmatch(rf"{NAME}-(.+?)-py3-none-any\.whl", path.name)
    content = path.read_bytes()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            whole = "grader/commands/cli.py" in opened.namelist()
    except zipfile.BadZipFile:
        whole = False
    if not whole or named is None or named[1] != __version__:
        raise UsageError(
            tr("{path} is not a wheel of dlgrade {version}.", path=path, version=__version__)
        )
    return path.name, content


def _installed() -> bytes | None:
    """The installed distribution this engine runs from, as a wheel. None for a checkout."""
    package = Path(__file__).resolve().parents[1]
    for found in metadata.distributions(name=NAME):
        files = {f.as_posix(): Path(str(found.locate_file(f))) for f in found.files or ()}
        ours = files.get("grader/commands/cli.py")
        if ours is not None and ours.resolve() == package / "commands" / "cli.py":
            kept = {
                name: path.read_bytes()
                for name, path in files.items()
                if _packed(name) and path.is_file()
            }
            return _with_record(kept)
    return None


def _packed(name: str) -> bool:
    top, _, rest = name.partition("/")
    if name.endswith(".pyc") or not rest:
        return False
    return top == "grader" or (top.endswith(".dist-info") and rest not in _NOT_PACKED)


def _with_record(files: Mapping[str, bytes]) -> bytes:
    """A wheel of `files`, with the list of them that the format asks for."""
    record = next(n for n in files if n.endswith(".dist-info/METADATA"))[: -len("METADATA")]
    lines = io.StringIO()
    rows = csv.writer(lines, lineterminator="\n")
    for name in sorted(files):
        digest = base64.urlsafe_b64encode(hashlib.sha256(files[name]).digest()).rstrip(b"=")
        rows.writerow([name, f"sha256={digest.decode()}", len(files[name])])
    rows.writerow([f"{record}RECORD", "", ""])
    return pack({**files, f"{record}RECORD": lines.getvalue().encode("utf-8")})


def _built() -> bytes | None:
    """The wheel of the checkout this engine runs from, where the backend that builds it is
    installed."""
    root = Path(__file__).resolve().parents[2]
    if not (root / "pyproject.toml").is_file() or importlib.util.find_spec("hatchling") is None:
        return None
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", out]
        done = subprocess.run(command, cwd=root, capture_output=True, timeout=_SECONDS, check=False)
        built = Path(out) / FILE
        return built.read_bytes() if not done.returncode and built.is_file() else None
