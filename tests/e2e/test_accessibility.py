"""Everybody can use every page, by keyboard and in their language; test_screens.py looks at each page."""

from playwright.sync_api import expect

from tests.e2e.conftest import Arrive
from tests.e2e.person import Person
from tests.servers.imagini import Running


def test_the_groups_of_the_menu_open_and_close_by_keyboard(arrive: Arrive, imagini: Running) -> None:  # D4
    page = arrive().sign_in(imagini.account("org_admin")).page
    group = page.get_by_role("navigation").get_by_role("button", name="Organization")
    members = page.get_by_role("navigation").get_by_role("link", name="Manage Members")
    expect(group).to_have_attribute("aria-expanded", "true")
    group.focus()
    page.keyboard.press("Enter")
    expect(members).to_be_hidden()
    page.reload()
    expect(group).to_have_attribute("aria-expanded", "false")
    group.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    expect(members).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/organization/members")
    expect(members).to_have_attribute("aria-current", "page")


def test_the_language_switches_at_once_and_is_kept(radiologist: Person) -> None:
    """D6, C4."""
    heading = radiologist.page.get_by_role("heading", level=1)
    expect(heading).to_have_text("Worklist")
    radiologist.shell.choose_language("es")
    expect(heading).to_have_text("Lista de trabajo")
    expect(radiologist.page.locator("html")).to_have_attribute("lang", "es")
    radiologist.page.reload()
    expect(heading).to_have_text("Lista de trabajo")
