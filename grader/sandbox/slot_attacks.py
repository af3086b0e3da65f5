"""What every slot has tried before it is used, and must not have been able to do."""

from __future__ import annotations

from collections.abc import Iterable

from grader.language.text import Text

ATTEMPTS = {
    "fork": Text("產生新行程", "starting a process"),
    "exec": Text("執行其他程式", "running another program"),
    "socket": Text("開啟網路連線", "opening a socket"),
    "read": Text("讀取外面的檔案", "reading a file outside"),
    "write": Text("寫入檔案", "writing a file"),
    "kill": Text("對評分程式送信號", "sending the grader a signal"),
    "ptrace": Text("追蹤其他行程", "tracing another process"),
    "raise_limit": Text("更改自己的資源上限", "changing its own limits"),
    "limits": Text("不受資源上限約束", "running without limits"),
    "not_root": Text("以 root 身分執行", "running as root"),
    "not_dumpable": Text("讓記憶體被讀取", "having its memory read"),
    "no_capabilities": Text("保有特權", "keeping a capability"),
    "descriptors": Text("拿到多餘的檔案描述元", "holding descriptors that are not its own"),
    "honest": Text("妨礙正常的程式", "getting in the way of honest code"),
    "own_processes": Text("看到其他行程", "seeing other processes"),
    "no_host_files": Text("看到這台電腦的檔案", "seeing this machine's files"),
    "first_process": Text("離開自己的行程空間", "leaving its own process namespace"),
    "no_network": Text("看到網路介面", "seeing a network interface"),
}
"""Each attempt by its name in a slot's report."""

NAMESPACES = ("own_processes", "no_host_files", "first_process", "no_network")
"""The attempts that only namespaces hold back."""

CORE = tuple(name for name in ATTEMPTS if name not in NAMESPACES)
"""The attempts that every slot holds back."""


def titles(names: Iterable[str]) -> Text:
    """These attempts in words."""
    found = [ATTEMPTS[name] for name in names]
    return Text("、".join(t.zh for t in found), ", ".join(t.en for t in found))
