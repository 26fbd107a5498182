"""A page of what belongs to organizations, in the order of the names that these show."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from shared.application.ports import Condition
from shared.application.unit_of_work import Repository, UnitOfWork
from shared.domain.entity import Entity
from shared.domain.organization import Organization
from shared.domain.partitions import ORGANIZATIONS
from shared.domain.user_index import folded

MOST = 10_000  # organizations


class Slice(NamedTuple):
    """What is seen of a list."""

    descending: bool
    offset: int
    limit: int


def by_organization[E: Entity](
    things: Repository[E],
    where: Sequence[Condition],
    field: str,
    uow: UnitOfWork,
    then: str,
    page: Slice,
) -> Iterator[E]:
    """An organization can be renamed at any time, so the order is made when it is asked for.

    `field` holds its id, or nothing for what belongs to none. Within each they are ordered by `then`.
    """
    descending, offset, limit = page
    for organization_id in _in_order(uow, descending):
        here = [*where, Condition(field, "is", organization_id)]
        if offset and (there := things.count(*here)) <= offset:
            offset -= there
            continue
        for thing in things.all(*here, order=then, offset=offset, limit=limit):
            limit -= 1
            yield thing
        offset = 0
        if limit <= 0:
            return


def _in_order(uow: UnitOfWork, descending: bool) -> list[str]:
    known = uow.of(Organization, ORGANIZATIONS).all(limit=MOST)
    names = [(folded(one.display_name), one.id) for one in known]
    return [id for _, id in sorted([("", ""), *names], reverse=descending)]
