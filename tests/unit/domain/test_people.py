"""People, where they work, and how they are shown."""

import pytest

from shared.domain.access import Role
from shared.domain.invitation import Invitation
from shared.domain.mail import Mail
from tests.builders import NOON, user


@pytest.mark.parametrize(  # C11
    ("first", "last", "initials"),
    [
        ("Ada", "Lovelace", "AL"),
        ("ada", "lovelace", "AL"),
        ("Ada", "", "A"),
        ("", "Lovelace", "L"),
        ("  Ada ", " Lovelace", "AL"),
        ("José", "Ñúñez", "JÑ"),
        ("太郎", "山田", "太山"),
        ("Мария", "Ладыгина", "МЛ"),
        ("محمد", "علي", "مع"),
        ("", "", "?"),
    ],
)
def test_initials_are_one_letter_of_each_name_in_any_script(first: str, last: str, initials: str) -> None:
    assert user(first_name=first, last_name=last).initials == initials


def test_somebody_without_a_last_name_is_called_without_a_blank() -> None:
    assert user(first_name="Ada", last_name="").name == "Ada"


def test_joining_again_changes_the_role_and_nothing_else() -> None:
    ada = user().join("general_hospital", Role.MEMBER).join("other_clinic", Role.MEMBER)
    ada.join("general_hospital", Role.ORG_ADMIN)

    assert sorted(ada.organization_ids) == ["general_hospital", "other_clinic"]
    assert ada.acting_in("general_hospital").role is Role.ORG_ADMIN


def test_a_person_acts_in_the_organization_they_chose() -> None:  # C12
    ada = user().join("general_hospital", Role.MEMBER).join("other_clinic", Role.ORG_ADMIN)

    actor = ada.acting_in("other_clinic")

    assert (actor.id, actor.role, actor.organization_id) == (ada.id, Role.ORG_ADMIN, "other_clinic")


def test_records_from_before_accounts_closed_and_mails_were_followed_are_read() -> None:
    invitation, _ = Invitation.write("eva@example.org", "general_hospital", Role.MEMBER, "Grace", NOON)
    mail = Mail(to="eva@example.org", template="invitation", language="en")
    new = ("closed", "mail_id", "undelivered", "invitation_id")
    for entity, version in ((user(), 2), (invitation, 1), (mail, 1)):
        old = {name: value for name, value in entity.body().items() if name not in new}

        assert type(entity).restore(old | {"schema_version": version}, "1").etag == "1"
    assert not Invitation.restore(invitation.body() | {"schema_version": 1}, "1").undelivered


def test_a_person_acts_in_no_organization_that_they_have_left() -> None:
    assert user().acting_in("general_hospital").organization_id is None


def test_a_platform_role_stands_above_a_membership() -> None:
    root = user(platform_role=Role.APP_ADMIN).join("general_hospital", Role.MEMBER)

    assert root.acting_in("general_hospital").role is Role.APP_ADMIN
