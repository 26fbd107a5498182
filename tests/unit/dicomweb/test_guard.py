"""Where a PACS may be, and where none is. (threat 3)"""

import socket
from typing import Any

import pytest

from shared.domain.errors import RuleBroken, Unavailable
from shared.infrastructure.dicomweb.guard import locate
from shared.infrastructure.dicomweb.places import Places
from shared.infrastructure.dicomweb.remarks import SENTENCES

INTERNET = Places(plain=True)
HTTPS = Places()
PUBLIC = "93.184.215.14"
NO_SERVERS = [
    "",
    "pacs",
    "ftp://pacs/",
    "file:///etc/passwd",
    "gopher://pacs/",
    "http://",
    "http:///pacs",
    "http://user:pw@pacs/",
    "http://@pacs/",
    "http://pacs/#x",
    "http://pacs/#",
    "http://pacs/?x=1",
    "http://pacs/?",
    "http://pacs:99999/",
    "http://pacs:0/",
    "http://pacs:x/",
    "http://pa cs/",
    "http://pacs/\r\nX: y",
    "http://pacs\t/",
    "http://pacs\\@other/",
    "http://pa%63s/",
    "http://[::1/",
    "http://[fe80::1%25eth0]/",
    "http://①②⑦.⓪.⓪.①/",
    "http://pacs/../admin",
    "http://pacs/dicom/.",
    "http://pacs/a//b",
    "http://pacs/%2e%2e/admin",
    "http://pacs/a;b",
    f"http://{'a' * 64}.example.org/",
]
NO_PLACES = [
    "169.254.169.254",
    "168.63.129.16",
    "100.100.100.200",
    "0.0.0.1",
    "192.0.0.192",
    "192.88.99.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::7f00:1",
    "fe80::1",
    "fe80::1%eth0",
    "ff02::1",
    "::ffff:169.254.169.254",
    "::ffff:10.0.0.1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::a00:1",
    "2002:a9fe:a9fe::1",
    "fd00:ec2::254",
]
PRIVATE_ONES = [
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "100.64.0.1",
    "198.18.0.1",
    "192.0.2.1",
    "127.0.0.1",
    "::1",
    "fc00::1",
    "fd12:3456::1",
    "fec0::1",
    "2001:db8::1",
]


def answering(*addresses: str) -> Any:
    def resolve(_: str, port: int, **__: Any) -> list[tuple[Any, ...]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses]

    return resolve


@pytest.mark.parametrize("url", NO_SERVERS)
def test_what_is_no_address_of_a_server_is_refused(url: str) -> None:
    with pytest.raises((RuleBroken, Unavailable)):
        locate(url, INTERNET)


@pytest.mark.parametrize("address", NO_PLACES)
@pytest.mark.parametrize("places", [INTERNET, Places.of("0.0.0.0/0, ::/0", plain=True)], ids=["", "allowed"])
def test_some_places_are_refused_whatever_the_operator_allows(address: str, places: Places) -> None:
    with pytest.raises(RuleBroken, match=SENTENCES["place-never"]):
        locate("http://pacs.example/dicom-web", places, answering(PUBLIC, address))


@pytest.mark.parametrize("address", PRIVATE_ONES)
def test_a_private_address_is_refused_even_as_one_of_many(address: str) -> None:
    with pytest.raises(RuleBroken) as refusal:
        locate("https://pacs.example/dicom-web", HTTPS, answering(PUBLIC, address))
    assert str(refusal.value) == SENTENCES["place-private"]


@pytest.mark.parametrize("address", PRIVATE_ONES)
def test_a_private_address_passes_where_the_operator_allows_its_network(address: str) -> None:
    places = Places.of(f"203.0.113.0/24, {address}")

    target = locate("https://pacs.example:11112/dicom-web", places, answering(address))
    assert target.addresses == (address,)


def test_a_neighbour_of_an_allowed_network_is_refused() -> None:
    with pytest.raises(RuleBroken):
        locate("https://pacs.example/", Places.of("10.1.0.0/16"), answering("10.1.0.7", "10.2.0.7"))


def test_what_is_not_encrypted_is_refused_unless_the_operator_allows_it() -> None:
    with pytest.raises(RuleBroken, match=SENTENCES["plain-http"]):
        locate("http://pacs.example/", HTTPS, answering(PUBLIC))
    assert locate("http://pacs.example/", INTERNET, answering(PUBLIC)).port == 80


@pytest.mark.parametrize(("port", "allowed"), [(443, True), (8443, True), (22, False), (6379, False)])
def test_a_public_address_is_called_at_the_ports_of_a_pacs_only(port: int, allowed: bool) -> None:
    url = f"https://pacs.example:{port}/"
    if allowed:
        assert locate(url, HTTPS, answering(PUBLIC)).port == port
    else:
        with pytest.raises(RuleBroken) as refusal:
            locate(url, HTTPS, answering(PUBLIC))
        assert "80, 443, 8042, 8080, 8443" in str(refusal.value)


@pytest.mark.parametrize("networks", ["10.0.0.1/8", "pacs.example", "10/8/8", "10.0.0.0/33"])
def test_a_setting_that_names_no_networks_is_said(networks: str) -> None:
    with pytest.raises(Unavailable, match="IMAGINI_PACS_NETWORKS is no list of networks"):
        Places.of(networks)


def test_a_name_is_resolved_once_and_its_addresses_are_kept() -> None:
    places = Places.of("10.0.0.0/24")
    target = locate("https://pacs.example/dicom-web/", places, answering("10.0.0.1", "10.0.0.2"))
    assert target.addresses == ("10.0.0.1", "10.0.0.2")
    assert (target.port, target.path, target.authority) == (443, "/dicom-web", "pacs.example")
    assert locate("http://[::1]:8042/", Places.here(), answering("::1")).authority == "[::1]:8042"


@pytest.mark.parametrize("path", ["", "/", "/v2", "/dcm4chee-arc/aets/DCM_4/rs", "/a.b/~c/"])
def test_the_paths_of_real_servers_pass(path: str) -> None:
    assert locate(f"https://pacs.example{path}", HTTPS, answering(PUBLIC)).path == path.rstrip("/")


def test_a_name_that_means_nothing_is_said() -> None:
    with pytest.raises(Unavailable, match=r"nothing is known under the name pacs\.invalid"):
        locate("http://pacs.invalid/", INTERNET)
