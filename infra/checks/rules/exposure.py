"""Nothing with patients' data can be reached from outside, or with a key."""

import re
from collections.abc import Iterator
from typing import Any

from infra.checks.bicep.template import Template
from infra.checks.bicep.values import at
from infra.checks.code import Code

MUST: dict[str, dict[str, Any]] = {
    "Microsoft.Storage/storageAccounts": {
        "properties.allowBlobPublicAccess": False,
        "properties.allowSharedKeyAccess": False,
        "properties.minimumTlsVersion": "TLS1_2",
        "properties.supportsHttpsTrafficOnly": True,
        "properties.publicNetworkAccess": "Disabled",
        "properties.networkAcls.defaultAction": "Deny",
    },
    "Microsoft.Storage/storageAccounts/blobServices/containers": {"properties.publicAccess": "None"},
    "Microsoft.DocumentDB/databaseAccounts": {
        "properties.disableLocalAuth": True,
        "properties.disableKeyBasedMetadataWriteAccess": True,
        "properties.publicNetworkAccess": "Disabled",
        "properties.minimalTlsVersion": "Tls12",
        "properties.backupPolicy.type": "Continuous",
    },
    "Microsoft.KeyVault/vaults": {
        "properties.enableRbacAuthorization": True,
        "properties.enablePurgeProtection": True,
        "properties.publicNetworkAccess": "Disabled",
        "properties.networkAcls.defaultAction": "Deny",
    },
    "Microsoft.HealthcareApis/workspaces": {"properties.publicNetworkAccess": "Disabled"},
    "Microsoft.HealthcareApis/workspaces/dicomservices": {
        "properties.publicNetworkAccess": "Disabled",
        "properties.enableDataPartitions": True,
    },
    "Microsoft.ContainerRegistry/registries": {
        "properties.adminUserEnabled": False,
        "properties.anonymousPullEnabled": False,
    },
    "Microsoft.Communication/communicationServices": {"properties.disableLocalAuth": True},
    "Microsoft.Communication/emailServices/domains": {"properties.userEngagementTracking": "Disabled"},
    "Microsoft.Insights/components": {"properties.DisableLocalAuth": True},
    "Microsoft.OperationalInsights/workspaces": {"properties.features.disableLocalAuth": True},
    "Microsoft.App/managedEnvironments": {
        "properties.publicNetworkAccess": "Disabled",
        "properties.vnetConfiguration.internal": True,
    },
    "Microsoft.Web/staticSites": {"properties.stagingEnvironmentPolicy": "Disabled"},
    "Microsoft.Web/sites": {
        "properties.httpsOnly": True,
        "properties.siteConfig.minTlsVersion": "1.2",
        "properties.siteConfig.ftpsState": "Disabled",
        "properties.siteConfig.ipSecurityRestrictionsDefaultAction": "Deny",
    },
    "Microsoft.Web/sites/basicPublishingCredentialsPolicies": {"properties.allow": False},
    "Microsoft.Cdn/profiles": {"properties.logScrubbing.state": "Enabled"},
    "Microsoft.Cdn/profiles/customDomains": {"properties.tlsSettings.minimumTlsVersion": "TLS12"},
}
# The group that a private endpoint names, and how many of them there must be.
DOORS = {"blob": 2, "queue": 2, "table": 1, "Sql": 1, "vault": 1, "registry": 1, "healthcareworkspace": 1}
WORD = re.compile(r"\w+")
KEYS = re.compile(
    r"listKeys\(|listAccountSas\(|AccountKey|DefaultEndpointsProtocol|primaryMasterKey|SharedAccess", re.I
)


def values_are_safe(template: Template, _: Code) -> Iterator[str]:
    for kind, wanted in MUST.items():
        found = list(template.resources(kind))
        if not found:
            yield f"there is no {kind}"
        for path, resource in found:
            for place, value in wanted.items():
                if (actual := resource.at(place)) != value:
                    yield f"{path}: {resource.symbol}.{place} must be {value!r}, not {actual!r}"


def nobody_uses_keys(template: Template, _: Code) -> Iterator[str]:
    for path, source in template.sources.items():
        if found := KEYS.search(source):
            yield f"{path} uses a key: {found[0]}"


def every_store_has_a_private_door(template: Template, _: Code) -> Iterator[str]:
    targets: list[dict[str, Any]] = template.given("private-endpoints", "targets") or []
    groups = [target.get("group") for target in targets]
    for group, count in DOORS.items():
        if (found := groups.count(group)) != count:
            yield f"main.bicep: {count} private endpoints of group {group} are wanted, not {found}"


def functions_hear_front_door_only(template: Template, _: Code) -> Iterator[str]:
    for path, site in template.resources("Microsoft.Web/sites"):
        rules: list[Any] = site.at("properties.siteConfig.ipSecurityRestrictions") or []
        if [at(rule, "ipAddress") for rule in rules] != ["AzureFrontDoor.Backend"]:
            yield f"{path}: {site.symbol} lets in others than Front Door"
        if [at(rule, "headers.x-azure-fdid") for rule in rules] != [["frontDoorId"]]:
            yield f"{path}: {site.symbol} lets in other people's Front Doors"


def both_password_doors_are_shut(template: Template, _: Code) -> Iterator[str]:
    shut = {
        r.at("name") for _, r in template.resources("Microsoft.Web/sites/basicPublishingCredentialsPolicies")
    }
    for name in sorted({"ftp", "scm"} - shut):
        yield f"functions can be published over {name} with a password"


def secrets_come_out_of_the_vault(template: Template, _: Code) -> Iterator[str]:
    for path, document in template.documents.items():
        for parameter in document.parameters.values():
            written = "@Microsoft.KeyVault(VaultName=${vault.name};SecretName=" in document.source
            if parameter.secure and not written and path != "main.bicep":
                yield f"{path}: {parameter.name} is a secret that does not end in the vault"
        secret = {parameter.name for parameter in document.parameters.values() if parameter.secure}
        for name, (_kind, given) in document.outputs.items():
            if secret & set(WORD.findall(str(given))):
                yield f"{path}: the output {name} is a secret"


RULES = (
    values_are_safe,
    nobody_uses_keys,
    every_store_has_a_private_door,
    functions_hear_front_door_only,
    both_password_doors_are_shut,
    secrets_come_out_of_the_vault,
)
