"""What of its people belongs to an organization: who they are, and their membership in it.

Nothing that opens an account travels: no password's hash, no second factor, no Microsoft account, no session;
nor where else they work or whether they run the platform.
"""

import secrets
from collections.abc import Iterator
from datetime import datetime
from typing import Literal

from shared.application.ports import Change, Condition, PasswordHasher, RecordStore
from shared.domain.entity import Value
from shared.domain.errors import Conflict, RuleBroken
from shared.domain.invitation import Invitation
from shared.domain.membership import Membership
from shared.domain.partitions import USERS
from shared.domain.user import Credential, User
from shared.domain.values import Email

PAGE = 100


class Person(Value):
    id: str
    email: Email
    first_name: str
    last_name: str
    language: Literal["en", "es"]
    closed: bool
    membership: Membership

    def as_user(self) -> User:
        return User.model_validate(self.model_dump(exclude={"membership"}))


def people_of(organization_id: str, store: RecordStore) -> Iterator[Person]:
    """Also those who may not work there at present."""
    for user in users_of(organization_id, store):
        membership = user.belonging_to(organization_id)
        told = {name: getattr(user, name) for name in Person.model_fields if name != "membership"}
        yield Person.model_validate(told | {"membership": membership})


def users_of(organization_id: str, store: RecordStore) -> Iterator[User]:
    belonging = [Condition("index.organizations", "has", organization_id)]
    offset = 0
    while page := store.find(USERS, User.kind, belonging, offset=offset, limit=PAGE):
        yield from (User.restore(record.body, record.etag) for record in page)
        offset += len(page)


def invitations_of(organization_id: str, store: RecordStore) -> Iterator[Invitation]:
    theirs = [Condition("organization_id", "is", organization_id)]
    offset = 0
    while page := store.find(USERS, Invitation.kind, theirs, offset=offset, limit=PAGE):
        yield from (Invitation.restore(record.body, record.etag) for record in page)
        offset += len(page)


def admit(person: Person, store: RecordStore, passwords: PasswordHasher, now: datetime) -> bool:
    """Make them a member; whether they were unknown. Who has an account here keeps it, and its password."""
    known = _known(person, store)
    if known is None:
        nobodys = passwords.hash(
            secrets.token_urlsafe(32)
        )  # until they choose one, by "Forgot your password"
        credential = Credential(id=person.email, user_id=person.id, password_hash=nobodys)
        user = _belonging(person.as_user(), person.membership, now)
        changes = [Change("add", one.kind, one.id, one.body()) for one in (user, credential)]
        store.commit(USERS, changes)
    elif not known.belongs_to(person.membership.organization_id):
        user = _belonging(known, person.membership, now)
        store.commit(USERS, [Change("replace", user.kind, user.id, user.body(), user.etag)])
    return known is None


def _belonging(user: User, membership: Membership, now: datetime) -> User:
    user.join(membership.organization_id, membership.role)
    if not membership.active:
        user.change_membership(membership.organization_id, now, active=False)
    return user


def _known(person: Person, store: RecordStore) -> User | None:
    """By their id, in an installation that they come back to; else by their address."""
    record = store.get(USERS, User.kind, person.id)
    found = [record] if record else store.find(USERS, User.kind, [Condition("email", "is", person.email)])
    return User.restore(found[0].body, found[0].etag) if found else None


def invite(invitation: Invitation, store: RecordStore) -> None:
    """The link in its mail goes on working where the address of the site has stayed the same."""
    try:
        store.commit(USERS, [Change("add", invitation.kind, invitation.id, invitation.body())])
    except Conflict:
        there = store.get(USERS, Invitation.kind, invitation.id)
        if there and there.body.get("organization_id") != invitation.organization_id:
            raise RuleBroken("An invitation in the file is another organization's here.") from None


def dismiss(organization_id: str, store: RecordStore, now: datetime) -> int:
    """End their membership and their sessions; how many they were. They keep their accounts."""
    leaving = list(users_of(organization_id, store))
    for user in leaving:
        user.leave(organization_id, now)
        store.commit(USERS, [Change("replace", user.kind, user.id, user.body(), user.etag)])
    for invitation in list(invitations_of(organization_id, store)):
        store.commit(USERS, [Change("remove", invitation.kind, invitation.id, {}, invitation.etag)])
    return len(leaving)
