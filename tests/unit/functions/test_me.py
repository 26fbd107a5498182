"""My sessions and my organizations, over HTTP. # C11 C12"""

from pyotp.totp import TOTP

from shared.application.commands.create_organization import CreateOrganization
from shared.application.commands.register_user import RegisterUser
from shared.domain.access import PLATFORM, Role
from shared.domain.membership import Membership
from tests.builders import CLINIC, HOSPITAL
from tests.unit.functions.browser import CSRF, Browser
from tests.world import EMAIL, PASSWORD, World


def join_clinic(world: World) -> None:
    world.send(CreateOrganization(name=CLINIC, display_name="Other Clinic"), PLATFORM)
    membership = Membership(organization_id=CLINIC, role=Role.MEMBER)
    world.send(
        RegisterUser(email=EMAIL, first_name="Ada", last_name="Lovelace", membership=membership), PLATFORM
    )


def test_no_microsoft_account_is_linked_where_microsoft_is_not_set_up(ada: Browser) -> None:
    assert ada.get("/auth/options").json == {"microsoft": False}
    assert ada.post("/me/identities/microsoft").status == 409
    assert ada.get("/auth/microsoft").headers["location"] == "/auth/signin?problem=microsoft-unavailable"


def test_another_organization_comes_with_another_cookie(ada: Browser, world: World) -> None:
    join_clinic(world)
    before = ada.cookies["imagini"]

    answer = ada.put("/me/organization", {"id": CLINIC})

    assert answer.json["organization"]["id"] == CLINIC
    assert ada.cookies["imagini"] != before
    assert "Max-Age" not in answer.headers["set-cookie"]
    assert answer.headers["clear-site-data"] == '"cache"'
    assert ada.get("/me").json["organization"]["id"] == CLINIC


def test_a_copied_cookie_signs_the_thief_out_and_the_owner_too(ada: Browser, world: World) -> None:
    join_clinic(world)
    thief = Browser()
    thief.cookies = dict(ada.cookies)
    ada.put("/me/organization", {"id": CLINIC})
    world.time.passes(seconds=10)

    assert thief.get("/me").status == 401
    assert ada.get("/me").status == 401


def test_somebody_at_work_stays_signed_in(ada: Browser, world: World) -> None:
    for _ in range(10):
        world.time.passes(minutes=20)
        assert ada.get("/me").status == 200

    world.time.passes(minutes=30)
    assert ada.get("/me").status == 401


def test_a_session_is_ended_from_the_list(ada: Browser) -> None:
    [session] = ada.get("/me/sessions").json

    assert session["current"]
    assert ada.ask("DELETE", f"/me/sessions/{session['id']}", None, CSRF).status == 204
    assert ada.get("/me").status == 401


def test_signing_out_elsewhere_keeps_this_browser_signed_in(ada: Browser, world: World) -> None:
    elsewhere = Browser()
    elsewhere.post("/auth/sign-in", {"email": EMAIL, "password": PASSWORD}, user_agent="curl/8.14.1")
    assert {session["browser"] for session in ada.get("/me/sessions").json} == {"", "API"}
    world.time.passes(seconds=1)

    assert ada.ask("DELETE", "/me/sessions", None, CSRF).status == 204
    assert (ada.get("/me").status, elsewhere.get("/me").status) == (200, 401)


def test_names_and_language_are_changed_each_by_itself(ada: Browser) -> None:
    ada.ask("PATCH", "/me", {"first_name": " Augusta ", "last_name": "King"}, CSRF)
    user = ada.ask("PATCH", "/me", {"language": "es"}, CSRF).json["user"]

    assert (user["first_name"], user["last_name"], user["initials"]) == ("Augusta", "King", "AK")
    assert user["language"] == "es"
    assert ada.ask("PATCH", "/me", {"first_name": "  "}, CSRF).json["errors"][0]["field"] == "first_name"


def test_a_session_that_is_not_there_is_not_found(ada: Browser) -> None:
    assert ada.ask("DELETE", "/me/sessions/nonsense", None, CSRF).status == 404
    assert ada.get("/me").json["organization"]["id"] == HOSPITAL


def test_a_changed_password_keeps_this_browser_signed_in(ada: Browser, world: World) -> None:
    before = ada.cookies["imagini"]
    world.time.passes(seconds=1)

    answer = ada.put("/me/password", {"current": PASSWORD, "new": "seven quiet pianos in a row"})

    assert (answer.status, answer.body) == (204, b"")
    assert ada.cookies["imagini"] != before
    assert ada.get("/me").status == 200


def test_a_password_that_is_not_good_enough_is_refused_in_a_sentence(ada: Browser) -> None:
    answer = ada.put("/me/password", {"current": PASSWORD, "new": "short"})

    assert answer.status == 422
    assert answer.json["detail"].startswith("A password has at least 15 characters.")
    assert answer.json["type"] == "urn:imagini:password-short"


def test_a_known_and_an_unknown_address_are_answered_alike(browser: Browser, world: World) -> None:  # C3
    world.employ()

    known, unknown = (
        browser.post("/auth/forgot-password", {"email": email}) for email in (EMAIL, "nobody@example.org")
    )

    assert known.status == 202
    assert known == unknown


def test_a_made_up_link_is_refused_in_a_sentence(browser: Browser) -> None:
    body = {"token": "guessed", "password": "seven quiet pianos in a row"}

    answer = browser.post("/auth/reset-password", body)

    assert (answer.status, "ask for a new one" in answer.json["detail"]) == (404, True)
    assert b"guessed" not in answer.body


def test_a_program_can_tell_that_a_code_is_needed(ada: Browser, world: World) -> None:
    setup = ada.post("/me/second-factor", {"password": PASSWORD}).json
    phone = TOTP(setup["secret"])
    now = int(world.time.now().timestamp())
    body = {"email": EMAIL, "password": PASSWORD}

    shown = ada.post("/me/second-factor/confirmation", {"code": phone.at(now)}).json
    assert len(shown["recovery_codes"]) == 10
    answer = Browser().post("/auth/sign-in", body)
    assert (answer.status, answer.json["type"]) == (401, "urn:imagini:code-needed")
    assert "set-cookie" not in answer.headers
    assert Browser().post("/auth/sign-in", body | {"code": phone.at(now + 30)}).status == 200
    assert ada.get("/me/second-factor").json == {
        "is_on": True,
        "recovery_codes_left": 10,
        "has_password": True,
    }
