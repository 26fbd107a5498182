"""Every route can be reached: the host tries routes in order of their functions' names."""

import pytest

from infra.local.host import routes
from tests.unit.functions.index import HTTP, HttpFunction

VALUES = {"study_uid": "1.2", "series_uid": "3.4", "sop_uid": "5.6", "frames": "1,2", "path": "7fe00010/1"}


def address(function: HttpFunction) -> str:
    """An address as callers of this function write it."""
    return "/" + routes.PARAMETER.sub(lambda found: VALUES.get(found["name"], "x"), function.route)


@pytest.mark.parametrize("function", HTTP, ids=lambda function: function.name)
def test_a_request_reaches_the_function_that_it_is_meant_for(function: HttpFunction) -> None:
    reached = next(
        other
        for other in HTTP
        if other.method == function.method and routes.pattern(other.route).fullmatch(address(function))
    )

    assert reached.name == function.name


@pytest.mark.parametrize("function", HTTP, ids=lambda function: function.name)
def test_no_function_takes_the_routes_that_the_host_keeps(function: HttpFunction) -> None:
    assert function.route.split("/")[0] not in ("admin", "runtime", "")
