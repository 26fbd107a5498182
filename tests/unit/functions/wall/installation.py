"""Two furnished organizations, and one of each kind of people at a browser; as new when told to."""

import sqlite3
from base64 import b64encode
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlencode

from functions.support import endpoint
from shared.application.commands.create_super_admin import CreateSuperAdmin
from shared.application.commands.index_study import IndexStudy
from shared.application.commands.log_audit import LogAudit
from shared.application.commands.register_user import RegisterUser
from shared.core.mediator import Mediator
from shared.domain.access import PLATFORM, Role
from tests.builders import CLINIC, HOSPITAL
from tests.dicom_files import ct_slice
from tests.unit.functions.browser import CSRF, Answer, Browser
from tests.unit.functions.wall.tenant import Tenant, furnish
from tests.unit.functions.wall.things import PASSWORD, Things, nothing
from tests.unit.functions.wall.world import ArchiveWorld

OURS, THEIRS = Tenant(HOSPITAL, "zephyr", "numbat", 1), Tenant(CLINIC, "quokka", "rosella", 2)
FORM = {"content-type": "application/x-www-form-urlencoded"}
REASON = {"reason": "The patient is unconscious and nobody answers the telephone."}
ABOUT_REQUESTS = ("attempts", "audit", "audit-chain", "outgoing")  # kinds of records
ROWS = "SELECT partition, kind, id, body, etag FROM records"


@dataclass
class Person:
    """Somebody at a browser, or a partner's system; each request begins where they have signed in."""

    headers: dict[str, str]
    cookies: dict[str, str] = field(default_factory=dict[str, str])

    def ask(
        self, method: str, path: str, body: object = b"", headers: dict[str, str] | None = None
    ) -> Answer:
        browser = Browser()
        browser.cookies = dict(self.cookies)
        return browser.ask(method, path, body, self.headers | (headers or {}))


class Installation:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.world = ArchiveWorld(folder)
        self.people = {"anonymous": Person(CSRF)}
        self._rows: list[tuple[str, ...]] = []

    @property
    def mediator(self) -> Mediator:
        return Mediator(self.world)

    def furnish(self) -> None:
        """Asks the functions, so they have to reach this installation by now."""
        self.ours, self.theirs = furnish(self.world, OURS), furnish(self.world, THEIRS)
        self.missing = nothing(self.ours, ct_slice("1.2.404", "1.2.404.1", size=8))
        self._hire_operators()
        self.ours = self._sign_in_staff(OURS, self.ours, "")
        self.theirs = self._sign_in_staff(THEIRS, self.theirs, "their_")
        self._let_system_in()
        for task in (LogAudit, IndexStudy):
            self.world.work(task)
        with closing(self._database()) as db:
            self._rows = db.execute(ROWS).fetchall()
        self.restore()

    def restore(self) -> None:
        """What was done since is undone, and no process remembers anything."""
        before, self.world = self.world, ArchiveWorld(self._folder)
        self.world.kept = before.kept
        with closing(self._database()) as db, db:
            db.execute("DELETE FROM records")
            db.executemany("INSERT INTO records VALUES (?, ?, ?, ?, ?)", self._rows)
        endpoint.recent.forget()

    def stored(self, *kinds: str) -> list[str]:
        """The bodies of all records of these kinds."""
        with closing(self._database()) as db:
            return [body for _, kind, _, body, _ in db.execute(ROWS) if kind in kinds]

    def state(self) -> list[tuple[str, ...]]:
        """All that is stored, but for what is written down about requests themselves."""
        kinds = ", ".join(f"'{kind}'" for kind in ABOUT_REQUESTS)
        with closing(self._database()) as db:
            return db.execute(f"{ROWS} WHERE kind NOT IN ({kinds}) ORDER BY partition, kind, id").fetchall()

    def _database(self) -> sqlite3.Connection:
        return sqlite3.connect(self._folder / "imagini.sqlite")

    def _hire_operators(self) -> None:
        for name in ("app_admin", "app_admin*", "super_admin", "super_admin*"):
            email = f"{name.replace('*', '-at-night')}@imagini.example"
            who = {"email": email, "first_name": "Olga", "last_name": "Operator", "password": PASSWORD}
            role = {"platform_role": Role.APP_ADMIN}
            is_super = name.startswith("super")
            hire = CreateSuperAdmin if is_super else RegisterUser
            self.world.send(hire.model_validate(who | ({} if is_super else role)), PLATFORM)
            self.people[name] = self._sign_in(email)
        for name in ("app_admin*", "super_admin*"):
            opened = self.people[name].ask("POST", f"/organizations/{HOSPITAL}/emergency", REASON)
            assert opened.status == 201

    def _sign_in_staff(self, tenant: Tenant, things: Things, prefix: str) -> Things:
        """The member twice: they can end the other session."""
        for name in ("member", "admin"):
            person = self._sign_in(tenant.address(name), **{"x-forwarded-for": tenant.network})
            self.people[f"{prefix}{name}"] = person
        known = {one["id"] for one in self.people[f"{prefix}member"].ask("GET", "/me/sessions").json}
        self._sign_in(tenant.address("member"))
        sessions = self.people[f"{prefix}member"].ask("GET", "/me/sessions").json
        [other] = [one["id"] for one in sessions if one["id"] not in known]
        return replace(things, session=other)

    def _sign_in(self, email: str, **headers: str) -> Person:
        browser = Browser()
        given = {"email": email, "password": PASSWORD}
        assert browser.ask("POST", "/auth/sign-in", given, CSRF | headers).status == 200
        return Person(CSRF | headers, browser.cookies)

    def _let_system_in(self) -> None:
        shown = basic(self.ours.system_name, self.ours.system_secret)
        form = urlencode({"grant_type": "client_credentials"}).encode()
        token = Browser().ask("POST", "/oauth/token", form, shown | FORM).json["access_token"]
        self.people["system"] = Person({"authorization": f"Bearer {token}"})


def basic(name: str, secret: str) -> dict[str, str]:
    return {"authorization": f"Basic {b64encode(f'{name}:{secret}'.encode()).decode()}"}
