"""The matrix: every operation, asked by every role over HTTP. # C7 C8 C9 C10

A new operation is refused by this page until somebody has written down who may call it.
"""

from dataclasses import replace

import pytest

from functions.support import endpoint
from functions.support.operation import operations
from functions.support.streaming_http import Request
from shared.domain.access import Actor, Permission, Role
from tests.builders import RADIOLOGIST
from tests.unit.functions.browser import CSRF, Browser
from tests.unit.functions.index import HTTP, HttpFunction, address

EVERYBODY = frozenset(Role) - {Role.PLATFORM}
SIGNED_IN = EVERYBODY - {Role.ANONYMOUS}
OPERATORS = frozenset({Role.APP_ADMIN, Role.SUPER_ADMIN})
CLINICAL = SIGNED_IN - OPERATORS  # who administers the platform reads no patient's data, but in an emergency
ADMINS = SIGNED_IN - {Role.MEMBER}

WHO_MAY = {
    "open to everybody": EVERYBODY,
    "signed in": SIGNED_IN,
    "clinical work": CLINICAL,
    "patients' register": frozenset({Role.ORG_ADMIN}),
    "administration": ADMINS,
    "platform": OPERATORS,
}
OPERATIONS = {
    "open to everybody": """
        accept_invitation forgot_password get_docs get_health get_openapi get_sign_in_options reset_password
        show_invitation sign_in sign_out
        begin_microsoft finish_microsoft issue_access_token join_with_microsoft
    """,
    "signed in": """
        begin_second_factor change_me change_password choose_organization confirm_second_factor end_session
        end_other_sessions
        get_me get_second_factor list_sessions remove_second_factor
        link_microsoft list_identities unlink_identity
    """,
    "clinical work": """
        analyse_study decide_finding describe_finding find_patients get_heatmap get_report get_study
        list_analyses list_findings list_latest_studies list_patient_studies list_series print_report
        render_frame render_instance render_series render_study retrieve_bulkdata retrieve_frame_thumbnail
        retrieve_frames retrieve_instance retrieve_instance_metadata retrieve_instance_thumbnail
        retrieve_series retrieve_series_metadata retrieve_series_thumbnail retrieve_study
        retrieve_study_metadata retrieve_study_thumbnail save_report search_instances
        search_instances_of_series search_instances_of_study search_series search_series_of_study
        search_studies sign_report store_studies store_study undo_decision
        get_patient get_worklist list_patients open_patient open_study
        ask_for_capabilities read_capabilities
    """,
    "patients' register": "edit_patient register_patient remove_patient",
    "administration": """
        export_audit list_audit
        check_source configure_source edit_organization get_organization list_models try_source
        try_source_watched watch_source
        invite_user list_invitations resend_invitation revoke_invitation
        change_member list_users remove_member
        add_client_secret create_client list_clients remove_client remove_client_secret
    """,
    "platform": """
        end_emergency open_emergency
        change_user create_organization list_organizations change_organization_status
        discard_task get_system list_failures list_queues list_stuck_work rerun_task restart_analysis send_outbox
    """,
}
CLINICAL_WORK = frozenset(OPERATIONS["clinical work"].split())
READS = frozenset(
    operation.name for operation in operations if operation.permission is Permission.READ_PATIENTS
)
GRANTED = {name: WHO_MAY[kind] for kind, names in OPERATIONS.items() for name in names.split()}


def test_the_matrix_leaves_no_operation_out_and_names_none_that_is_gone() -> None:
    assert sorted(GRANTED) == [function.name for function in HTTP]


@pytest.mark.parametrize("function", HTTP, ids=lambda function: function.name)
def test_an_operation_refuses_whom_the_matrix_refuses_and_nobody_else(
    browser: Browser, monkeypatch: pytest.MonkeyPatch, function: HttpFunction
) -> None:
    caller = RADIOLOGIST

    def actor_of(_: Request) -> Actor:
        return caller

    monkeypatch.setattr(endpoint, "actor_of", actor_of)
    let_in: set[Role] = set()
    for role in EVERYBODY:
        caller = replace(RADIOLOGIST, role=role)
        answer = browser.ask(function.method, address(function), b"", CSRF)
        if answer.status in (401, 403):
            assert (answer.status == 401) is (role is Role.ANONYMOUS)
        else:
            let_in.add(role)

    assert let_in == GRANTED[function.name]


@pytest.mark.parametrize(("role", "opened"), [(Role.APP_ADMIN, READS), (Role.SUPER_ADMIN, CLINICAL_WORK)])
def test_emergency_access_opens_the_patients_of_one_organization_and_nothing_else(
    browser: Browser, monkeypatch: pytest.MonkeyPatch, role: Role, opened: frozenset[str]
) -> None:
    def actor_of(_: Request) -> Actor:
        return replace(RADIOLOGIST, role=role, emergency=True)

    monkeypatch.setattr(endpoint, "actor_of", actor_of)
    let_in = {
        function.name
        for function in HTTP
        if browser.ask(function.method, address(function), b"", CSRF).status not in (401, 403)
    }

    assert let_in - {name for name, roles in GRANTED.items() if role in roles} == opened
