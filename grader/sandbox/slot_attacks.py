"""What every slot has tried before it is used, and must not have been able to do."""

from __future__ import annotations

from collections.abc import Iterable

from grader.language.text import Text, listing, tr

ATTEMPTS = {
    "fork": tr("starting a process"),
    "exec": tr("running another program"),
    "socket": tr("opening a socket"),
    "read": tr("reading a file outside"),
    "write": tr("writing a file"),
    "kill": tr("sending the grader a signal"),
    "ptrace": tr("tracing another process"),
    "raise_limit": tr("changing its own limits"),
    "limits": tr("running without limits"),
    "not_root": tr("running as root"),
    "not_dumpable": tr("having its memory read"),
    "no_capabilities": tr("keeping a capability"),
    "descriptors": tr("holding descriptors that are not its own"),
    "honest": tr("getting in the way of honest code"),
    "own_processes": tr("seeing other processes"),
    "no_host_files": tr("seeing this machine's files"),
    "first_process": tr("leaving its own process namespace"),
    "no_network": tr("seeing a network interface"),
}
"""Each attempt by its name in a slot's report."""

NAMESPACES = ("own_processes", "no_host_files", "first_process", "no_network")
"""The attempts that only namespaces hold back."""

CORE = tuple(name for name in ATTEMPTS if name not in NAMESPACES)
"""The attempts that every slot holds back."""


def titles(names: Iterable[str]) -> Text:
    """These attempts in words."""
    found = [ATTEMPTS[name] for name in names]
    return listing(found)
