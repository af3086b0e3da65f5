#: title = "Raises its own limits"

import resource

import numpy as np

KINDS = [resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_NPROC, resource.RLIMIT_NOFILE]
KINDS += [resource.RLIMIT_FSIZE, resource.RLIMIT_CORE]


def attack():
    for kind in KINDS:
        before = resource.getrlimit(kind)
        try:
            resource.setrlimit(kind, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        except (OSError, ValueError):
            continue
        if resource.getrlimit(kind) != before:
            return True
    return False


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
