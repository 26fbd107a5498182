"""Furnishes an organization. Whatever is nobody else's business carries one of its words."""

from dataclasses import dataclass, replace
from typing import Any

from shared.application.commands.add_client_secret import AddClientSecret
from shared.application.commands.analyse_study import AnalyseStudy
from shared.application.commands.create_client import CreateClient
from shared.application.commands.create_organization import CreateOrganization
from shared.application.commands.edit_organization import EditOrganization
from shared.application.commands.fetch_study import FetchStudy
from shared.application.commands.forgot_password import ForgotPassword
from shared.application.commands.invite_user import InviteUser
from shared.application.commands.note_failure import NoteFailure
from shared.application.commands.open_patient import OpenPatient
from shared.application.commands.register_patient import RegisterPatient
from shared.application.commands.register_user import RegisterUser
from shared.application.commands.save_report import SaveReport
from shared.application.commands.store_instances import StoreInstances
from shared.application.dicom.multipart import Part
from shared.application.models.report_view import NEW
from shared.domain import partitions
from shared.domain.access import ANONYMOUS, PLATFORM, Actor, Permission, Role
from shared.domain.failed_task import FailedTask
from shared.domain.finding import Finding
from shared.domain.identity import Identity
from shared.domain.mail import Mail
from shared.domain.membership import Membership
from shared.domain.user import User
from tests.builders import NOON, finding
from tests.dicom_files import ct_slice
from tests.unit.functions.wall.things import PASSWORD, Things
from tests.unit.functions.wall.world import ArchiveWorld
from tests.viewer_report import viewer_report

READING, STORING = Permission.READ_PATIENTS, Permission.STORE_STUDIES


@dataclass(frozen=True)
class Tenant:
    name: str
    word: str  # it stands in everything that is theirs alone,
    patients: str  # and this in everything about their patients
    number: int

    @property
    def canaries(self) -> tuple[str, ...]:
        """What nobody else may ever be shown, in small letters."""
        return self.word, self.patients, self.phone, self.microsoft, self.network

    @property
    def phone(self) -> str:
        return f"+34 900 555 01{self.number}"

    @property
    def microsoft(self) -> str:
        """Their directory there."""
        return f"c0ffee0{self.number}-0000-4000-8000-00000000000{self.number}"

    @property
    def network(self) -> str:
        """From where their people call."""
        return f"198.51.100.{self.number}"

    def address(self, of: str) -> str:
        return f"{of}@{self.word}.example"


def furnish(world: ArchiveWorld, tenant: Tenant) -> Things:
    _found(world, tenant)
    member, _, colleague = (_employ(world, tenant, name) for name in ("member", "admin", "colleague"))
    reader, head = (
        replace(user.acting_in(tenant.name), address=tenant.network) for user in (member, colleague)
    )
    head = replace(head, role=Role.ORG_ADMIN)
    identity = Identity(
        id=Identity.id_of(tenant.microsoft, f"object-{tenant.number}"),
        user_id=member.id,
        shown_as=tenant.address("member"),
        linked_at=NOON,
    )
    world.keep(partitions.USERS, identity)
    return Things(
        organization=tenant.name,
        colleague=colleague.id,
        colleagues_address=colleague.email,
        session="",  # nobody is signed in yet
        identity=identity.id,
        failure=_failure(world, tenant),
        **_clinical(world, tenant, reader, head),
        **_invite(world, tenant, head),
        **_admit_systems(world, tenant, head),
        reset_token=_reset(world, colleague),
    )


def _found(world: ArchiveWorld, tenant: Tenant) -> None:
    word = tenant.word
    settings: dict[str, Any] = {
        "name": tenant.name,
        "display_name": f"{word} House",
        "website": f"https://{word}.example",
        "email": tenant.address("office"),
        "address": f"{word} Street 1",
        "phone": tenant.phone,
        "dicom_url": f"https://10.9.9.{tenant.number}/{word}",  # no network that anybody may call
        "auth": "basic",
        "username": f"{word}-user",
        "secret": f"{word}-secret",
    }
    world.send(CreateOrganization.model_validate(settings), PLATFORM)
    template = {"technique": f"{word} technique"}
    chosen = {"report_template": template, "allowed_tenants": [tenant.microsoft], "retention_days": 30}
    world.send(EditOrganization.model_validate({"organization_id": tenant.name} | chosen), PLATFORM)


def _employ(world: ArchiveWorld, tenant: Tenant, name: str) -> User:
    role = Role.ORG_ADMIN if name == "admin" else Role.MEMBER
    person = {
        "email": tenant.address(name),
        "first_name": name.title(),
        "last_name": tenant.word.title(),
        "password": PASSWORD,
        "membership": Membership(organization_id=tenant.name, role=role),
    }
    return world.send(RegisterUser.model_validate(person), PLATFORM)


def _clinical(world: ArchiveWorld, tenant: Tenant, reader: Actor, head: Actor) -> dict[str, Any]:
    study, mrn, registered = f"1.2.{tenant.number}00", f"MRN-{tenant.number}", f"REG-{tenant.number}"
    file = _images(world, tenant, study, mrn)
    measured = [Part({"content-type": "application/dicom"}, viewer_report(study, mrn))]
    world.send(StoreInstances(organization_id=tenant.name, parts=measured), reader)
    partition, here = (
        partitions.study(tenant.name, study),
        {"organization_id": tenant.name, "study_uid": study},
    )
    seen, decided = _findings(world, tenant, study)
    world.keep(partition, seen, decided)
    world.send(AnalyseStudy.model_validate(here), reader)
    world.send(OpenPatient(organization_id=tenant.name, mrn=mrn), reader)
    somebody = {"organization_id": tenant.name, "mrn": registered, "name": f"{tenant.patients} Registered"}
    world.send(RegisterPatient.model_validate(somebody), head)
    written = {"version": NEW, "sections": {"findings": f"{tenant.patients} findings"}}
    report = world.send(SaveReport.model_validate(here | written), reader)
    return {
        "study": study,
        "series": f"{study}.1",
        "image": f"{study}.1.1",
        "mrn": mrn,
        "registered": registered,
        "finding": seen.id,
        "decided": decided.id,
        "report": report.etag,
        "file": file,
    }


def _images(world: ArchiveWorld, tenant: Tenant, study: str, mrn: str) -> bytes:
    told: dict[str, Any] = {
        "PatientID": mrn,
        "PatientName": f"{tenant.patients}^Rosa",
        "StudyDescription": f"{tenant.patients} HEAD",
        "SeriesDescription": f"{tenant.patients} series",
        "AccessionNumber": tenant.patients[:16],
        "ReferringPhysicianName": f"{tenant.patients}^Doctor",
    }
    file = ct_slice(study, f"{study}.1", size=8, **told)
    [stored] = world.archives.of(tenant.name).store([file])
    assert stored.failure is None
    return file


def _findings(world: ArchiveWorld, tenant: Tenant, study: str) -> tuple[Finding, Finding]:
    where = {
        "study_instance_uid": study,
        "series_instance_uid": f"{study}.1",
        "sop_instance_uid": f"{study}.1.1",
    }
    heatmap = f"{tenant.name}/heatmap.png"
    world.kept.put(heatmap, f"{tenant.patients} heatmap".encode())
    seen, decided = (
        finding(
            label,
            id=f"{study}_{digit * 16}",
            description=f"{tenant.patients} {label}",
            heatmap=heatmap,
            **where,
        )
        for label, digit in (("Mass", "a"), ("Nodule", "b"))
    )
    decided.decline(f"Member {tenant.word.title()}", NOON, f"{tenant.patients} reason")
    return seen, decided


def _admit_systems(world: ArchiveWorld, tenant: Tenant, head: Actor) -> dict[str, Any]:
    """One that works, and one that has two secrets."""
    wanted = {"organization_id": tenant.name, "name": f"{tenant.word} RIS", "scopes": [READING, STORING]}
    working, other = (world.send(CreateClient.model_validate(wanted), head) for _ in range(2))
    second = AddClientSecret(organization_id=tenant.name, client_id=other.client.id)
    return {
        "system": working.client.id,
        "system_name": working.client.client_id,
        "system_secret": working.secret,
        "client": other.client.id,
        "secret": world.send(second, head).client.secrets[-1].id,
    }


def _invite(world: ArchiveWorld, tenant: Tenant, head: Actor) -> dict[str, Any]:
    guest = InviteUser(organization_id=tenant.name, email=tenant.address("guest"))
    return {
        "invitation": world.send(guest, head).id,
        "invitation_token": _link(world, "invitation", guest.email),
    }


def _reset(world: ArchiveWorld, user: User) -> str:
    world.send(ForgotPassword(email=user.email), ANONYMOUS)
    return _link(world, "password_reset", user.email)


def _link(world: ArchiveWorld, template: str, to: str) -> str:
    mails = world.of(Mail, partitions.USERS).all()
    return next(mail.values["token"] for mail in mails if (mail.template, mail.to) == (template, to))


def _failure(world: ArchiveWorld, tenant: Tenant) -> str:
    where = {"organization_id": tenant.name, "study_uid": f"1.2.{tenant.number}00"}
    task = FetchStudy.model_validate(where | {"analysis_id": "a"}).model_dump_json()
    for reason in ("It did not answer.", None):  # given up, then buried
        world.send(NoteFailure(queue=FetchStudy.queue, message=task, reason=reason), PLATFORM)
    failures = world.of(FailedTask, partitions.FAILURES).all()
    return next(one.id for one in failures if one.organization_id == tenant.name)
