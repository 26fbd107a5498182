"""Everything of an organization out of a file: looked at as a whole, before anything of it is written.

The organization is there first, suspended, and opened last. An import that breaks off goes on when the same
file is imported again: what is here already, and the same, is passed over.
"""

import json
from pathlib import Path

from infra.local.stack.progress import tell
from infra.tenants.bringing import Bringing
from infra.tenants.crate import Unpacking
from infra.tenants.manifest import ORGANIZATION, Manifest
from infra.tenants.stores import Stores, kinds_of_today
from shared.application.unit_of_work import UnitOfWork
from shared.domain.access import PLATFORM
from shared.domain.audit import AuditEntry, AuditLine
from shared.domain.errors import Conflict, RuleBroken
from shared.domain.organization import Organization
from shared.domain.organization_import import OrganizationImport
from shared.domain.partitions import ORGANIZATIONS
from shared.infrastructure.blob_names import check_name

SHOWN = 20  # faults of a file
DAMAGED = "The file is damaged; nothing was imported."


class Importing:
    def __init__(self, stores: Stores, path: Path) -> None:
        """Raises RuleBroken."""
        self._stores, self._file = stores, Unpacking(path)
        self._name, self.digest = self._file.manifest.organization_id, self._file.digest

    def run(self) -> Manifest:
        """Raises RuleBroken, Conflict, having written nothing; Unavailable, where it can be run again."""
        try:
            self._must_be_known()
            begun = self._is_begun()
            self._must_be_whole()
            organization = self._organization()
            if not begun:
                self._begin(organization)
            bringing = Bringing(self._stores, self._file)
            bringing.blobs()
            bringing.records()
            bringing.people()
            self._finish(organization)
            return self._file.manifest
        finally:
            self._file.close()

    def _must_be_known(self) -> None:
        today = kinds_of_today()
        for kind, version in self._file.manifest.kinds.items():
            if kind not in today or version > today[kind].schema_version():
                raise RuleBroken(f"The file was written by a newer imagini ({kind} {version}). Use that one.")
        self._stores.must_be_of_today(today)

    def _is_begun(self) -> bool:
        """Whether this file's import has broken off. Raises Conflict where the name is anybody else's."""
        uow = self._stores.unit_of_work()
        begun = uow.of(OrganizationImport, ORGANIZATIONS).find(self._name)
        if begun and begun.digest == self.digest:
            tell("going on where it broke off")
            return True
        if begun or uow.of(Organization, ORGANIZATIONS).find(self._name) or self._leavings():
            raise Conflict(f"There is something of an organization named {self._name} already.")
        return False

    def _leavings(self) -> bool:
        """Of whoever had the name before; what the platform's own lines say of them stays when they go."""
        records = self._stores.all_records.under(f"{self._name}~")
        left = any(record.kind != AuditEntry.kind for record in records)
        return left or any(True for _ in self._stores.all_blobs.under(f"{self._name}/"))

    def _must_be_whole(self) -> None:
        damage = [*self._file.damage(), *self._strangers()]
        if damage:
            raise RuleBroken("\n".join([DAMAGED, *damage[:SHOWN]]))
        tell(f"{len(self._file.manifest.entries)} entries are what was exported")

    def _strangers(self) -> list[str]:
        """Entries that would lead into another organization's records or blobs."""
        manifest, found = self._file.manifest, list[str]()
        for entry in manifest.of("records"):
            if not entry.holds.startswith(f"{self._name}~"):
                found.append(f"{entry.name} is not of {self._name}.")
        for entry in manifest.of("blobs"):
            try:
                lawful = check_name(entry.holds).startswith(f"{self._name}/")
            except ValueError:
                lawful = False
            if not lawful:
                found.append(f"{entry.name} is not of {self._name}.")
        return found

    def _organization(self) -> Organization:
        [line] = self._file.lines(self._file.entry(ORGANIZATION))
        organization = Organization.restore(json.loads(line), "")
        if organization.id != self._name:
            raise RuleBroken(f"{DAMAGED}\n{ORGANIZATION} is not of {self._name}.")
        return organization

    def _begin(self, organization: Organization) -> None:
        """Take the name. Raises Conflict where somebody else has taken it meanwhile."""
        uow = self._stores.unit_of_work()
        closed = organization.model_copy(update={"status": "suspended", "etag": None})
        uow.of(Organization, ORGANIZATIONS).add(closed)
        begin = OrganizationImport(id=self._name, digest=self.digest, begun_at=self._stores.now())
        uow.of(OrganizationImport, ORGANIZATIONS).add(begin)
        self._note(uow, f"begun, {self.digest[:16]}")
        uow.commit()

    def _finish(self, organization: Organization) -> None:
        uow = self._stores.unit_of_work()
        organizations, imports = (
            uow.of(Organization, ORGANIZATIONS),
            uow.of(OrganizationImport, ORGANIZATIONS),
        )
        here = organizations.get(self._name)
        here.status = organization.status
        organizations.save(here)
        imports.remove(imports.get(self._name))
        self._note(uow, f"finished, {self.digest[:16]}")
        uow.commit()

    def _note(self, uow: UnitOfWork, detail: str) -> None:
        line = AuditLine.of(PLATFORM, "organization.import", self._name, self._stores.now(), detail)
        uow.of(AuditLine, ORGANIZATIONS).add(line)
