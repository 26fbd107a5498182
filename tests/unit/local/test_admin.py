"""`./imagini admin create-super`: the only way to a super administrator. # C6"""

import io
from pathlib import Path

import pytest

from infra.local import cli
from shared.application.ports import Condition
from shared.application.unit_of_work import Repository, UnitOfWork
from shared.composition import Imagini
from shared.domain.access import PLATFORM, Role
from shared.domain.audit import AuditLine
from shared.domain.partitions import USERS
from shared.domain.user import Credential, User
from shared.settings import Settings

EMAIL, PASSWORD = "sol@example.org", "violet harbour lantern"


def create(
    folder: Path, monkeypatch: pytest.MonkeyPatch, password: str = PASSWORD, email: str = EMAIL
) -> int:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{password}\n"))
    names = ["--first-name", "Sol", "--last-name", "Vega"]
    data = ["--password-stdin", "--data", str(folder)]
    return cli.main(["admin", "create-super", "--email", email, *names, *data])


def stored(folder: Path) -> UnitOfWork:
    return Imagini(Settings(data=str(folder))).unit_of_work()


def users(folder: Path) -> Repository[User]:
    return stored(folder).of(User, USERS)


def test_it_makes_a_super_administrator_who_can_sign_in_and_the_audit_knows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert create(tmp_path, monkeypatch) == 0

    [user] = users(tmp_path).all()
    assert (user.name, user.email, user.platform_role) == ("Sol Vega", EMAIL, Role.SUPER_ADMIN)
    credential = stored(tmp_path).of(Credential, USERS).get(EMAIL)
    assert credential.password_hash.startswith("$argon2id$")
    [line] = stored(tmp_path).of(AuditLine, USERS).all(Condition("action", "is", "user.create_super"))
    assert (line.actor_id, line.target) == (PLATFORM.id, user.id)
    said = capsys.readouterr().out
    assert EMAIL in said
    assert PASSWORD not in said


def test_nobody_who_exists_becomes_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    create(tmp_path, monkeypatch)

    assert create(tmp_path, monkeypatch, email=EMAIL.upper()) == 1

    assert capsys.readouterr().out.splitlines()[-1] == (
        f"{EMAIL} has an account already. Take an address that has none."
    )
    assert users(tmp_path).count() == 1


@pytest.mark.parametrize(
    ("password", "email", "said"),
    [
        ("short", EMAIL, "A password has at least 15 characters"),
        (PASSWORD, "sol", "email: This is not an e-mail address."),
    ],
)
def test_what_is_not_right_is_said_and_nothing_made(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    password: str,
    email: str,
    said: str,
) -> None:
    assert create(tmp_path, monkeypatch, password, email) == 1

    assert capsys.readouterr().out.startswith(said)
    assert users(tmp_path).count() == 0


def test_a_password_is_typed_twice_and_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers, passwords = iter([EMAIL, "Sol", "Vega"]), iter([PASSWORD, "another one altogether"])

    def typed(_: str) -> str:
        return next(passwords)

    def answered(_: str) -> str:
        return next(answers)

    monkeypatch.setattr("builtins.input", answered)
    monkeypatch.setattr("infra.local.commands.admin.getpass", typed)

    assert cli.main(["admin", "create-super", "--data", str(tmp_path)]) == 1
    assert capsys.readouterr().out == "The two passwords differ.\n"


def test_no_message_of_the_api_makes_one() -> None:
    from shared.application.commands.create_super_admin import CreateSuperAdmin
    from shared.domain.access import GRANTS

    assert {role for role, may in GRANTS.items() if CreateSuperAdmin.access in may} == {Role.PLATFORM}
