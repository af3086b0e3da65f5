#: title = "The machine's accounts, keys and logs"

import glob
import os

import numpy as np

FILES = ["/etc/shadow", "/etc/passwd", "/etc/group", "/etc/hosts", "/etc/ssh/ssh_host_rsa_key"]
FILES += [os.path.expanduser("~/.bash_history"), "/etc/gshadow"]
FILES += ["/var/log/syslog", "/etc/machine-id"]
FILES += ["/etc/fstab", "/etc/sudoers", "/proc/cmdline", "/proc/mounts", "/sys/class/dmi/id/uevent"]


def attack():
    for path in FILES + glob.glob("/home/*/.ssh/*") + glob.glob("/home/*/.netrc"):
        try:
            with open(path, "rb") as file:
                if file.read(1):
                    return True
        except OSError:
            continue
    try:
        import pwd

        return len(pwd.getpwall()) > 0 or bool(os.getlogin())
    except (OSError, ImportError, KeyError):
        return False


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
