"""Two organizations, one PACS, one study: whatever people do, neither is told of the other's work.

Both see the study itself, as the PACS is theirs. Findings, decisions, measurements, reports, registered
patients, people, invitations and the audit are one organization's. # threats 1 2 5
"""

import os
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from shared.application.queries.get_worklist import OPEN
from shared.domain.finding import Finding
from tests.builders import CLINIC, HOSPITAL, manifest
from tests.unit.functions.browser import CSRF, Answer, Browser
from tests.unit.functions.wall.asking import MULTIPART, upload
from tests.unit.functions.wall.recording import held
from tests.unit.functions.wall.shared_pacs import (
    CLINICAL,
    MRN,
    OFFICE,
    STUDY,
    WORDS,
    SharedPacs,
    chest,
    tell_apart,
)
from tests.viewer_report import viewer_report

ORGANIZATIONS = (HOSPITAL, CLINIC)
NAMES = ("zephyr-member", "zephyr-admin", "quokka-member", "quokka-admin", "both")
FINDING = Finding.id_of(STUDY, f"{STUDY}.1", manifest().called, "Lung Opacity")
SHORT = settings(max_examples=8, stateful_step_count=25, deadline=None)
LONG = settings(max_examples=300, stateful_step_count=50, deadline=None)
somebody = st.sampled_from(NAMES)
organization = st.sampled_from(ORGANIZATIONS)


class TwoOrganizations(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory()
        self.pacs = SharedPacs(Path(self._folder.name))
        self.numbers = count(10)
        self.browsers = {name: self.pacs.sign_in(name) for name in (*NAMES, "olga")}
        self.at: dict[str, str | None] = {name: at_home(name) for name in NAMES}  # whom they work for
        self.suspended: set[str] = set()
        self.removed: set[str] = set()  # from where `both` has been sent away
        self.busy: set[str | None] = set()  # who has made anything of the study

    def teardown(self) -> None:
        try:
            self.pacs.work()
            for name in self.at:
                self.look(name)
        finally:
            self.pacs.close()
            self._folder.cleanup()

    def ask(self, name: str, method: str, path: str, body: object = b"", **headers: str) -> Answer:
        """Each answer is looked through, whatever it is about."""
        self.pacs.world.time.passes(seconds=1)
        answer = self.browsers[name].ask(method, path, body, CSRF | headers)
        tell_apart(answer, self.at[name])
        return answer

    def arrive(self, name: str) -> None:
        if self.at[name] is None:
            self.sign_in(name)

    def works(self, name: str) -> bool:
        return self.at[name] is not None and self.at[name] not in self.suspended

    @rule(name=somebody)
    def look(self, name: str) -> None:
        for path in CLINICAL:
            assert (self.ask(name, "GET", path).status < 400) == self.works(name), path
        if self.works(name) and self.at[name] not in self.busy:
            tiles = self.ask(name, "GET", "/worklist").json["tiles"]
            assert {tiles[tile] for tile in OPEN} == {0}
        if name.endswith("admin"):
            for path in OFFICE:
                assert (self.ask(name, "GET", path).status < 400) == self.works(name), path

    @rule(name=somebody)
    def sign_in(self, name: str) -> None:
        self.browsers[name] = self.pacs.sign_in(name)
        me = self.browsers[name].get("/me")
        current = me.json["organization"] if me.status == 200 else None
        self.at[name] = current and current["id"]
        assert self.at[name] not in (self.suspended | (self.removed if name == "both" else set()))

    @rule(name=somebody)
    def sign_out(self, name: str) -> None:
        self.browsers[name].post("/auth/sign-out")
        self.at[name] = None

    @rule(where=organization)
    def switch(self, where: str) -> None:
        answer = self.browsers["both"].put("/me/organization", {"id": where})
        if answer.status == 200:
            assert where not in self.suspended | self.removed
            self.at["both"] = where

    @rule(name=somebody)
    def analyse(self, name: str) -> None:
        self.arrive(name)
        self.busy.add(self.at[name])
        self.ask(name, "POST", f"/studies/{STUDY}/analyses")
        self.pacs.work()

    @rule(name=somebody, verb=st.sampled_from(["decide", "undo", "describe"]))
    def decide(self, name: str, verb: str) -> None:
        """The finding has one name in both organizations: it follows from the image and the model."""
        if self.at[name] not in self.busy:
            self.analyse(name)
        word, path = self.word(name), f"/findings/{FINDING}/decision"
        if verb == "decide":
            self.ask(name, "POST", path, {"decision": "decline", "reason": f"{word} reason"})
        elif verb == "undo":
            self.ask(name, "DELETE", path)
        else:
            self.ask(name, "PATCH", f"/findings/{FINDING}", {"description": f"{word} words"})

    @rule(name=somebody, signed=st.booleans())
    def report(self, name: str, signed: bool) -> None:
        self.arrive(name)
        self.busy.add(self.at[name])
        path, sections = f"/studies/{STUDY}/report", {"findings": f"{self.word(name)} report"}
        etag = self.ask(name, "GET", path).headers.get("etag", "")
        self.ask(name, "PUT", path, {"sections": sections}, **{"if-match": etag})
        if signed:
            self.ask(name, "POST", f"{path}/signature", {"override_reason": f"{self.word(name)} override"})

    @rule(name=somebody)
    def measure(self, name: str) -> None:
        """Each organization's is a set of its own, until it is published."""
        self.arrive(name)
        told = {
            "SOPInstanceUID": f"1.2.9.{next(self.numbers)}",
            "SeriesDescription": f"{self.word(name)} lines",
        }
        self.ask(name, "POST", "/dicomweb/studies", upload(viewer_report(STUDY, MRN, **told)), **MULTIPART)
        self.ask(name, "GET", f"/dicomweb/studies/{STUDY}/metadata")

    @rule(name=somebody)
    def upload(self, name: str) -> None:
        """Into the PACS that they share: a study that both see from now on."""
        self.arrive(name)
        self.ask(name, "POST", "/dicomweb/studies", upload(chest(f"1.2.{next(self.numbers)}")), **MULTIPART)

    @rule(name=somebody)
    def register(self, name: str) -> None:
        self.arrive(name)
        number = next(self.numbers)
        self.ask(name, "POST", "/patients", {"mrn": f"R{number}", "name": f"{self.word(name)} patient"})
        self.ask(name, "POST", f"/patients/{MRN}/opening")

    @rule(where=organization)
    def invite(self, where: str) -> None:
        """And somebody comes."""
        admin, email = f"{WORDS[where]}-admin", f"{WORDS[where]}{next(self.numbers)}@example.org"
        asked = self.ask(admin, "POST", f"/organizations/{where}/invitations", {"email": email})
        assert (asked.status == 201) == self.works(admin)
        if asked.status == 201:
            given = {"first_name": "Gus", "last_name": "Guest", "password": "eleven kind walruses"}
            guest = Browser()
            assert guest.post(f"/invitations/{self.pacs.link_to(email)}/acceptance", given).status == 200
            guest.post("/auth/sign-in", {"email": email, "password": given["password"]})
            tell_apart(guest.get("/worklist"), where)

    @rule(where=organization)
    def meddle(self, where: str) -> None:
        """Administrators try their hands at the other's people and settings."""
        other = next(one for one in ORGANIZATIONS if one != where)
        admin, user = f"{WORDS[where]}-admin", self.pacs.users[f"{WORDS[other]}-member"].id
        for method, path, body in (
            ("GET", f"/organizations/{other}", b""),
            ("PATCH", f"/organizations/{other}", {"display_name": "Taken"}),
            ("PATCH", f"/organizations/{other}/members/{user}", {"active": False}),
            ("DELETE", f"/organizations/{where}/members/{user}", b""),
            ("GET", f"/audit?organization={other}", b""),
        ):
            answer = self.browsers[admin].ask(method, path, body, CSRF)
            assert answer.status in (401, 403, 404)
            assert held(answer.body, [WORDS[other]]) == []

    @rule(where=organization)
    def revoke(self, where: str) -> None:
        """The administrator lets the one who works at both go, or has them again."""
        admin, user = f"{WORDS[where]}-admin", self.pacs.users["both"].id
        if where in self.removed:
            self.pacs.employ("both", where)
            self.removed.discard(where)
            return
        if self.ask(admin, "DELETE", f"/organizations/{where}/members/{user}").status == 204:
            self.removed.add(where)
            self.at["both"] = None  # all their sessions have ended

    @rule(where=organization)
    def suspend(self, where: str) -> None:
        status = "active" if where in self.suspended else "suspended"
        path = f"/organizations/{where}/status"
        assert self.browsers["olga"].put(path, {"status": status}).status == 200
        self.suspended ^= {where}

    @precondition(lambda self: self.suspended)
    @rule(name=somebody)
    def try_while_suspended(self, name: str) -> None:
        self.look(name)

    def word(self, name: str) -> str:
        """What they write is their organization's; who works for nobody writes nothing."""
        return WORDS.get(self.at[name] or "", "nothing")


def at_home(name: str) -> str:
    """Where a first sign-in leads."""
    return CLINIC if name.startswith(WORDS[CLINIC]) else HOSPITAL


def test_neither_is_ever_told_of_the_other_s_work() -> None:
    nightly = os.environ.get("HYPOTHESIS_PROFILE") == "nightly"
    run_state_machine_as_test(TwoOrganizations, settings=LONG if nightly else SHORT)
