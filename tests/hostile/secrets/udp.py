#: title = "Sends a datagram, and asks for a name"

import socket

import numpy as np


def attack():
    for address in (("127.0.0.1", int("@UDP@")), ("192.0.2.1", 53)):
        try:
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as wire:
                wire.sendto(b"ESCAPED", address)
            return True
        except OSError:
            continue
    try:
        return bool(socket.getaddrinfo("grader.invalid", 80))
    except OSError:
        return False


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
