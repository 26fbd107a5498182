"""The OpenAPI 3.1 document, read off the operations."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from functions.support.actors import cookie_name
from functions.support.operation import Operation, operations
from shared.domain.access import GRANTS, Permission, Role
from shared.settings import VERSION

if TYPE_CHECKING:
    from pydantic import TypeAdapter

REF = "#/components/schemas/{model}"
UNSAFE = frozenset({"POST", "PUT", "PATCH", "DELETE"})
PROBLEM: dict[str, Any] = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "A sentence a person understands."},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["field", "message"],
                "properties": {"field": {"type": "string"}, "message": {"type": "string"}},
            },
        },
    },
}
SYSTEM_SCOPES = {
    str(Permission.READ_PATIENTS): "Read patients, studies, images, findings and reports.",
    str(Permission.STORE_STUDIES): "Store studies.",
}
CSRF = {
    "name": "X-Imagini-Csrf",
    "in": "header",
    "required": True,
    "description": "Proof that a page of ours sent this.",
    "schema": {"const": "1"},
}


def document(prefix: str = "/api") -> dict[str, Any]:
    schemas: dict[str, Any] = {"Problem": PROBLEM}
    paths: dict[str, Any] = {}
    for operation in sorted(operations, key=lambda o: (o.tag, o.route, o.method)):
        path = f"{prefix}/{operation.route.replace('{*', '{')}"
        paths.setdefault(path, {})[operation.method.lower()] = _describe(operation, schemas)
    flow = {"tokenUrl": f"{prefix}/oauth/token", "scopes": SYSTEM_SCOPES}
    return {
        "openapi": "3.1.0",
        "info": {"title": "imagini", "version": VERSION, "description": "From PACS to signed report."},
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {
            "schemas": dict(sorted(schemas.items())),
            "securitySchemes": {
                "session": {"type": "apiKey", "in": "cookie", "name": cookie_name()},
                "system": {"type": "oauth2", "flows": {"clientCredentials": flow}},
            },
        },
    }


def _describe(operation: Operation, schemas: dict[str, Any]) -> dict[str, Any]:
    fields = _fields(operation, schemas)
    text: dict[str, Any] = {
        "operationId": operation.name,
        "summary": operation.summary,
        "tags": [operation.tag],
        "parameters": _parameters(operation, fields),
        "responses": _responses(operation, schemas),
    }
    if body := _body(operation, fields):
        text["requestBody"] = body
    if operation.permission not in GRANTS[Role.ANONYMOUS]:
        text["security"] = [{"session": []}, *_systems(operation)]
    return text


def _systems(operation: Operation) -> list[dict[str, list[str]]]:
    """A partner's system may as well, if its scopes name what this takes."""
    scope = str(operation.permission)
    return [{"system": [scope]}] if scope in SYSTEM_SCOPES else []


def _fields(operation: Operation, schemas: dict[str, Any]) -> dict[str, Any]:
    """The message's JSON schema, without the organization: that is the caller's, and never given."""
    if operation.message is None:
        return {"properties": {}, "required": []}
    schema = operation.message.model_json_schema(ref_template=REF)
    schemas.update(schema.pop("$defs", {}))
    if "organization_id" not in operation.path_parameters:
        schema.get("properties", {}).pop("organization_id", None)
    return {"properties": schema.get("properties", {}), "required": schema.get("required", [])}


def _parameters(operation: Operation, fields: dict[str, Any]) -> list[dict[str, Any]]:
    def parameter(name: str, where: str) -> dict[str, Any]:
        schema = fields["properties"].get(name, {"type": "string"})
        return {
            "name": name,
            "in": where,
            "required": where == "path" or name in fields["required"],
            "schema": schema,
        }

    found = [parameter(name, "path") for name in sorted(operation.path_parameters)]
    if operation.method not in UNSAFE:
        found += [
            parameter(name, "query") for name in fields["properties"] if name not in operation.path_parameters
        ]
    elif not operation.brings_proof:
        found.append(CSRF)
    if operation.if_match:
        found.append({"name": "If-Match", "in": "header", "required": True, "schema": {"type": "string"}})
    return found


def _body(operation: Operation, fields: dict[str, Any]) -> dict[str, Any] | None:
    if operation.body_media:
        return {"required": True, "content": {operation.body_media: {"schema": {"type": "string"}}}}
    elsewhere = operation.path_parameters | {operation.if_match}
    properties = {name: schema for name, schema in fields["properties"].items() if name not in elsewhere}
    if operation.method not in UNSAFE - {"DELETE"} or not properties:
        return None
    required = [name for name in fields["required"] if name in properties]
    schema = {"type": "object", "properties": properties, "required": required, "additionalProperties": False}
    return {"required": bool(required), "content": {"application/json": {"schema": schema}}}


def _responses(operation: Operation, schemas: dict[str, Any]) -> dict[str, Any]:
    failure = {
        "description": "A problem",
        "content": {"application/problem+json": {"schema": {"$ref": REF.format(model="Problem")}}},
    }
    if operation.answer is not None:
        good = {
            "description": operation.status.phrase,
            "content": {operation.media: {"schema": _schema(operation.answer, schemas)}},
        }
        return {str(int(operation.status)): good, "default": failure}
    if operation.status is HTTPStatus.FOUND:
        return {"302": {"description": "Elsewhere"}, "default": failure}
    if operation.hints["return"] is type(None):
        return {"204": {"description": "Done"}, "default": failure}
    binary = {"description": "As asked for", "content": {operation.media: {}}}
    return {"200": binary, "default": failure}


def _schema(answer: TypeAdapter[Any], schemas: dict[str, Any]) -> dict[str, Any]:
    schema = answer.json_schema(mode="serialization", ref_template=REF)
    schemas.update(schema.pop("$defs", {}))
    if schema.get("type") == "object" and "title" in schema:
        schemas[schema["title"]] = schema
        return {"$ref": REF.format(model=schema["title"])}
    return schema
