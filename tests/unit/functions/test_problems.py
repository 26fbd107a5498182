"""What goes wrong is told as RFC 9457 problem documents, with a sentence a person understands."""

from traceback import format_exception

import pytest

from functions.support.problems import STATUS, problem_of
from shared.application.ports import Change
from shared.core.discretion import Unforeseen
from shared.domain import partitions
from shared.domain.errors import DomainError, Unavailable
from tests.builders import HOSPITAL, MRN, STUDY, finding, study_row
from tests.unit.functions.browser import CSRF, Answer, Browser
from tests.world import EMAIL, PASSWORD, World

REPORT = f"/studies/{STUDY}/report"


def problem(answer: Answer, status: int) -> str:
    """The sentence, of an answer that is a problem document of that status."""
    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.status, answer.json["status"], answer.json["type"]) == (status, status, "about:blank")
    assert answer.json["title"]
    return answer.json["detail"]


def errors_of(error: type[DomainError]) -> list[type[DomainError]]:
    return [kind for child in error.__subclasses__() for kind in (child, *errors_of(child))]


def test_every_error_of_the_domain_has_a_status() -> None:
    ours = {error for error in errors_of(DomainError) if error.__module__ == DomainError.__module__}

    assert ours == set(STATUS)


def test_a_kind_of_error_that_an_adapter_has_is_answered_as_what_it_is_a_kind_of() -> None:
    class Asleep(Unavailable):
        pass

    assert problem_of(Asleep("It sleeps.")).status_code == 503


def test_a_stranger_is_asked_to_sign_in(browser: Browser) -> None:
    assert problem(browser.get(f"/patients?mrn={MRN}"), 401) == "Please sign in."


@pytest.mark.parametrize(
    "cookie", ["~~%00;", "~", "a" * 9000, f"{'a' * 9000}~b"], ids=["odd", "empty", "long", "long name"]
)
def test_a_broken_cookie_is_a_stranger(browser: Browser, world: World, cookie: str) -> None:
    browser.cookies["imagini"] = cookie
    world.employ()

    assert problem(browser.get("/me"), 401) == "Please sign in."


def test_who_may_not_ask_is_told_before_anything_is_read(ada: Browser) -> None:
    answer = ada.put(f"/organizations/{HOSPITAL}/source", b"{not even JSON")

    assert problem(answer, 403) == "Your role does not allow this."


def test_an_unknown_mrn_says_so(ada: Browser) -> None:  # D2
    assert problem(ada.get("/patients?mrn=NOBODY"), 404) == "No patient with this MRN."


@pytest.mark.parametrize(
    "path", ["/studies/not-a-uid", "/studies/1.2%2E%2E/findings", "/findings/nonsense/heatmap"]
)
def test_a_path_that_names_nothing_possible_is_not_found(ada: Browser, path: str) -> None:
    problem(ada.get(path), 404)


def test_wrong_fields_are_named_one_by_one(ada: Browser, world: World) -> None:
    world.source.keep(study_row())
    body = {"sections": {"impression": 7}, "colour": "red"}

    answer = ada.put(REPORT, body, if_match='"new"')

    problem(answer, 422)
    assert {error["field"] for error in answer.json["errors"]} == {"sections.impression", "colour"}
    assert all(error["message"].endswith(".") for error in answer.json["errors"])


@pytest.mark.parametrize("query", ["", "?mrn=", "?mrn=*", "?mrn=A&limit=3", "?nrm=A"])
def test_a_search_without_a_proper_mrn_is_unprocessable(ada: Browser, query: str) -> None:
    problem(ada.get(f"/patients{query}"), 422)


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"[]",
        b'"text"',
        b"7",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"a":"\\ud800"}',
        b'{"a":NaN}',
    ],
    ids=[
        "cut",
        "list",
        "text",
        "number",
        "binary",
        "deep list",
        "deep object",
        "half a character",
        "no number",
    ],
)
def test_a_body_that_is_no_json_object_is_a_bad_request(ada: Browser, body: bytes) -> None:
    assert problem(ada.post(f"/studies/{STUDY}/analyses", body), 400) == "The body is not a JSON object."


def test_a_body_that_is_too_large_is_refused(ada: Browser) -> None:
    text = "x" * (1 << 20)

    assert "larger than" in problem(ada.post("/auth/sign-in", {"email": text, "password": ""}), 413)


def test_a_broken_rule_says_which(ada: Browser, world: World) -> None:
    world.source.keep(study_row())
    world.keep(partitions.study(HOSPITAL, STUDY), finding())

    assert "still need a decision" in problem(ada.post(f"{REPORT}/signature", {}), 422)


def test_a_source_that_is_down_asks_to_try_again(ada: Browser, world: World) -> None:
    world.source.trouble = "The PACS does not answer."

    answer = ada.get(f"/patients?mrn={MRN}")

    assert problem(answer, 503) == "The PACS does not answer."
    assert answer.headers["retry-after"] == "10"


def test_a_change_without_a_version_is_refused(ada: Browser) -> None:
    assert "If-Match" in problem(ada.put(REPORT, {"sections": {}}), 428)


def test_a_stale_version_is_refused(ada: Browser, world: World) -> None:
    world.source.keep(study_row())

    assert "Somebody else" in problem(ada.put(REPORT, {"sections": {}}, if_match='"old"'), 412)


def test_a_record_that_cannot_be_read_is_our_fault_and_not_the_callers(ada: Browser, world: World) -> None:
    world.source.keep(study_row())
    nonsense = Change("add", "report", STUDY, {"surprise": True})
    world.store.commit(partitions.study(HOSPITAL, STUDY), [nonsense])

    with pytest.raises(Unforeseen) as broken:  # the worker logs it, marks it failed, answers 500
        ada.get(REPORT)

    assert str(broken.value) == "ValidationError"
    assert "surprise" not in "".join(format_exception(broken.value))


def test_a_problem_keeps_quiet_about_what_was_sent(browser: Browser) -> None:
    answer = browser.ask("POST", "/auth/sign-in", {"email": 7, "password": ["hunter2"]}, CSRF)

    problem(answer, 422)
    assert b"hunter2" not in answer.body


def test_who_guesses_passwords_is_told_how_long_to_wait(browser: Browser, world: World) -> None:
    world.employ()
    for _ in range(5):
        problem(browser.post("/auth/sign-in", {"email": EMAIL, "password": "wrong"}), 401)

    answer = browser.post("/auth/sign-in", {"email": EMAIL, "password": PASSWORD})

    assert "wait a little" in problem(answer, 429)
    assert answer.headers["retry-after"] == "15"
