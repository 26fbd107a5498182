"""An organization is exported, imported into an empty store, and is there as it was; and is deleted. # J8"""

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from pydantic import SecretStr

from infra.tenants.exporting import Exporting
from infra.tenants.forgetting import Forgetting
from infra.tenants.importing import Importing
from shared.application.commands.sign_in import SignIn
from shared.application.ports import Change
from shared.application.queries.get_heatmap import GetHeatmap
from shared.application.queries.get_report import GetReport
from shared.application.queries.list_findings import ListFindings
from shared.application.queries.print_report import PrintReport
from shared.domain.access import ANONYMOUS, PLATFORM, Actor
from shared.domain.errors import Conflict, NotFound, RuleBroken, Unauthenticated, Unavailable
from shared.domain.organization import Organization
from shared.domain.partitions import ORGANIZATIONS, USERS
from shared.domain.user import User
from tests.integration.clinic import CLINIC, NEIGHBOUR, PASSWORD, PICTURE, STUDY, Site, fill
from tests.integration.moving import BreakingOff, Kept


@pytest.fixture(scope="module")
def home(azurite: str, tmp_path_factory: pytest.TempPathFactory) -> Site:
    return Site(tmp_path_factory.mktemp("home"), azurite)


@pytest.fixture(scope="module")
def reader(home: Site) -> Actor:
    return fill(home)


@pytest.fixture(scope="module")
def departed(home: Site, reader: Actor) -> Kept:
    assert reader.organization_id == CLINIC
    return Kept.of(home)


@pytest.fixture(scope="module")
def file(home: Site, departed: Kept, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("exported") / f"{len(departed.records)}.zip"
    Exporting(home.stores, CLINIC).run(path)
    return path


@pytest.fixture(scope="module")
def moved(azurite: str, file: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = Site(tmp_path_factory.mktemp("moved"), azurite)
    Importing(site.stores, file).run()
    return site


@pytest.fixture(scope="module")
def arrived(moved: Site) -> Kept:
    return Kept.of(moved)


@pytest.fixture
def empty(azurite: str, tmp_path: Path, request: pytest.FixtureRequest) -> Site:
    return Site(tmp_path / f"empty{abs(hash(request.node.name)) % 10**8}", azurite)


def test_every_record_and_every_blob_is_there_as_it_was(departed: Kept, moved: Site, arrived: Kept) -> None:
    there = departed.unsealed
    assert {kind for _, kind, _ in there} >= {"report", "finding", "analysis", "patient", "client", "audit"}
    assert arrived.unsealed == there
    assert len(departed.blobs) >= 3  # the image, the model's answer, its picture
    assert arrived.blobs == departed.blobs
    assert moved.records_of(NEIGHBOUR) == {}
    assert moved.blobs_of(NEIGHBOUR) == {}


def test_a_study_opens_and_its_report_prints(home: Site, moved: Site, arrived: Kept, reader: Actor) -> None:
    assert arrived.records
    of_study: dict[str, Any] = {"organization_id": CLINIC, "study_uid": STUDY}
    assert moved.images() == home.images() != []
    assert moved.send(ListFindings(**of_study), reader) == home.send(ListFindings(**of_study), reader)
    [finding] = moved.send(ListFindings(**of_study), reader)
    assert moved.send(GetHeatmap(organization_id=CLINIC, finding_id=finding.id), reader) == PICTURE
    there, here = (site.send(GetReport(**of_study), reader).report for site in (home, moved))
    assert here == there
    assert here.sections.impression == "Opacity of the right lung. Ñandú."
    assert moved.send(PrintReport(**of_study), reader).startswith(b"%PDF")


def test_the_audit_has_come_along_and_has_no_fault(home: Site, departed: Kept, moved: Site) -> None:
    assert home.verified().faults == ()
    verified = moved.verified()
    assert verified.faults == ()
    assert verified.lines >= sum(kind == "audit" for _, kind, _ in departed.records)
    listed = {place for place in departed.records if place[1] == "audit-entry"}
    of_platform = {place for place in listed if departed.records[place]["chain"].startswith("platform~")}
    assert of_platform  # such as: who created it
    assert listed <= set(moved.records_of(CLINIC))


def test_a_line_that_somebody_has_changed_is_noticed_where_it_is_and_wherever_it_goes(
    empty: Site, azurite: str, file: Path, tmp_path: Path
) -> None:
    Importing(empty.stores, file).run()
    [line] = [r for r in empty.stores.records.scan("audit", limit=500) if r.body["action"] == "report.sign"]
    body = line.body | {"actor_name": "Somebody Else"}
    empty.stores.records.commit(line.partition, [Change("replace", "audit", line.id, body, line.etag)])
    assert [fault.what for fault in empty.verified().faults] == ["was changed or inserted"]

    spoilt, further = tmp_path / "spoilt.zip", Site(tmp_path / "further", azurite)
    exported = Exporting(empty.stores, CLINIC).run(spoilt)
    assert [fault.chain for fault in exported.manifest.faults] == [line.partition]
    Importing(further.stores, spoilt).run()
    assert {fault.chain for fault in further.verified().faults} == {line.partition}


def test_people_belong_to_it_and_nothing_that_opens_their_account_has_come_along(
    home: Site, moved: Site, file: Path
) -> None:
    def people(site: Site) -> dict[str, User]:
        found = site.stores.records.find(USERS, User.kind)
        return {str(r.body["first_name"]): User.restore(r.body, r.etag) for r in found}

    here, there = people(moved), people(home)
    assert set(here) == {"Ada", "Omar", "Rosa"}  # Noor works for the neighbour
    assert here["Ada"].id == there["Ada"].id
    assert [m.organization_id for m in here["Ada"].memberships] == [CLINIC]
    assert [m.active for m in here["Rosa"].memberships] == [False]
    assert [str(i.body["email"]) for i in moved.stores.records.find(USERS, "invitation")] == [
        "new@example.org"
    ]
    with pytest.raises(Unauthenticated):
        moved.send(SignIn(email="ada@example.org", password=SecretStr(PASSWORD)), ANONYMOUS)
    with ZipFile(file) as opened:
        packed = b"".join(opened.read(name) for name in opened.namelist() if "blobs/" not in name)
    assert b"argon2" not in packed
    assert NEIGHBOUR.encode() not in packed


def test_it_is_never_imported_over_an_organization_that_is_there(moved: Site, file: Path) -> None:
    before = moved.records_of(CLINIC)
    with pytest.raises(Conflict, match="already"):
        Importing(moved.stores, file).run()
    assert moved.records_of(CLINIC) == before


@pytest.mark.parametrize("part", ["blobs/", "records/", "people"])
def test_a_flipped_byte_is_named_and_nothing_is_imported(
    empty: Site, file: Path, tmp_path: Path, part: str
) -> None:
    with ZipFile(file) as opened:
        entry = next(info for info in opened.infolist() if info.filename.startswith(part))
    data = bytearray(file.read_bytes())
    begins = entry.header_offset + 30 + len(entry.filename.encode()) + 20  # the header, name, and sizes
    data[begins + entry.compress_size // 2] ^= 1
    damaged = tmp_path / "damaged.zip"
    damaged.write_bytes(data)
    with pytest.raises(RuleBroken, match="nothing was imported") as refused:
        Importing(empty.stores, damaged).run()
    assert entry.filename in str(refused.value)
    assert empty.records_of(CLINIC) == empty.blobs_of(CLINIC) == {}
    with pytest.raises(NotFound):
        empty.stores.organization(CLINIC)


def test_what_others_have_put_into_the_file_is_refused(empty: Site, file: Path, tmp_path: Path) -> None:
    added = tmp_path / "added.zip"
    added.write_bytes(file.read_bytes())
    with ZipFile(added, "a") as opened:
        opened.writestr("records/99999999.jsonl", b"{}")
    with pytest.raises(RuleBroken, match=r"99999999\.jsonl does not belong to it"):
        Importing(empty.stores, added).run()


def test_it_moves_from_one_machine_to_cosmos_and_can_be_deleted_there(
    departed: Kept, azurite: str, cosmos_endpoint: str, file: Path, tmp_path: Path
) -> None:
    site = Site(tmp_path / "cosmos", azurite, cosmos_endpoint)
    Importing(site.stores, file).run()
    arrived = Kept.of(site)
    assert arrived.unsealed == departed.unsealed
    assert arrived.blobs == departed.blobs
    again = tmp_path / "again.zip"
    Exporting(site.stores, CLINIC).run(again)
    with ZipFile(again) as opened:
        assert len([name for name in opened.namelist() if "blobs/" in name]) == len(departed.blobs)
    Forgetting(site.stores, CLINIC).run("by a test")
    assert {kind for _, kind, _ in site.records_of(CLINIC)} <= {"audit-entry"}
    assert site.blobs_of(CLINIC) == {}


def test_an_import_that_breaks_off_again_and_again_is_closed_until_it_is_whole(
    moved: Site, empty: Site, tmp_path: Path
) -> None:
    moved.verified()  # all lines are listed
    there, onward = Kept.of(moved), tmp_path / "onward.zip"
    Exporting(moved.stores, CLINIC).run(onward)
    stores = empty.stores
    times = 0
    while times < 20:
        broken: Any = BreakingOff(stores.records, 5)
        try:
            Importing(replace(stores, records=broken), onward).run()
            break
        except Unavailable:
            times += 1
            assert stores.organization(CLINIC).is_suspended
    assert 3 < times < 20
    assert not stores.organization(CLINIC).is_suspended
    assert Kept.of(empty).unsealed == there.unsealed
    assert {place for place in there.records if place[1] == "audit-entry"} <= set(empty.records_of(CLINIC))
    assert empty.verified().faults == ()


def test_a_store_that_a_newer_imagini_has_written_is_left_alone(empty: Site, file: Path) -> None:
    body = Organization(id="newer_clinic", display_name="Newer").body() | {"schema_version": 999}
    empty.stores.records.commit(ORGANIZATIONS, [Change("add", "organization", "newer_clinic", body)])
    with pytest.raises(RuleBroken, match="newer imagini"):
        Importing(empty.stores, file).run()
    assert empty.records_of(CLINIC) == {}


def test_it_is_forgotten_and_comes_back_word_for_word(empty: Site, tmp_path: Path) -> None:
    fill(empty)
    before, neighbour = Kept.of(empty), empty.records_of(NEIGHBOUR)
    path = tmp_path / "clinic.zip"
    exported = Exporting(empty.stores, CLINIC).run(path)
    with ZipFile(path) as opened:
        assert exported.digest == hashlib.sha256(opened.read("manifest.json")).hexdigest()

    Forgetting(empty.stores, CLINIC).run("by a test")
    left = empty.records_of(CLINIC)
    assert {kind for _, kind, _ in left} == {"audit-entry"}  # what the platform's own chains say of it
    assert all(str(body["chain"]).startswith("platform~") for body in left.values())
    assert empty.blobs_of(CLINIC) == {}
    assert empty.records_of(NEIGHBOUR) == neighbour
    assert empty.verified().faults == ()
    with pytest.raises(NotFound):
        empty.stores.organization(CLINIC)

    Importing(empty.stores, path).run()
    back = Kept.of(empty)
    assert {place: back.records.get(place) for place in before.records} == before.records  # seals and all
    assert back.blobs == before.blobs == empty.blobs_of(CLINIC)
    assert empty.verified().faults == ()
    ada = empty.send(SignIn(email="ada@example.org", password=SecretStr(PASSWORD)), ANONYMOUS)
    assert ada.me.user.first_name == "Ada"
    assert PLATFORM.name in {body.get("actor_name") for body in empty.records_of(CLINIC).values()}
