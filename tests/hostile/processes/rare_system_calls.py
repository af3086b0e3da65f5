#: title = "io_uring, userfaultfd, bpf, perf, keyrings, handles, modules: by number"

import ctypes
import platform

import numpy as np

# name -> number on x86_64, number on aarch64, arguments that do no harm if it works
CALLS = {
    "io_uring_setup": (425, 425, (0, 0)),
    "userfaultfd": (323, 282, (0,)),
    "bpf": (321, 280, (0, 0, 0)),
    "perf_event_open": (298, 241, (0, 0, -1, -1, 0)),
    "add_key": (248, 217, (b"user", b"dlgrade-hostile", b"x", 1, -2)),
    "keyctl": (250, 219, (0, -3, 0)),
    "request_key": (249, 218, (b"user", b"dlgrade-hostile", None, 0)),
    "open_by_handle_at": (304, 265, (-1, 0, 0)),
    "name_to_handle_at": (303, 264, (-100, b".", None, None, 0)),
    "init_module": (175, 105, (0, 0, b"")),
    "kexec_load": (246, 104, (0, 0, 0, 0)),
    "quotactl": (179, 60, (0, 0, 0, 0)),
    "lookup_dcookie": (212, 18, (0, 0, 0)),
    "kcmp": (312, 272, (1, 1, 0, 0, 0)),
    "pidfd_getfd": (438, 438, (-1, 0, 0)),
    "process_madvise": (440, 440, (-1, 0, 0, 0, 0)),
    "acct": (163, 89, (b"/nowhere/at/all",)),
    "swapoff": (168, 225, (b"/nowhere/at/all",)),
    "memfd_secret": (447, 447, (0,)),
    "setns": (308, 268, (-1, 0)),
    "move_pages": (279, 239, (1, 0, 0, 0, 0, 0)),
    "fsopen": (430, 430, (b"tmpfs", 0)),
    "open_tree": (428, 428, (-100, b".", 0)),
    "vmsplice": (278, 75, (-1, 0, 0, 0)),
}
EPERM, ENOSYS, EACCES = 1, 38, 13


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    machine = {"x86_64": 0, "aarch64": 1}.get(platform.machine())
    if machine is None:
        return False
    for numbers in CALLS.values():
        ctypes.set_errno(0)
        result = libc.syscall(numbers[machine], *numbers[2])
        # Another error than these comes from inside the call: the filter let it through.
        if result >= 0 or ctypes.get_errno() not in (EPERM, ENOSYS, EACCES):
            return True
    return False


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
