"""Where a PACS may be. The one place that turns an organization's URL into addresses to connect to.

Loopback and private addresses are the normal place of a PACS and pass; where none can be is refused.
"""

import ipaddress
import socket
from collections.abc import Callable
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from shared.domain.errors import RuleBroken, Unavailable

PORTS = {"http": 80, "https": 443}
NEVER = [
    ipaddress.ip_network(network)
    for network in (
        "0.0.0.0/8",
        "169.254.0.0/16",  # link-local: the cloud's metadata service
        "168.63.129.16/32",  # Azure's own services
        "100.100.100.200/32",  # the metadata service of another cloud
        "192.0.0.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
        "::/128",
        "fe80::/10",
        "fd00:ec2::254/128",
        "ff00::/8",
        "64:ff9b::/96",  # these three carry an IPv4 address inside
        "2002::/16",
        "2001::/32",
    )
]
type Resolve = Callable[..., list[tuple[Any, ...]]]


class Target(NamedTuple):
    """A server, with the addresses it had when its name was resolved: nobody asks again."""

    scheme: str
    host: str
    port: int
    path: str  # of the DICOMweb root, without a slash at its end
    addresses: tuple[str, ...]

    @property
    def authority(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def locate(url: str, resolve: Resolve = socket.getaddrinfo) -> Target:
    """Raises RuleBroken for an address that no PACS has, Unavailable for a name that means nothing."""
    try:
        parts = urlsplit(url)
        scheme, host, port = parts.scheme, parts.hostname, parts.port
    except ValueError as error:
        raise RuleBroken("The address of the PACS is not a URL.") from error
    if scheme not in PORTS or not host or not url.isascii() or not url.isprintable() or " " in url:
        raise RuleBroken("The address of the PACS has to be a URL that begins with https:// or http://.")
    if parts.username is not None or parts.fragment or parts.query:
        raise RuleBroken("The address of the PACS must hold no user name, no question mark and no #.")
    port = port or PORTS[scheme]
    return Target(scheme, host, port, parts.path.rstrip("/"), _addresses(host, port, resolve))


def _addresses(host: str, port: int, resolve: Resolve) -> tuple[str, ...]:
    try:
        found = resolve(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise Unavailable(f"The PACS cannot be reached: nothing is known under the name {host}.") from error
    addresses = tuple(dict.fromkeys(str(entry[4][0]) for entry in found))
    for address in addresses:
        _check(address)
    return addresses


def _check(address: str) -> None:
    parsed = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(parsed, ipaddress.IPv6Address) and parsed.ipv4_mapped:
        parsed = parsed.ipv4_mapped
    if any(parsed in network for network in NEVER if network.version == parsed.version):
        raise RuleBroken("The address of the PACS leads to a place where no PACS can be.")
