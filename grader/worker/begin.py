"""How a zygote comes to be: everything warm, no rights left, its attempts made and told."""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import site
import socket
import sys
from typing import Any, NoReturn

import numpy as np

from grader.worker import harden, kernel, landlock, warm_up
from grader.worker.zygote import Zygote

_CONFIG = 1 << 20
_WARM = (
    *("numpy.random", "numpy.linalg", "numpy.ma", "math", "cmath", "random", "typing"),
    *("dataclasses", "collections", "functools", "itertools", "operator", "copy", "enum"),
    *("warnings", "abc", "string", "re", "numbers", "time", "json", "contextlib"),
)
# Devices that some kernels put into every new network namespace.
_NO_DEVICES = ("lo", "tunl", "gre", "erspan", "ip_vti", "ip6_vti", "sit", "ip6tnl", "ip6gre")


class Unfit(Exception):
    """This machine does not have what the slot needs; the message is for `remedies`."""


def run(control_fd: int) -> NoReturn:
    """Serve the trusted side until its socket ends; then end, and all workers too."""
    control = socket.socket(fileno=_keep_low_free(control_fd))
    kernel.prctl(kernel.PR_SET_PDEATHSIG, kernel.SIGKILL)
    config = json.loads(control.recv(_CONFIG))
    try:
        zygote = _prepare(control, config)
        report = zygote.prove(config["outside"])
    except Unfit as why:
        control.send(b"X0 " + str(why).encode())
        os._exit(1)
    except Exception as error:
        control.send(b"X0 " + f"{type(error).__name__}: {error}".encode()[:500])
        os._exit(1)
    report |= _outer_report(config)
    control.send(b"R" + json.dumps(report).encode())
    del config, report
    zygote.loop()


def _prepare(control: socket.socket, config: dict[str, Any]) -> Zygote:
    import resource

    _warm_up()
    have = landlock.version()
    if have < config["landlock"]:
        raise Unfit(f"landlock {have}")
    rules = landlock.LandlockRules(config["readable"], config["listed"]) if have else None
    if config["uid"] is not None:
        os.setgroups([])
        os.setresgid(*[config["uid"]] * 3)
        os.setresuid(*[config["uid"]] * 3)
    kernel.drop_capabilities()
    for path in (sys.executable, os.__file__, np.__file__, __file__):
        if not os.access(path, os.R_OK):
            raise Unfit(f"unreadable {path}")
    kernel.prctl(kernel.PR_SET_PDEATHSIG, kernel.SIGKILL)  # a change of user clears it
    kernel.prctl(kernel.PR_SET_DUMPABLE, 0)
    kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
    os.chdir(config["folder"])
    os.umask(0o077)
    os.dup2(0, 2)
    resource.setrlimit(resource.RLIMIT_NOFILE, (harden.ZYGOTE_FILES, harden.ZYGOTE_FILES))
    return Zygote(control, rules, alone=config["alone"], processes=config["processes"])


def _warm_up() -> None:
    site.setquit()
    site.setcopyright()
    site.sethelper()
    for name in _WARM:
        importlib.import_module(name)
    with contextlib.suppress(Exception):  # only for speed
        warm_up.rehearse()


def _outer_report(config: dict[str, Any]) -> dict[str, bool]:
    """What must hold of the slot itself."""
    if not config["alone"]:
        return {}
    names = [name for _, name in socket.if_nameindex()]
    return {
        "first_process": os.getpid() == 1,
        "no_network": all(name.startswith(_NO_DEVICES) for name in names),
    }


def _keep_low_free(fd: int) -> int:
    """Fill the descriptors below 10, which a worker is to have for its own; `fd` moves above."""
    import fcntl

    moved = fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, 10)
    os.close(fd)
    while os.open(os.devnull, os.O_RDWR | os.O_CLOEXEC) < 9:
        pass
    return moved
