"""Addresses to listen on."""

import errno
import socket


def listening(port: int) -> list[socket.socket]:
    """Sockets on the loopback, IPv4 and if possible IPv6; port 0 takes a free one. OSError: it is taken."""
    first = _bound(socket.AF_INET, "127.0.0.1", port)
    try:
        return [first, _bound(socket.AF_INET6, "::1", first.getsockname()[1])]
    except OSError as error:
        if taken(error):  # a browser that asks for localhost would reach the other one
            first.close()
            raise
        return [first]  # a machine without IPv6


def _bound(family: socket.AddressFamily, address: str, port: int) -> socket.socket:
    # With the protocol named: asyncio only then sets TCP_NODELAY, without which every answer waits 40 ms.
    bound = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((address, port))
    except OSError:
        bound.close()
        raise
    return bound


def taken(error: OSError) -> bool:
    return error.errno == errno.EADDRINUSE
