#: title = "Talks to sockets without a network: abstract, and by path"

import socket

import numpy as np


def attack():
    for address in ("\0@ABSTRACT@", "@UNIX@", "/run/systemd/journal/socket", "/dev/log"):
        for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
            try:
                with socket.socket(socket.AF_UNIX, kind) as wire:
                    wire.connect(address)
                    wire.send(b"ESCAPED")
                return True
            except OSError:
                continue
    return False


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
