"""Which addresses below /admin are the host's own, and which are pages of the portal."""

import pytest

from infra.local.host.front import ADMIN


@pytest.mark.parametrize("path", ["/admin/host/status", "/admin/functions", "/Admin/Functions/work"])
def test_the_host_keeps_its_own(path: str) -> None:
    assert ADMIN.match(path)


@pytest.mark.parametrize(
    "path", ["/admin", "/admin/users", "/admin/hosts", "/admin/functionsmap", "/x/admin/host/"]
)
def test_all_others_are_the_portals(path: str) -> None:
    assert not ADMIN.match(path)
