"""The core of attacks: what each is called, how it is asked for, and when it was held."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.doctor.outside import Outside
from grader.language.text import Text, tr
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
    Attack("fork", tr("start a process")),
    Attack("execute", tr("run another program")),
    Attack("connect", tr("reach the network"), lambda o: (o.port,)),
    Attack(
        "connect_locally",
        tr("reach other programs here"),
        lambda o: (o.name,),
    ),
    Attack("read_file", tr("read a file outside"), lambda o: (str(o.secret),)),
    Attack("read_system", tr("read system files"), lambda o: (o.pid,)),
    Attack(
        "write_file",
        tr("write or change files"),
        lambda o: (str(o.folder), str(o.canary)),
    ),
    Attack("signal_others", tr("signal other processes"), lambda o: (o.pid,)),
    Attack("trace", tr("trace another process")),
    Attack("read_memory", tr("read another process's memory")),
    Attack("namespaces", tr("make namespaces, mount")),
    Attack("share_memory", tr("leave shared memory behind")),
    Attack("raise_limits", tr("raise its own limits")),
    Attack("privileges", tr("have or gain privileges")),
    Attack("environment", tr("read the environment"), lambda o: (o.token,)),
    Attack("endless", tr("never end"), held=_late),
    Attack("memory", tr("ask for 4 GB of memory"), held=_memory),
    Attack("end_process", tr("end the whole process"), held=_ended),
    Attack("forge", tr("forge an answer"), held=_ended),
    Attack("leave_behind", tr("change the next student's NumPy")),
)
