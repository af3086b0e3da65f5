"""The core of attacks: what each is called, how it is asked for, and when it was held."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.doctor.outside import Outside
from grader.language.text import Text
from grader.model.outcome import Crashed, Outcome, Raised, Returned, TimedOut

SOURCE = Path(__file__).with_name("hostile.py")


def _refused(outcome: Outcome) -> bool:
    return isinstance(outcome, Returned) and outcome.value == "held"


def _late(outcome: Outcome) -> bool:
    return isinstance(outcome, TimedOut)


def _memory(outcome: Outcome) -> bool:
    return isinstance(outcome, Raised) and "MemoryError" in outcome.bases


def _ended(outcome: Outcome) -> bool:
    return isinstance(outcome, Crashed)


@dataclass(frozen=True)
class Attack:
    """One function of hostile.py. `held` judges what came of the call: anything but what is due
    counts as an escape."""

    function: str
    title: Text
    arguments: Callable[[Outside], tuple[Any, ...]] = lambda outside: ()
    held: Callable[[Outcome], bool] = _refused


ATTACKS = (
    Attack("fork", Text("產生新行程", "start a process")),
    Attack("execute", Text("執行其他程式", "run another program")),
    Attack("connect", Text("連上網路", "reach the network"), lambda o: (o.port,)),
    Attack(
        "connect_locally",
        Text("連上這台電腦的其他程式", "reach other programs here"),
        lambda o: (o.name,),
    ),
    Attack("read_file", Text("讀取外面的檔案", "read a file outside"), lambda o: (str(o.secret),)),
    Attack("read_system", Text("讀取系統檔案", "read system files"), lambda o: (o.pid,)),
    Attack(
        "write_file",
        Text("寫入或更改檔案", "write or change files"),
        lambda o: (str(o.folder), str(o.canary)),
    ),
    Attack("signal_others", Text("對其他行程送信號", "signal other processes"), lambda o: (o.pid,)),
    Attack("trace", Text("追蹤其他行程", "trace another process")),
    Attack("read_memory", Text("讀取其他行程的記憶體", "read another process's memory")),
    Attack("namespaces", Text("建立命名空間、掛載", "make namespaces, mount")),
    Attack("share_memory", Text("留下共用記憶體", "leave shared memory behind")),
    Attack("raise_limits", Text("放寬自己的資源上限", "raise its own limits")),
    Attack("privileges", Text("保有或取得特權", "have or gain privileges")),
    Attack("environment", Text("讀取環境變數", "read the environment"), lambda o: (o.token,)),
    Attack("endless", Text("永遠不結束", "never end"), held=_late),
    Attack("memory", Text("要 4 GB 的記憶體", "ask for 4 GB of memory"), held=_memory),
    Attack("end_process", Text("結束整個行程", "end the whole process"), held=_ended),
    Attack("forge", Text("偽造答案", "forge an answer"), held=_ended),
    Attack("leave_behind", Text("改掉下一份作業的 NumPy", "change the next student's NumPy")),
)
