"""What the administrators of an organization decide about it. # E9"""

from typing import Any

import pytest

from shared.application.ports import Condition
from shared.domain.audit import AuditLine
from shared.domain.partitions import ORGANIZATIONS
from tests.builders import CLINIC, HOSPITAL
from tests.unit.functions.browser import Browser
from tests.unit.functions.organizations.asking import HEAD, OPERATOR, As, create, names, patch
from tests.world import World

TENANT = "72f988bf-86f1-41af-91ab-2d7cd011db47"
SECTIONS = {"technique": "Two views.", "recommendations": "None."}
ALL_SETTINGS: dict[str, Any] = {
    "display_name": "New",
    "language": "es",
    "report_language": "en",
    "retention_days": 90,
    "website": None,
    "second_factor_required": True,
    "allowed_tenants": [TENANT],
    "models": [
        {"model_id": "chest", "on": True, "thresholds": [{"label": "Lung Opacity", "probability": 0.3}]}
    ],
}


def test_an_organizations_admin_edits_it_and_what_is_not_named_stays(as_: As) -> None:  # E9
    create(as_(OPERATOR), display_name="Old", phone="123", website="https://old.example.org")

    edited = patch(as_(HEAD), **ALL_SETTINGS)

    assert edited.status == 200, edited.body
    assert {field: edited.json[field] for field in ALL_SETTINGS} == ALL_SETTINGS
    assert edited.json["phone"] == "123"
    assert as_(HEAD).get(f"/organizations/{HOSPITAL}").json == edited.json


def test_an_edit_is_found_by_its_new_name_and_audited(operator: Browser, world: World) -> None:
    create(operator, display_name="Old")
    patch(operator, HOSPITAL, display_name="Saint Mary", phone="123")

    assert names(operator, "?search=mary") == [HOSPITAL]
    [line] = world.of(AuditLine, ORGANIZATIONS).all(Condition("action", "is", "organization.edit"))
    assert (line.actor_name, line.target, line.detail) == ("Root", HOSPITAL, "display_name, phone")


@pytest.mark.parametrize(
    "given",
    [
        {"name": "another"},
        {"status": "suspended"},
        {"retention_days": 0},
        {"language": "fr"},
        {"allowed_tenants": ["everybody"]},
        {"models": [{"model_id": "chest", "thresholds": [{"label": "Lung Opacity", "probability": 1.5}]}]},
        {"models": [{"model_id": "unknown"}]},
        {"report_template": {"technique": "x" * 4001}},
        {"report_template": {"signature": "x"}},
    ],
)
def test_what_an_edit_cannot_change_is_refused(operator: Browser, given: dict[str, object]) -> None:
    create(operator)

    assert patch(operator, HOSPITAL, **given).status == 422


def test_another_organization_is_not_found_by_an_organizations_admin(as_: As) -> None:
    create(as_(OPERATOR), CLINIC)

    assert as_(HEAD).get(f"/organizations/{CLINIC}").status == 404
    assert patch(as_(HEAD), CLINIC, display_name="Mine").status == 404
    assert as_(OPERATOR).get(f"/organizations/{CLINIC}").json["display_name"] == CLINIC


def test_a_template_that_leaves_sections_out_leaves_them_empty(operator: Browser) -> None:
    create(operator)

    template = patch(operator, report_template=SECTIONS).json["report_template"]
    assert {name: text for name, text in template.items() if text} == SECTIONS
    assert patch(operator, phone="123").json["report_template"] == template
