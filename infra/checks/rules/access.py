"""Who may do what: the grants that the code needs, and no other."""

import re
from collections.abc import Iterator

from infra.checks.bicep.document import Resource
from infra.checks.bicep.template import Template
from infra.checks.bicep.values import Text
from infra.checks.code import Code

# https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
IDS = {
    "acrPull": "7f951dda-4ed3-4680-a7ca-43fe172d538d",
    "blobDataContributor": "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
    "blobDataOwner": "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
    "communicationAndEmailServiceOwner": "09976791-48a7-449e-bb21-39d1a415f350",
    "cosmosDataContributor": "00000000-0000-0000-0000-000000000002",
    "dicomDataOwner": "58a3b984-7adf-4c20-983a-32417c86fbc8",
    "keyVaultSecretsOfficer": "b86a8fe4-44ce-4948-aee5-eccb2c155cd7",
    "monitoringMetricsPublisher": "3913510d-42f4-4e42-8a64-420c390055eb",
    "queueDataContributor": "974c5e8b-45b9-4653-ba55-5f855dd0fb88",
    "queueDataMessageSender": "c6a89b2d-59bc-44d0-9896-0f6e12d7b80a",
    "tableDataContributor": "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3",
}
type Grant = tuple[str, str, str]  # who, what, where
GRANTS: frozenset[Grant] = frozenset(
    {
        ("functions", "blobDataOwner", "storage host"),
        ("functions", "queueDataContributor", "storage host"),
        ("functions", "tableDataContributor", "storage host"),
        ("functions", "blobDataContributor", "roles container"),
        ("functions", "queueDataContributor", "roles queues[i]"),
        ("functions", "monitoringMetricsPublisher", "roles insights"),
        ("inference", "monitoringMetricsPublisher", "roles insights"),
        ("functions", "cosmosDataContributor", "cosmos account.id"),
        ("functions", "keyVaultSecretsOfficer", "keyvault vault"),
        ("functions", "communicationAndEmailServiceOwner", "email communication"),
        ("functions", "dicomDataOwner", "dicom dicom"),
        ("inference", "acrPull", "registry registry"),
        ("inference", "blobDataContributor", "roles container"),
        ("inference", "queueDataContributor", "roles work"),
        ("inference", "queueDataMessageSender", "roles answers[i]"),
    }
)
ASSIGNMENTS = (
    "Microsoft.Authorization/roleAssignments",
    "Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments",
)
ROLE = re.compile(r"roles\.(\w+)")


def grants_are_those_that_are_needed(template: Template, _: Code) -> Iterator[str]:
    made = {
        grant
        for kind in ASSIGNMENTS
        for path, one in template.resources(kind)
        for grant in _of(template, path, one)
    }
    for who, what, where in sorted(GRANTS - made):
        yield f"{who} lack the role {what} on {where}"
    for who, what, where in sorted(made - GRANTS):
        yield f"{who} need no role {what} on {where}"


def roles_are_azures(template: Template, _: Code) -> Iterator[str]:
    written = dict(re.findall(r'"(\w+)": "([0-9a-f-]{36})"', template.sources["roles.json"]))
    for name in sorted(written.keys() | IDS.keys()):
        if written.get(name) != IDS.get(name):
            yield f"roles.json: {name} is {IDS.get(name)}, not {written.get(name)}"


def _of(template: Template, path: str, one: Resource) -> Iterator[Grant]:
    name = path.rpartition("/")[2].removesuffix(".bicep")
    who = _who(template, name, one)
    scope = one.at("scope") or one.at("properties.scope")
    definition = str(one.at("properties.roleDefinitionId") or "")
    for role in ROLE.findall(one.loop) or ROLE.findall(definition) or [definition]:
        yield who, role, f"{name} {scope}"


def _who(template: Template, module: str, one: Resource) -> str:
    """The workload behind a principal, as main names it."""
    principal = one.at("properties.principalId")
    given = str(template.given(module, principal) if isinstance(principal, Text) else principal)
    found = re.fullmatch(r"identity\.outputs\.(\w+)PrincipalId", given)
    return found[1] if found else given


RULES = (grants_are_those_that_are_needed, roles_are_azures)
