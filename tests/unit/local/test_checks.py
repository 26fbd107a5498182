from typing import Any

import pytest

from infra.local.host.checks import faults
from infra.local.host.functions import Function, in_host_order


def http(name: str, route: str, *methods: str) -> Function:
    return Function(name, name, [{"type": "httpTrigger", "name": "req", "route": route, "methods": methods}])


def trigger(name: str, kind: str, **binding: Any) -> Function:
    return Function(name, name, [{"type": kind, "name": "x", **binding}])


def complaints(*functions: Function, streaming: bool = True) -> list[str]:
    return faults(in_host_order(list(functions)), "api", streaming)


def test_an_app_whose_functions_can_all_be_reached_is_accepted() -> None:
    assert (
        complaints(
            http("find_patients", "patients", "GET"),
            http("add_patient", "patients", "POST"),
            http("patient", "patients/{mrn}", "GET"),
            http("patient_studies", "patients/{mrn}/studies", "GET"),
            trigger("sweep", "timerTrigger", schedule="0 */5 * * * *"),
            trigger("fetch", "queueTrigger", queueName="fetch-study"),
        )
        == []
    )


def test_a_route_that_an_earlier_name_swallows_is_refused() -> None:
    found = complaints(http("get_patient", "patients/{mrn}", "GET"), http("search", "patients/search", "GET"))
    assert found == [
        "search ('patients/search') can never run: get_patient ('patients/{mrn}') "
        "comes first by name and matches the same paths."
    ]


def test_the_order_of_names_decides_not_the_order_in_the_file() -> None:
    assert complaints(http("z_patient", "patients/{mrn}"), http("a_search", "patients/search")) == []


def test_a_catch_all_that_comes_first_swallows_everything_below_it() -> None:
    gateway, query = http("gateway", "dicomweb/{*path}", "GET"), http("query", "dicomweb/studies", "GET")
    assert len(complaints(gateway, query)) == 1


def test_a_constraint_leaves_room_for_the_later_route() -> None:
    assert complaints(http("by_number", "patients/{id:int}"), http("search", "patients/search")) == []


def test_methods_keep_routes_apart() -> None:
    assert (
        complaints(http("get_patient", "patients/{mrn}", "GET"), http("search", "patients/search", "POST"))
        == []
    )


@pytest.mark.parametrize(
    ("function", "complaint"),
    [
        (http("users", "administrators"), "users: the route 'administrators' starts with 'admin'"),
        (http("state", "Runtime/state"), "state: the route 'Runtime/state' starts with 'runtime'"),
        (http("1st", "first"), "'1st' is no function name"),
        (http("host", "me"), "'host' is no function name"),
        (
            trigger("late", "timerTrigger", schedule="0 61 * * * *"),
            "late: '61' is not a minute of a schedule",
        ),
        (trigger("lost", "timerTrigger", schedule="%NOWHERE%"), "lost: the app setting NOWHERE is not set"),
        (trigger("blobs", "blobTrigger"), "blobs: this host does not know the binding 'blobTrigger'"),
    ],
)
def test_what_the_host_would_refuse_is_refused_in_a_sentence(function: Function, complaint: str) -> None:
    assert [found for found in complaints(function) if found.startswith(complaint)]


def test_two_functions_on_one_route_and_method_are_refused() -> None:
    found = complaints(http("one", "me", "GET", "POST"), http("two", "ME", "GET"))
    assert found == ["two has the route and a method of one: 'ME'."]


def test_http_without_streaming_is_refused() -> None:
    assert complaints(http("me", "me"), streaming=False) == [
        "The app imports no web extension: this host serves streamed HTTP only."
    ]
