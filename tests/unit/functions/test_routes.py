"""Every route can be reached: the host tries routes in order of their functions' names."""

import pytest

from infra.local.host import routes
from tests.unit.functions.index import HTTP, HttpFunction, address


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
