"""One bicep file: its parameters, variables, resources, modules and outputs."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import tree_sitter_bicep
from tree_sitter import Language, Node, Parser

from infra.checks.bicep.values import Text, at, children, text, value

_PARSER = Parser(Language(tree_sitter_bicep.language()))


@dataclass(frozen=True)
class Parameter:
    name: str
    type: str
    required: bool
    secure: bool
    allowed: list[Any]


@dataclass(frozen=True)
class Resource:
    symbol: str
    type: str  # lower case, without the version
    body: dict[str, Any]
    existing: bool
    loop: str  # what it runs over, as text; empty: one resource

    def at(self, path: str) -> Any:
        return at(self.body, path)


@dataclass(frozen=True)
class Module:
    symbol: str
    path: str
    body: dict[str, Any]

    @property
    def params(self) -> dict[str, Any]:
        return self.body.get("params", {})


@dataclass
class Document:
    source: str
    broken: bool = False
    parameters: dict[str, Parameter] = field(default_factory=dict[str, Parameter])
    variables: dict[str, Any] = field(default_factory=dict[str, Any])
    resources: list[Resource] = field(default_factory=list[Resource])
    modules: dict[str, Module] = field(default_factory=dict[str, Module])
    outputs: dict[str, tuple[str, Any]] = field(default_factory=dict[str, tuple[str, Any]])

    def of_type(self, kind: str, *, existing: bool = False) -> list[Resource]:
        return [one for one in self.resources if one.type == kind.lower() and one.existing == existing]


def read(source: str) -> Document:
    root = _PARSER.parse(source.encode()).root_node
    document = Document(source, broken=root.has_error)
    decorators: list[Node] = []
    for node in root.named_children:
        if node.type == "decorators":
            decorators = [child for child in node.named_children if child.type == "decorator"]
            continue
        if node.type != "comment":
            _declare(document, node, decorators)
            decorators = []
    return document


def _declare(document: Document, node: Node, decorators: list[Node]) -> None:
    parts = children(node)
    match node.type:
        case "parameter_declaration":
            document.parameters[text(parts[0])] = _parameter(parts, decorators)
        case "variable_declaration":
            document.variables[text(parts[0])] = value(parts[-1])
        case "resource_declaration":
            document.resources.extend(_resources(node, ""))
        case "module_declaration":
            name = text(parts[0])
            document.modules[name] = Module(name, value(parts[1]), _body(parts[-1]))
        case "output_declaration":
            document.outputs[text(parts[0])] = (text(parts[1]), value(parts[-1]))
        case _:
            return


def _parameter(parts: list[Node], decorators: list[Node]) -> Parameter:
    calls = {text(children(one)[0]).partition("(")[0]: one for one in decorators}
    allowed: list[Any] = []
    if "allowed" in calls:
        allowed = value(children(children(children(calls["allowed"])[0])[1])[0])
    return Parameter(text(parts[0]), text(parts[1]), len(parts) == 2, "secure" in calls, allowed)


def _resources(node: Node, parent: str) -> Iterator[Resource]:
    """The resource, and those declared within it."""
    parts = children(node)
    kind = str(value(parts[1])).partition("@")[0]
    if parent and "/" not in kind:
        kind = f"{parent}/{kind}"
    last = parts[-1]
    loop = text(children(last)[1]) if last.type == "for_statement" else ""
    existing = any(child.type == "existing" or text(child) == "existing" for child in node.children)
    yield Resource(text(parts[0]), kind.lower(), _body(last), existing, loop)
    for inner in _declared_within(last):
        yield from _resources(inner, kind)


def _declared_within(node: Node) -> Iterator[Node]:
    for member in node.named_children:
        for child in member.named_children:
            if child.type == "resource_declaration":
                yield child


def _body(node: Node) -> dict[str, Any]:
    found = value(node)
    return {} if isinstance(found, Text) else found
