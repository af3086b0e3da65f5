#: title = "New namespaces, mounts and roots"

import ctypes

import numpy as np

NEW = {"user": 0x10000000, "mount": 0x00020000, "pid": 0x20000000, "net": 0x40000000}


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    # Only the user namespace is really asked for; the others need it or a capability.
    opened = [libc.unshare(flag) == 0 for flag in NEW.values()]
    opened.append(libc.mount(b"none", b"/nowhere/at/all", b"tmpfs", 0, None) == 0)
    opened.append(ctypes.get_errno() == 2)  # "no such folder" is the kernel's answer, not a refusal
    opened.append(libc.umount2(b"/nowhere/at/all", 2) == 0)
    opened.append(libc.chroot(b".") == 0)
    opened.append(libc.pivot_root(b".", b".") == 0 if hasattr(libc, "pivot_root") else False)
    return any(opened)


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
