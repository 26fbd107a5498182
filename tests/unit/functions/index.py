"""The functions of the app, as the host indexes them. An app can be indexed only once in a process."""

from typing import Any, NamedTuple

import function_app
from infra.local.host import routes

VALUES = {"study_uid": "1.2", "series_uid": "3.4", "sop_uid": "5.6", "frames": "1,2", "path": "7fe00010/1"}
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


def address(function: HttpFunction) -> str:
    """An address as callers of this function write it."""
    return "/" + routes.PARAMETER.sub(lambda found: VALUES.get(found["name"], "x"), function.route)
