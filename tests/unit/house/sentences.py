"""What the server says to people in English, found in the code: for the portal, which says it in Spanish."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.unit.house.tree import ROOT, files

GAP = "{}"  # where a value stands


def said(calls: set[str], *places: str, coded: bool = False) -> set[str]:
    """The sentences within such calls; `coded`: of those without a code, which is the second argument."""
    found = ((call, tree) for call, tree in _calls(calls, places) if not (coded and _code(call)))
    texts = {template(one, tree) for call, tree in found for one in call.args}
    return {text for text in texts if text and " " in text}


def codes(calls: set[str], *places: str) -> set[str]:
    texts = {template(code, tree) for call, tree in _calls(calls, places) if (code := _code(call))}
    return {text for text in texts if text}


def template(node: ast.expr, tree: ast.Module) -> str | None:
    """A string as it is written, {} for what is filled in; a name stands for the constant of its module."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(str(part.value) if isinstance(part, ast.Constant) else GAP for part in parts)
        case ast.Name(id=name):
            return next((template(value, tree) for value in _assigned(name, tree)), None)
        case _:
            return None


def _calls(names: set[str], places: tuple[str, ...]) -> Iterator[tuple[ast.Call, ast.Module]]:
    for file in _modules(places):
        tree = ast.parse(file.read_text())
        calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
        yield from ((call, tree) for call in calls if _name(call.func) in names)


def _code(call: ast.Call) -> ast.expr | None:
    named = (keyword.value for keyword in call.keywords if keyword.arg == "reason")
    return next(iter([*call.args[1:2], *named]), None)


def _assigned(name: str, tree: ast.Module) -> Iterator[ast.expr]:
    for one in tree.body:
        if isinstance(one, ast.Assign) and any(_name(target) == name for target in one.targets):
            yield one.value


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""


def _modules(places: tuple[str, ...]) -> Iterator[Path]:
    for place in places:
        yield from files(place, endings=(".py",)) if (ROOT / place).is_dir() else [ROOT / place]
