"""Addresses to listen on."""

import errno
import socket
from contextlib import suppress


def listening(port: int) -> list[socket.socket]:
    """Sockets on the loopback, IPv4 and if possible IPv6; port 0 takes a free one. OSError: it is taken."""
    first = _bound(socket.AF_INET, "127.0.0.1", port)
    sockets = [first]
    with suppress(OSError):  # a machine without IPv6
        sockets.append(_bound(socket.AF_INET6, "::1", first.getsockname()[1]))
    return sockets


def _bound(family: socket.AddressFamily, address: str, port: int) -> socket.socket:
    bound = socket.socket(family, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((address, port))
    except OSError:
        bound.close()
        raise
    return bound


def taken(error: OSError) -> bool:
    return error.errno == errno.EADDRINUSE
