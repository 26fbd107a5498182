"""The OpenAPI document says what the functions are, no less and no more. # B1 B2"""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from functions.support.openapi import document
from functions.support.operation import Operation, operations
from shared.domain.access import GRANTS, Role
from tests.unit.functions.index import HTTP

DOCUMENT = document()
DESCRIBED: dict[str, dict[str, Any]] = {
    text["operationId"]: text | {"method": method.upper(), "path": path}
    for path, methods in DOCUMENT["paths"].items()
    for method, text in methods.items()
}


def named(name: str) -> Operation:
    return next(operation for operation in operations if operation.name == name)


def test_it_is_valid() -> None:
    OpenAPIV31SpecValidator(json.loads(json.dumps(DOCUMENT))).validate()


def test_every_operation_is_a_function_and_every_function_an_operation() -> None:
    declared = sorted((o.name, o.method, o.route) for o in operations)

    assert declared == sorted((f.name, f.method, f.route) for f in HTTP)
    assert sorted(DESCRIBED) == [f.name for f in HTTP]


def test_an_operation_is_described_where_it_is_served() -> None:
    assert {name: (text["method"], text["path"]) for name, text in DESCRIBED.items()} == {
        f.name: (f.method, f"/api/{f.route.replace('{*', '{')}") for f in HTTP
    }


@pytest.mark.parametrize("operation", operations, ids=lambda operation: operation.name)
def test_an_operation_says_in_one_line_what_it_does_and_who_may(operation: Operation) -> None:
    assert operation.summary.endswith(".")
    assert operation.permission  # raises where nothing was said
    open_to_all = operation.permission in GRANTS[Role.ANONYMOUS]
    assert ("security" in DESCRIBED[operation.name]) is not open_to_all


def test_only_coming_in_and_looking_at_the_platform_are_open_to_everybody() -> None:
    assert {name for name, text in DESCRIBED.items() if "security" not in text} == {
        "accept_invitation",
        "begin_microsoft",
        "finish_microsoft",
        "forgot_password",
        "get_docs",
        "get_health",
        "get_openapi",
        "get_sign_in_options",
        "issue_access_token",
        "join_with_microsoft",
        "reset_password",
        "show_invitation",
        "sign_in",
        "sign_out",
    }


def test_the_organization_is_never_asked_for_unless_the_path_names_it() -> None:
    for name, text in DESCRIBED.items():
        if "{organization_id}" not in text["path"]:
            assert "organization_id" not in json.dumps([text["parameters"], text.get("requestBody")]), name


def test_unsafe_operations_ask_for_the_proof_and_safe_ones_do_not() -> None:
    for name, text in DESCRIBED.items():
        asks = any(parameter["name"] == "X-Imagini-Csrf" for parameter in text["parameters"])
        safe = text["method"] in ("GET", "OPTIONS") or name == "issue_access_token"  # which brings a secret
        assert asks is not safe, name


def test_a_report_is_saved_with_the_version_in_a_header_and_not_in_the_body() -> None:
    text = DESCRIBED["save_report"]

    assert "If-Match" in {parameter["name"] for parameter in text["parameters"]}
    body = text["requestBody"]["content"]["application/json"]["schema"]
    assert list(body["properties"]) == ["sections"]


def test_every_reference_leads_somewhere() -> None:
    schemas = DOCUMENT["components"]["schemas"]

    for reference in references(DOCUMENT):
        assert reference.removeprefix("#/components/schemas/") in schemas


def references(node: object) -> list[str]:
    match node:
        case {"$ref": str(reference)}:
            return [reference]
        case dict():
            return [found for child in node.values() for found in references(child)]
        case list():
            return [found for child in node for found in references(child)]
        case _:
            return []


@pytest.mark.parametrize(
    ("name", "model"),
    [("get_me", "Me"), ("get_report", "ReportView"), ("sign_in", "Me"), ("get_health", "Health")],
)
def test_an_answer_is_described_by_its_model(name: str, model: str) -> None:
    [content] = DESCRIBED[name]["responses"]["200"]["content"].values()

    assert content["schema"] == {"$ref": f"#/components/schemas/{model}"}


def test_a_failure_is_described_as_a_problem() -> None:
    for text in DESCRIBED.values():
        assert list(text["responses"]["default"]["content"]) == ["application/problem+json"]


def test_an_operation_that_says_nothing_about_who_may_is_a_mistake() -> None:
    silent = replace(named("get_openapi"), access=None)

    with pytest.raises(TypeError, match="says nothing about who may call it"):
        _ = silent.permission


def test_the_portals_types_are_made_from_this_document() -> None:  # D8
    copy = Path(__file__).parents[3] / "static-web" / "openapi.json"

    assert json.loads(copy.read_text()) == json.loads(json.dumps(DOCUMENT)), "run: ./imagini openapi"
