"""Dependency injection in one page.

A container is a class whose provider methods are annotated with the port they return. `@singleton` builds
once per process, on first use, so that a cold start pays only for what it touches; `@scoped` builds once per
message.
"""

from collections.abc import Callable, Mapping
from threading import RLock
from typing import Any, ClassVar, cast, get_type_hints

type Provider = Callable[[Any], Any]
type Resolve = Callable[[type], Any]


def singleton[F: Callable[..., Any]](provider: F) -> F:
    provider.__dict__["lifetime"] = "singleton"
    return provider


def scoped[F: Callable[..., Any]](provider: F) -> F:
    provider.__dict__["lifetime"] = "scoped"
    return provider


class Container:
    providers: ClassVar[dict[type, Provider]]

    def __init_subclass__(cls) -> None:
        cls.providers = {
            get_type_hints(member)["return"]: member
            for base in reversed(cls.__mro__)  # a subclass, say of a test, may replace a provider
            for member in vars(base).values()
            if hasattr(member, "lifetime")
        }

    def __init__(self) -> None:
        self._singletons: dict[type, object] = {}
        self._lock = RLock()

    def get[T](self, port: type[T]) -> T:
        """The process-wide instance. Raises TypeError for a scoped port: it would outlive its message."""
        provider = self.providers[port]
        if provider.__dict__["lifetime"] != "singleton":
            raise TypeError(f"{port.__name__} lives for one message; a singleton cannot hold it")
        with self._lock:
            if port not in self._singletons:
                self._singletons[port] = provider(self)
            return cast(T, self._singletons[port])

    def scope(self, given: Mapping[type, object]) -> Resolve:
        """A resolver for one message: what is given, then scoped, then singletons."""
        instances = dict(given)

        def resolve(port: type) -> Any:
            if port not in instances:
                provider = self.providers[port]
                fresh = provider.__dict__["lifetime"] == "scoped"
                instances[port] = provider(self) if fresh else self.get(port)
            return instances[port]

        return resolve
