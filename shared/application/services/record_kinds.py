"""Every kind of record that is stored."""

import pkgutil
from importlib import import_module

import shared.domain
from shared.domain.entity import Entity


def record_kinds() -> dict[str, type[Entity]]:
    """By kind, in its order; modules of the domain that nobody has needed yet make theirs known."""
    for module in pkgutil.iter_modules(shared.domain.__path__, "shared.domain."):
        import_module(module.name)
    return {entity.kind: entity for entity in sorted(_below(Entity), key=lambda entity: entity.kind)}


def _below(base: type[Entity]) -> list[type[Entity]]:
    return [e for child in base.__subclasses__() for e in (child, *_below(child))]
