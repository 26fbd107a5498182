"""Modules get what they ask for: names and kinds of parameters, outputs, files."""

import re
from collections.abc import Iterator
from typing import Any

from infra.checks.bicep.document import Document, Module
from infra.checks.bicep.template import MAIN, Template
from infra.checks.bicep.values import Text
from infra.checks.code import Code

OUTPUT = re.compile(r"(\w+)!?\.outputs\.(\w+)")
KINDS = {str: "string", bool: "bool", int: "int", list: "array", dict: "object"}


def modules_exist_and_are_called(template: Template, _: Code) -> Iterator[str]:
    called = {callee for _, _, callee in template.calls()}
    for caller, module, callee in template.calls():
        if callee not in template.documents:
            yield f"{caller}: {module.symbol} calls {callee}, which is not there"
    for path in sorted(template.documents.keys() - called - {MAIN}):
        yield f"{path} is called by nobody"


def parameters_fit(template: Template, _: Code) -> Iterator[str]:
    for caller, module, callee in template.calls():
        if callee in template.documents:
            asked = template.documents[callee]
            for sentence in _fit(template.documents[caller], module, asked):
                yield f"{caller}: {module.symbol} {sentence}"


def _fit(caller: Document, module: Module, asked: Document) -> Iterator[str]:
    for name in sorted(module.params.keys() - asked.parameters.keys()):
        yield f"has no parameter {name}"
    for name, parameter in asked.parameters.items():
        if name not in module.params:
            if parameter.required:
                yield f"lacks the parameter {name}"
            continue
        given = module.params[name]
        kind = _kind(caller, given)
        if kind and kind != parameter.type:
            yield f"gives {name} as {kind}, not {parameter.type}"
        if parameter.allowed and not isinstance(given, Text) and given not in parameter.allowed:
            yield f"gives {name} as {given!r}, which is not allowed"


def _kind(caller: Document, given: Any) -> str | None:
    """None where it takes a compiler to tell."""
    if isinstance(given, Text):
        parameter = caller.parameters.get(given)
        return parameter.type if parameter else None
    return KINDS[type(given)]


def outputs_exist(template: Template, _: Code) -> Iterator[str]:
    callees = {(caller, module.symbol): callee for caller, module, callee in template.calls()}
    for caller, document in template.documents.items():
        for symbol, name in OUTPUT.findall(document.source):
            callee = template.documents.get(callees.get((caller, symbol), ""))
            if callee is not None and name not in callee.outputs:
                yield f"{caller}: {symbol} has no output {name}"


RULES = (modules_exist_and_are_called, parameters_fit, outputs_exist)
