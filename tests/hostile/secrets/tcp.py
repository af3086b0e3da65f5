#: title = "Connects to a port on this machine and to one outside"

import socket

import numpy as np


def attack():
    for address in (("127.0.0.1", int("@TCP@")), ("localhost", int("@TCP@")), ("192.0.2.1", 80)):
        try:
            with socket.create_connection(address, timeout=0.2) as wire:
                wire.sendall(b"ESCAPED")
            return True
        except OSError:
            continue
    return False


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
