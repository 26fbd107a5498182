"""Values never change, entities change only into what they may be. # B6"""

import pkgutil
from importlib import import_module

import pytest
from pydantic import ValidationError

from shared import domain
from shared.domain.entity import Value
from tests.builders import finding

for module in pkgutil.iter_modules(domain.__path__, "shared.domain."):
    import_module(module.name)


def kinds_of(value: type[Value]) -> list[type[Value]]:
    return [kind for child in value.__subclasses__() for kind in (child, *kinds_of(child))]


VALUES = [
    kind for kind in kinds_of(Value) if kind.__module__.startswith("shared.domain.") and kind.model_fields
]


@pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.__name__)
def test_no_field_of_a_value_can_be_assigned(kind: type[Value]) -> None:
    value = kind.model_construct()

    for field in kind.model_fields:
        with pytest.raises(ValidationError, match="frozen"):
            setattr(value, field, None)


@pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.__name__)
def test_no_value_holds_something_that_can_change(kind: type[Value]) -> None:
    held = " ".join(repr(field.annotation) for field in kind.model_fields.values())

    assert not any(container in held for container in ("list[", "dict[", "set["))


def test_an_entity_refuses_what_its_field_may_not_hold() -> None:
    with pytest.raises(ValidationError):
        finding().probability = 2.0
