"""Where a PACS may be. Some addresses never; private ones where whoever operates imagini allows them."""

import ipaddress
from dataclasses import dataclass
from typing import Self

from shared.domain.errors import RuleBroken, Unavailable
from shared.infrastructure.dicomweb.remarks import trouble

type Network = ipaddress.IPv4Network | ipaddress.IPv6Network
type Address = ipaddress.IPv4Address | ipaddress.IPv6Address

PORTS = frozenset({80, 443, 8042, 8080, 8443})  # of public addresses
LOOPBACK = "127.0.0.0/8, ::1/128"
LOOPBACK_6 = ipaddress.ip_address("::1")
NEVER = [
    ipaddress.ip_network(network)
    for network in (
        "0.0.0.0/8",
        "169.254.0.0/16",  # link-local: the cloud's metadata service
        "168.63.129.16/32",  # Azure's own services
        "100.100.100.200/32",  # the metadata service of another cloud
        "192.0.0.0/24",
        "192.88.99.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
        "fe80::/10",
        "fd00:ec2::254/128",
        "ff00::/8",
        "::/96",  # these carry an IPv4 address inside; ::1 is excepted below
        "::ffff:0:0/96",
        "64:ff9b::/96",
        "64:ff9b:1::/48",
        "2002::/16",
        "2001::/32",
    )
]


@dataclass(frozen=True)
class Places:
    networks: tuple[Network, ...] = ()  # where private addresses, and any port, are right
    plain: bool = False  # http as well as https

    @classmethod
    def of(cls, networks: str, plain: bool = False) -> Self:
        """From a list like "10.1.0.0/16, fd12::/64". Raises Unavailable for one that is none."""
        try:
            named = [ipaddress.ip_network(text.strip()) for text in networks.split(",") if text.strip()]
        except ValueError as error:
            raise Unavailable(f"IMAGINI_PACS_NETWORKS is no list of networks: {error}.") from error
        return cls(tuple(named), plain)

    @classmethod
    def here(cls) -> Self:
        """On a developer's machine: its own ports."""
        return cls.of(LOOPBACK, plain=True)

    def check(self, address: str, port: int) -> None:
        """Raises RuleBroken where no PACS may be."""
        parsed = ipaddress.ip_address(address.partition("%")[0])
        if parsed != LOOPBACK_6 and _within(parsed, NEVER):
            raise trouble("place-never", kind=RuleBroken)
        if _within(parsed, self.networks):
            return
        if not parsed.is_global or getattr(parsed, "is_site_local", False):
            raise trouble("place-private", kind=RuleBroken)
        if port not in PORTS:
            raise trouble("port-odd", ", ".join(str(port) for port in sorted(PORTS)), RuleBroken)

    def check_scheme(self, scheme: str) -> None:
        if scheme != "https" and not self.plain:
            raise trouble("plain-http", kind=RuleBroken)


def _within(address: Address, networks: list[Network] | tuple[Network, ...]) -> bool:
    return any(address in network for network in networks if network.version == address.version)
