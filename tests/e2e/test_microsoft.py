"""Linking a Microsoft account, and signing in with it, through a real provider on another origin. # C1

The provider waves everybody through; what is refused is in tests/integration/test_microsoft.py.
"""

from collections.abc import Generator

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.browser import PATIENCE, SCREEN
from tests.e2e.person import Person
from tests.e2e.watch import Watch
from tests.servers.entra import STRANGER, Provider
from tests.servers.imagini import Running

ACCOUNT = "len@contoso.example"


@pytest.fixture
def visitor(browser: Browser, imagini: Running) -> Generator[Person]:
    """At a browser that trusts the provider's certificate."""
    context = browser.new_context(base_url=imagini.url, viewport=SCREEN, ignore_https_errors=True)
    context.set_default_timeout(PATIENCE)
    watch = Watch(context)
    yield Person(context.new_page(), watch, "en")
    context.close()
    assert not watch.complaints, "\n".join(watch.complaints)


def test_a_microsoft_account_is_linked_signs_in_and_is_unlinked(
    visitor: Person, imagini: Running, microsoft: Provider
) -> None:
    microsoft.will({"preferred_username": ACCOUNT})
    page = visitor.sign_in(imagini.account("member")).page
    page.goto("/profile")
    page.get_by_role("button", name="Link Microsoft account").click()
    expect(page.get_by_text(ACCOUNT)).to_be_visible()
    assert page.url == f"{imagini.url}/profile"

    visitor.shell.sign_out()
    page.get_by_role("button", name="Sign in with Microsoft").click()
    page.wait_for_url("**/dashboard")

    visitor.shell.sign_out()
    microsoft.will({"oid": STRANGER, "preferred_username": ACCOUNT})
    page.get_by_role("button", name="Sign in with Microsoft").click()
    expect(page.get_by_text("No account here belongs to this Microsoft account.")).to_be_visible()
    visitor.signing_in.submit(*(imagini.account("member")[word] for word in ("email", "password")))
    page.wait_for_url("**/dashboard")

    page.goto("/profile")
    page.get_by_role("button", name=f"Unlink {ACCOUNT}").click()
    expect(page.get_by_text(ACCOUNT)).to_be_hidden()
