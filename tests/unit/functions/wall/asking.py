"""How each operation is asked about somebody's things, so that nothing but who asks stands in the way."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode

from infra.local.host import routes
from tests.unit.functions.index import HttpFunction
from tests.unit.functions.wall.installation import FORM, REASON, basic
from tests.unit.functions.wall.things import PASSWORD, Things

type Given = Callable[[Things], Any]

EVERYWHERE: dict[str, Given] = {  # what parameters of paths stand for
    "organization_id": lambda t: t.organization,
    "study_uid": lambda t: t.study,
    "series_uid": lambda t: t.series,
    "sop_uid": lambda t: t.image,
    "frames": lambda _: "1",
    "path": lambda _: "7fe00010",
    "mrn": lambda t: t.mrn,
    "finding_id": lambda t: t.finding,
    "user_id": lambda t: t.colleague,
    "session_id": lambda t: t.session,
    "identity_id": lambda t: t.identity,
    "client_id": lambda t: t.client,
    "secret_id": lambda t: t.secret,
    "invitation_id": lambda t: t.invitation,
    "token": lambda t: t.invitation_token,
    "failure_id": lambda t: t.failure,
}
HERE: dict[str, dict[str, Given]] = {  # and where it is something else
    "undo_decision": {"finding_id": lambda t: t.decided},
    "edit_patient": {"mrn": lambda t: t.registered},
    "remove_patient": {"mrn": lambda t: t.registered},
    "add_client_secret": {"client_id": lambda t: t.system},
}
QUERIES: dict[str, Given] = {
    "find_patients": lambda t: {"mrn": t.mrn},
    "list_users": lambda t: {"organization": t.organization},
    "list_invitations": lambda t: {"organization": t.organization},
    "list_audit": lambda t: {"organization": t.organization},
    "export_audit": lambda t: {"organization": t.organization},
    "list_patients": lambda t: {"search": t.registered},
    "search_studies": lambda t: {"StudyInstanceUID": t.study},
    "search_series": lambda t: {"StudyInstanceUID": t.study},
    "search_instances": lambda t: {"StudyInstanceUID": t.study},
}
PACS = {"url": "https://10.9.9.9/dicom-web"}
NEW_PACS = PACS | {"auth": "basic", "username": "imagini", "secret": "new"}
BODIES: dict[str, Given] = {
    "sign_in": lambda t: {"email": t.colleagues_address, "password": PASSWORD},
    "forgot_password": lambda t: {"email": t.colleagues_address},
    "reset_password": lambda t: {"token": t.reset_token, "password": "nine blue herons upstream"},
    "accept_invitation": lambda _: {
        "first_name": "Gus",
        "last_name": "Guest",
        "password": "eleven kind walruses",
    },
    "issue_access_token": lambda _: urlencode({"grant_type": "client_credentials"}).encode(),
    "create_client": lambda _: {"name": "Another", "scopes": ["patients.read"]},
    "open_emergency": lambda _: REASON,
    "describe_finding": lambda _: {"description": "Seen"},
    "decide_finding": lambda _: {"decision": "approve"},
    "choose_measurements": lambda _: {"version": 1, "seen": 1},
    "publish_measurements": lambda _: {"version": 1},
    "save_report": lambda _: {"sections": {"findings": "Nothing"}},
    "sign_report": lambda _: {"override_reason": "Seen by eye"},
    "invite_user": lambda _: {"email": "another@somewhere.example"},
    "change_me": lambda _: {"language": "es"},
    "choose_organization": lambda t: {"id": t.organization},
    "change_password": lambda _: {"current": PASSWORD, "new": "nine blue herons upstream"},
    "begin_second_factor": lambda _: {"password": PASSWORD},
    "confirm_second_factor": lambda _: {"code": "123456"},
    "remove_second_factor": lambda _: {"password": PASSWORD, "code": "123456"},
    "create_organization": lambda _: {"name": "third_clinic"},
    "edit_organization": lambda _: {"display_name": "Another name"},
    "configure_source": lambda _: NEW_PACS,
    "try_source": lambda _: NEW_PACS,
    "try_source_watched": lambda _: NEW_PACS,
    "change_organization_status": lambda _: {"status": "suspended"},
    "register_patient": lambda _: {"mrn": "NEW1", "name": "New Patient"},
    "edit_patient": lambda _: {"name": "Another Name"},
    "change_member": lambda _: {"role": "org_admin"},
    "change_user": lambda _: {"active": False},
    "store_studies": lambda t: upload(t.file),
    "store_study": lambda t: upload(t.file),
}
MULTIPART = {"content-type": 'multipart/related; type="application/dicom"; boundary=part'}
HEADERS: dict[str, Given] = {
    "store_studies": lambda _: MULTIPART,
    "store_study": lambda _: MULTIPART,
    "issue_access_token": lambda t: FORM | basic(t.system_name, t.system_secret),
    "save_report": lambda t: {"if-match": f'"{t.report}"'},
}


class Question(NamedTuple):
    method: str
    path: str
    body: object
    headers: dict[str, str]


def question(function: HttpFunction, things: Things, **instead: str) -> Question:
    """`instead`: of what would stand in the path."""
    name = function.name
    named = EVERYWHERE | HERE.get(name, {})

    def value(found: Any) -> str:
        return instead.get(found["name"]) or quote(named[found["name"]](things))

    path = "/" + routes.PARAMETER.sub(value, function.route)
    if name in QUERIES:
        path += "?" + urlencode(QUERIES[name](things))
    body = BODIES[name](things) if name in BODIES else b""
    return Question(function.method, path, body, HEADERS[name](things) if name in HEADERS else {})


def is_about_something(function: HttpFunction) -> bool:
    """Whether it matters whose things are asked about."""
    name = function.name
    given = [table[name] for table in (QUERIES, BODIES, HEADERS) if name in table]
    return bool(routes.PARAMETER.search(function.route)) or any(one(A) != one(B) for one in given)


def upload(file: bytes) -> bytes:
    return b"--part\r\nContent-Type: application/dicom\r\n\r\n" + file + b"\r\n--part--\r\n"


def _things(mark: str) -> Things:
    given: dict[str, Any] = {one.name: mark for one in fields(Things)} | {"file": mark.encode()}
    return Things(**given)


A, B = _things("a"), _things("b")
