"""The key of partners' tokens is changed by whoever runs the installation, on record."""

from shared.application.access_tokens import AccessTokens, Claims
from shared.application.commands.rotate_token_key import RotateTokenKey
from shared.domain.access import PLATFORM
from shared.domain.audit import AuditLine
from shared.domain.partitions import accesses
from tests.world import World


def test_changing_the_key_at_once_ends_every_token_and_is_on_record(world: World) -> None:
    tokens, now = world.get(AccessTokens), world.time.now()
    token = tokens.issue(Claims("general_hospital~0123", frozenset()), now)
    world.send(RotateTokenKey(), PLATFORM)
    world.time.passes(seconds=61)
    assert tokens.read(token, world.time.now()) is not None

    world.send(RotateTokenKey(at_once=True), PLATFORM)

    world.time.passes(seconds=61)  # each process looks once a minute

    assert tokens.read(token, world.time.now()) is None
    lines = world.of(AuditLine, accesses(None, now)).all(order="number")
    assert [(line.action, line.detail) for line in lines] == [
        ("system.rotate_key", ""),
        ("system.rotate_key", "at once"),
    ]
