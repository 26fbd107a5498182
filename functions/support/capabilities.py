"""What the gateway can do, as a WADL document read off its operations (PS3.18 8.9)."""

from __future__ import annotations

import json
from collections import defaultdict
from http import HTTPStatus
from typing import Any

from functions.support.operation import Operation, operations
from functions.support.problems import HttpProblem
from functions.support.streaming import accept_of
from functions.support.streaming_http import Request, Response

WADL = "http://wadl.dev.java.net/2009/02"
XML, JSON = "application/vnd.sun.wadl+xml", "application/vnd.sun.wadl+json"
FORMS = dict.fromkeys((XML, "application/xml", "text/xml", "application/*", "*/*"), XML) | dict.fromkeys(
    (JSON, "application/json", "application/dicom+json"), JSON
)
SEARCH = ("limit", "offset", "includefield", "fuzzymatching")
RENDER = ("viewport", "window", "quality")


def capabilities(request: Request, tag: str, base: str = "/api/") -> Response:
    """Raises HttpProblem where the caller takes neither XML nor JSON."""
    asked = (entry.partition(";")[0].strip().lower() for entry in accept_of(request).split(","))
    form = next((FORMS[media] for media in asked if media in FORMS), None)
    if form is None:
        raise HttpProblem(HTTPStatus.NOT_ACCEPTABLE, f"This is given as {XML} or {JSON}.")
    resources = _resources(tag)
    body = _xml(base, resources) if form == XML else _json(base, resources)
    return Response(body, headers={"Vary": "Accept"}, media_type=form)


def _resources(tag: str) -> dict[str, list[Operation]]:
    found = defaultdict[str, list[Operation]](list)
    for operation in sorted(operations, key=lambda o: (o.route, o.method)):
        if operation.tag == tag:
            found[operation.route.replace("{*", "{")].append(operation)
    return found


def _parameters(operation: Operation) -> tuple[str, ...]:
    if operation.name.startswith("search"):
        return SEARCH
    return RENDER if operation.route.endswith(("rendered", "thumbnail")) else ()


def _xml(base: str, resources: dict[str, list[Operation]]) -> bytes:
    from xml.etree import ElementTree

    root = ElementTree.Element("application", xmlns=WADL)
    listed = ElementTree.SubElement(root, "resources", base=base)
    for route, of in resources.items():
        resource = ElementTree.SubElement(listed, "resource", path=route)
        for operation in of:
            method = ElementTree.SubElement(resource, "method", name=operation.method, id=operation.name)
            ElementTree.SubElement(method, "doc", title=operation.summary)
            request = ElementTree.SubElement(method, "request")
            for name in _parameters(operation):
                ElementTree.SubElement(request, "param", name=name, style="query")
            if operation.body_media:
                ElementTree.SubElement(request, "representation", mediaType=operation.body_media)
            response = ElementTree.SubElement(method, "response", status=str(int(operation.status)))
            ElementTree.SubElement(response, "representation", mediaType=operation.media)
    return ElementTree.tostring(root, "utf-8", xml_declaration=True)


def _json(base: str, resources: dict[str, list[Operation]]) -> bytes:
    listed = [
        {"@path": route, "method": [_method(operation) for operation in of]}
        for route, of in resources.items()
    ]
    return json.dumps({"application": {"resources": {"@base": base, "resource": listed}}}).encode()


def _method(operation: Operation) -> dict[str, Any]:
    request: dict[str, Any] = {
        "param": [{"@name": name, "@style": "query"} for name in _parameters(operation)]
    }
    if operation.body_media:
        request["representation"] = {"@mediaType": operation.body_media}
    response = {"@status": int(operation.status), "representation": {"@mediaType": operation.media}}
    return {
        "@name": operation.method,
        "@id": operation.name,
        "doc": {"@title": operation.summary},
        "request": request,
        "response": response,
    }
