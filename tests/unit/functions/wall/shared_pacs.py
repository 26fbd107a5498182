"""Two organizations that read one PACS, and in it one study; what each makes of it carries its word."""

from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from functions.support import actors, consumer, endpoint
from functions.timers import outbox
from shared.application.commands.create_organization import CreateOrganization
from shared.application.commands.fetch_study import FetchStudy
from shared.application.commands.index_study import IndexStudy
from shared.application.commands.log_audit import LogAudit
from shared.application.commands.record_result import ResultReady
from shared.application.commands.register_user import RegisterUser
from shared.core.mediator import Mediator
from shared.domain.access import PLATFORM, Role
from shared.domain.mail import Mail
from shared.domain.membership import Membership
from shared.domain.partitions import USERS
from shared.domain.user import User
from tests.builders import CLINIC, HOSPITAL, result, seen
from tests.dicom_files import ct_slice
from tests.unit.functions.browser import Answer, Browser
from tests.unit.functions.wall.recording import held
from tests.unit.functions.wall.things import PASSWORD
from tests.unit.functions.wall.world import ArchiveWorld

WORDS = {HOSPITAL: "zephyr", CLINIC: "quokka"}
STUDY, MRN = "1.2.3", "MRN-1"
MODULES: tuple[ModuleType, ...] = (actors, consumer, endpoint, outbox)
CLINICAL = (
    f"/studies/{STUDY}/findings",
    f"/studies/{STUDY}/analyses",
    f"/studies/{STUDY}/measurements",
    f"/studies/{STUDY}/report",
    f"/studies/{STUDY}",
    "/studies",
    "/worklist",
    "/patient-register",
    f"/patients?mrn={MRN}",
    f"/patients/{MRN}",
    f"/dicomweb/studies/{STUDY}/metadata",
    "/dicomweb/studies",
)
OFFICE = ("/users", "/invitations", "/audit", "/audit.csv")


class SharedPacs:
    def __init__(self, folder: Path) -> None:
        self.world, self._patch = ArchiveWorld(folder, shared="pacs"), pytest.MonkeyPatch()
        mediator = Mediator(self.world)
        for module in MODULES:
            self._patch.setattr(module, "mediator", lambda: mediator)
        self._patch.setattr(actors, "settings", lambda: self.world.settings)
        endpoint.recent.forget()
        self.users: dict[str, User] = {}
        self._furnish()

    def close(self) -> None:
        self._patch.undo()
        endpoint.recent.forget()

    def _furnish(self) -> None:
        self.store(STUDY)
        for organization, word in WORDS.items():
            made = CreateOrganization(name=organization, display_name=f"{word} House")
            self.world.send(made, PLATFORM)
            for name, role in (("member", Role.MEMBER), ("admin", Role.ORG_ADMIN)):
                self.employ(f"{word}-{name}", organization, role)
            self.employ("both", organization, Role.MEMBER)
        who = {"email": "olga@imagini.example", "first_name": "Olga", "last_name": "Operator"}
        role = {"platform_role": Role.APP_ADMIN, "password": PASSWORD}
        self.users["olga"] = self.world.send(RegisterUser.model_validate(who | role), PLATFORM)

    def employ(self, name: str, organization: str, role: Role = Role.MEMBER) -> None:
        person = {
            "email": f"{name}@example.org",
            "first_name": name,
            "last_name": "Smith",
            "password": PASSWORD,
        }
        place = {"membership": Membership.model_validate({"organization_id": organization, "role": role})}
        self.users[name] = self.world.send(
            RegisterUser.model_validate(person | place | {"password": PASSWORD}), PLATFORM
        )

    def store(self, study: str) -> None:
        """As the modality does."""
        self.world.archives.of("pacs").store([chest(study)])

    def sign_in(self, name: str) -> Browser:
        browser = Browser()
        given = {"email": self.users[name].email, "password": PASSWORD}
        browser.post("/auth/sign-in", given)
        return browser

    def link_to(self, email: str) -> str:
        mails = self.world.of(Mail, USERS).all()
        return next(mail.values["token"] for mail in mails if mail.to == email)

    def work(self) -> None:
        """The background."""
        self.world.work(FetchStudy)
        self.world.models_answer(result(seen()))
        for task in (ResultReady, IndexStudy, LogAudit):
            self.world.work(task)


def tell_apart(answer: Answer, organization: str | None) -> None:
    """Nothing of another organization's is in the answer; None: of no organization's."""
    others = [word for known, word in WORDS.items() if known != organization]
    names = [known for known in WORDS if known != organization]
    assert held(answer.body + str(answer.headers).encode(), [*others, *names]) == []


def chest(study: str) -> bytes:
    told: dict[str, Any] = {
        "Modality": "DX",
        "BodyPartExamined": "CHEST",
        "PatientID": MRN,
        "PatientName": "Roe",
    }
    return ct_slice(study, f"{study}.1", size=4, **told)
