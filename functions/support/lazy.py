"""Annotations that are read when they are first needed.

On Flex, functions of different kinds have instances of their own. A function file imports its use cases under
TYPE_CHECKING, so that an instance pays for those that it serves, and a start for none.
"""

import ast
import inspect
import sys
from collections.abc import Callable
from functools import cache
from typing import Any, get_type_hints


def hints_of(view: Callable[..., Any]) -> dict[str, Any]:
    """The types of a view's parameters and of its answer; loads the modules that they come from."""
    return get_type_hints(view, localns=_imports(view.__module__))


@cache
def _imports(module: str) -> dict[str, Any]:
    """What the module imports for the type checker only."""
    names: dict[str, Any] = {}
    for statement in ast.parse(inspect.getsource(sys.modules[module])).body:
        if isinstance(statement, ast.If) and ast.unparse(statement.test) == "TYPE_CHECKING":
            code = compile(ast.Module(statement.body, []), module, "exec")
            exec(code, names)  # noqa: S102 (our own import statements)
    return names
