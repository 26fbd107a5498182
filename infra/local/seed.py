"""Fills an installation with the demo: organizations, people, and studies sent the way a modality sends them.

Run twice it changes nothing. Passwords are made once for each installation and kept in `demo.json`.
"""

import json
import secrets
from collections.abc import Callable
from itertools import batched, groupby
from pathlib import Path
from typing import Any

from infra.local.client import Client
from infra.local.demo_people import HOSPITAL, ORGANIZATIONS, PEOPLE, RADIOLOGIST, SUPER_ADMIN, Person
from infra.phantoms.demo import DemoStudy, demo_studies, study_files
from shared.application.commands.create_organization import CreateOrganization
from shared.application.commands.register_user import RegisterUser
from shared.composition import Imagini
from shared.core.mediator import Mediator
from shared.domain.access import PLATFORM
from shared.domain.errors import Conflict
from shared.domain.membership import Membership
from shared.settings import Settings

BATCH = 8  # instances in one STOW request

type Tell = Callable[[str], None]


def seed(url: str, data: Path, tell: Tell) -> None:
    """`url`: of the running installation; `data`: its data folder."""
    passwords = _passwords(data)
    _people(Mediator(Imagini(Settings(data=str(data)))), passwords, tell)
    client = Client(url)
    client.sign_in(RADIOLOGIST.email, passwords[RADIOLOGIST.email])
    for study in demo_studies():
        _send(client, study, tell)
    (data / "demo.json").write_text(json.dumps(_description(url, passwords), indent=1, ensure_ascii=False))


def _passwords(data: Path) -> dict[str, str]:
    known = data / "demo.json"
    kept: list[dict[str, Any]] = json.loads(known.read_text())["accounts"] if known.exists() else []
    passwords = {account["email"]: account["password"] for account in kept}
    people = [p for p in (SUPER_ADMIN, *PEOPLE) if p.signs_in]
    return {p.email: passwords.get(p.email) or f"demo-{secrets.token_hex(6)}" for p in people}


def _people(mediator: Mediator, passwords: dict[str, str], tell: Tell) -> None:
    for name, display_name in ORGANIZATIONS.items():
        try:
            mediator.send(CreateOrganization(name=name, display_name=display_name), PLATFORM)
        except Conflict:
            continue  # from the last time
    for person in (SUPER_ADMIN, *PEOPLE):
        mediator.send(_registration(person, passwords.get(person.email)), PLATFORM)
    tell(f"demo: {len(ORGANIZATIONS)} organizations, {len(PEOPLE)} users")


def _registration(person: Person, password: str | None) -> RegisterUser:
    membership = person.organization and Membership(organization_id=person.organization, role=person.role)
    return RegisterUser.model_validate(
        {
            "email": person.email,
            "first_name": person.first_name,
            "last_name": person.last_name,
            "platform_role": person.platform_role,
            "membership": membership or None,
            "password": password,
        }
    )


def _send(client: Client, study: DemoStudy, tell: Tell) -> None:
    what = f"demo: {study.patient.mrn} {study.modality} {study.description}"
    if client.has_study(study.study_uid):
        return
    sent = 0
    for batch in batched(study_files(study.study_uid), BATCH, strict=False):
        sent += client.store(batch)
        tell(f"{what}, images stored: {sent}")


def _description(url: str, passwords: dict[str, str]) -> dict[str, Any]:
    accounts = [
        {
            "email": person.email,
            "password": passwords[person.email],
            "role": person.platform_role or person.role,
            "organization": person.organization,
        }
        for person in (SUPER_ADMIN, *PEOPLE)
        if person.signs_in
    ]
    by_patient = groupby(sorted(demo_studies(), key=lambda s: s.patient.mrn), key=lambda s: s.patient)
    patients = [
        {
            "organization": HOSPITAL,
            "mrn": patient.mrn,
            "name": patient.name,
            "studies": [
                {"study_instance_uid": s.study_uid, "modality": s.modality, "description": s.description}
                for s in studies
            ],
        }
        for patient, studies in by_patient
    ]
    return {"url": url, "accounts": accounts, "patients": patients}
