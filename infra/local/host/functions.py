"""The functions of an app, as the worker indexed them."""

import json
import re
from dataclasses import dataclass, field
from typing import Any, Literal

from infra.local.host import routes

type Kind = Literal["httpTrigger", "queueTrigger", "timerTrigger"]


@dataclass
class Tally:
    """What one function has done since the host started; `seconds` end when the handler returns."""

    count: int = 0
    failed: int = 0
    seconds: float = 0.0


@dataclass(frozen=True)
class Function:
    id: str
    name: str
    bindings: list[dict[str, Any]]
    tally: Tally = field(default_factory=Tally, compare=False)

    @classmethod
    def of(cls, metadata: Any) -> "Function":
        """From the worker's RpcFunctionMetadata."""
        return cls(metadata.function_id, metadata.name, [json.loads(raw) for raw in metadata.raw_bindings])

    @property
    def trigger(self) -> dict[str, Any]:
        return next(binding for binding in self.bindings if binding["type"].lower().endswith("trigger"))

    @property
    def kind(self) -> str:
        return self.trigger["type"]


class HttpFunction:
    """An HTTP function with its route compiled. ValueError: the route is not understood."""

    def __init__(self, function: Function, prefix: str) -> None:
        trigger = function.trigger
        self.function = function
        self.name = function.name
        self.methods = frozenset(str(method).upper() for method in trigger.get("methods") or ())
        self.route = str(trigger.get("route") or function.name).strip("/")
        self.template = f"{prefix.strip('/')}/{self.route}".strip("/")
        self.pattern = routes.pattern(self.template)

    def takes(self, method: str) -> bool:
        return not self.methods or method in self.methods

    def overlaps(self, other: "HttpFunction") -> bool:
        """Whether some HTTP method belongs to both."""
        return not self.methods or not other.methods or bool(self.methods & other.methods)

    def matches(self, method: str, raw_path: str) -> re.Match[str] | None:
        return self.pattern.fullmatch(raw_path) if self.takes(method) else None


def in_host_order(functions: list[Function]) -> list[Function]:
    """By name, ignoring case: the order in which the host tries routes, whatever their file or shape."""
    return sorted(functions, key=lambda function: function.name.upper())
