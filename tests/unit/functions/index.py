"""The functions of the app, as the host indexes them. An app can be indexed only once in a process."""

from typing import Any, NamedTuple

import function_app

INDEXED: dict[str, Any] = {str(one.get_function_name()): one for one in function_app.app.get_functions()}


class HttpFunction(NamedTuple):
    name: str
    method: str
    route: str
    run: Any


def _http() -> list[HttpFunction]:
    """In the order in which the host tries them: by name."""
    found: list[HttpFunction] = []
    for name, one in sorted(INDEXED.items()):
        trigger = one.get_trigger()
        if trigger.get_binding_name() == "httpTrigger":
            [method] = trigger.methods
            found.append(HttpFunction(name, method.value, trigger.route, one.get_user_function()))
    return found


HTTP = _http()
