"""Free ports."""

import socket

from infra.local.host.sockets import listening, taken

TRIES = 20


def choose(wanted: int) -> int:
    """The wanted port, or the next one that is free on the loopback."""
    for port in range(wanted, wanted + TRIES):
        try:
            for bound in listening(port):
                bound.close()
        except OSError as error:
            if not taken(error):
                raise
        else:
            return port
    return free()


def free() -> int:
    """Any port; nobody else is given it for a while, though nothing holds it."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])
