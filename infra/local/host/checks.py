"""What the Functions host refuses about an app, and what it would silently send to the wrong function.

Sources in Azure/azure-functions-host: ScriptHost.ValidateHttpFunction and HttpRoutesConflict, Utility.cs
(names), FunctionMetadataManager.cs (order of routes). The host only logs some of these; here they stop the
start, because a function that cannot be reached is never wanted.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from infra.local.host import routes
from infra.local.host.functions import Function, HttpFunction
from infra.local.host.schedule import Schedule
from infra.local.host.settings import resolve

NAME = re.compile(r"(?!host$)[a-z][a-z0-9_\-]{0,127}", re.IGNORECASE)
RESERVED = ("admin", "runtime")
SUPPORTED = {"httptrigger", "queuetrigger", "timertrigger", "http"}


def faults(functions: list[Function], prefix: str, streaming: bool) -> list[str]:
    """Sentences; none when the app may start. `functions` come in the host's order."""
    found = [fault for function in functions for fault in _alone(function)]
    http: list[HttpFunction] = []
    for function in functions:
        if function.kind == "httpTrigger":
            try:
                http.append(HttpFunction(function, prefix))
            except ValueError as error:
                found.append(f"{function.name}: {error}.")
    if http and not streaming:
        found.append("The app imports no web extension: this host serves streamed HTTP only.")
    return found + [fault for one in http for fault in _reserved(one)] + list(_together(http))


def _alone(function: Function) -> Iterator[str]:
    if not NAME.fullmatch(function.name):
        yield f"{function.name!r} is no function name: a letter, then letters, digits, - and _, at most 128."
    for binding in function.bindings:
        if binding["type"].lower() not in SUPPORTED:
            yield f"{function.name}: this host does not know the binding {binding['type']!r}."
    if function.kind == "timerTrigger":
        try:
            Schedule(resolve(function.trigger["schedule"]))
        except (KeyError, ValueError) as error:
            yield f"{function.name}: {error.args[0]}."


def _reserved(function: HttpFunction) -> Iterator[str]:
    word = next((word for word in RESERVED if function.route.lower().startswith(word)), None)
    if word:
        yield f"{function.name}: the route {function.route!r} starts with {word!r}, which the host keeps."


def _together(functions: list[HttpFunction]) -> Iterator[str]:
    for first, later in combinations(functions, 2):
        if not first.overlaps(later):
            continue
        if first.route.lower() == later.route.lower():
            yield f"{later.name} has the route and a method of {first.name}: {later.route!r}."
        elif all(first.pattern.fullmatch(path) for path in routes.examples(later.template)):
            yield (
                f"{later.name} ({later.route!r}) can never run: {first.name} ({first.route!r}) "
                "comes first by name and matches the same paths."
            )
