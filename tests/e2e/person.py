"""Somebody at a browser, with every page of the product at hand."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

from playwright.sync_api import Browser, Page, ViewportSize, expect

from infra.local.client import CSRF
from tests.e2e.browser import SCREEN, desk
from tests.e2e.pages.audit import Audit
from tests.e2e.pages.emergency import Emergency
from tests.e2e.pages.findings import Findings
from tests.e2e.pages.invitation import Invitation
from tests.e2e.pages.organizations import Organizations
from tests.e2e.pages.patient import PatientPage
from tests.e2e.pages.people import People
from tests.e2e.pages.profile import Profile
from tests.e2e.pages.report import ReportPage
from tests.e2e.pages.shell import Shell
from tests.e2e.pages.sign_in import SignIn
from tests.e2e.pages.systems import Systems
from tests.e2e.pages.upload import Upload
from tests.e2e.pages.viewer import Viewer
from tests.e2e.watch import Watch


@dataclass
class Person:
    page: Page
    watch: Watch
    language: str

    @cached_property
    def signing_in(self) -> SignIn:
        return SignIn(self.page)

    @cached_property
    def shell(self) -> Shell:
        return Shell(self.page)

    @cached_property
    def patient(self) -> PatientPage:
        return PatientPage(self.page)

    @cached_property
    def viewer(self) -> Viewer:
        return Viewer(self.page)

    @cached_property
    def audit(self) -> Audit:
        return Audit(self.page)

    @cached_property
    def emergency(self) -> Emergency:
        return Emergency(self.page)

    @cached_property
    def findings(self) -> Findings:
        return Findings(self.page)

    @cached_property
    def invitation(self) -> Invitation:
        return Invitation(self.page)

    @cached_property
    def profile(self) -> Profile:
        return Profile(self.page)

    @cached_property
    def report(self) -> ReportPage:
        return ReportPage(self.page)

    @cached_property
    def upload(self) -> Upload:
        return Upload(self.page)

    @cached_property
    def organizations(self) -> Organizations:
        return Organizations(self.page)

    @cached_property
    def systems(self) -> Systems:
        return Systems(self.page)

    @cached_property
    def people(self) -> People:
        return People(self.page)

    def sign_in(self, account: Mapping[str, Any], at: str = "/dashboard") -> Self:
        """Ends at the worklist, or at the page that is named, in the language of this person.

        Without the form: stories about signing in fill that in.
        """
        ask = self.page.context.request
        who = {"email": account["email"], "password": account["password"]}
        answer = ask.post("/api/auth/sign-in", headers=CSRF, data=who)
        assert answer.ok, answer.text()
        if answer.json()["user"]["language"] != self.language:
            assert ask.patch("/api/me", headers=CSRF, data={"language": self.language}).ok
        self.page.goto(at)
        self.page.get_by_test_id("account-menu").wait_for()
        expect(self.page.locator("html")).to_have_attribute("lang", self.language)
        return self


@contextmanager
def sit_down(
    browser: Browser, url: str, language: str = "en", screen: ViewportSize = SCREEN
) -> Generator[Person]:
    with desk(browser, url, language, screen) as context:
        yield Person(context.new_page(), Watch(context), language)
