"""One origin: portal, viewer and API where the code expects them."""

from collections.abc import Iterator
from typing import Any

from infra.checks.bicep.template import Template
from infra.checks.code import Code

ROUTES = "front-door-routes"


def each_path_leads_where_it_belongs(template: Template, code: Code) -> Iterator[str]:
    wanted = {
        "/*": ("web", True),
        "/viewer": ("web", True),
        "/viewer/*": ("web", True),
        f"/{code.prefix}": ("api", False),
        f"/{code.prefix}/*": ("api", False),
    }
    found = {pattern: (origin, cached) for pattern, origin, cached in _patterns(template)}
    for pattern in sorted(wanted.keys() | found.keys()):
        if found.get(pattern) != wanted.get(pattern):
            yield f"{ROUTES}: {pattern} is {found.get(pattern)}, not {wanted.get(pattern)}"


def the_site_serves_the_viewer(_: Template, code: Code) -> Iterator[str]:
    if not any(route["route"] == "/viewer/*" for route in code.site["routes"]):
        yield "staticwebapp.config.json does not serve /viewer/*"


def origins_are_asked_for_what_they_have(template: Template, code: Code) -> Iterator[str]:
    for origin in _origins(template):
        probe = origin["probe"]
        if probe.startswith(f"/{code.prefix}/") and probe not in code.paths:
            yield f"{ROUTES}: the API has no {probe} to ask for its health"


def requests_go_on_encrypted(template: Template, _: Code) -> Iterator[str]:
    for path, route in template.resources("Microsoft.Cdn/profiles/afdEndpoints/routes"):
        if route.at("properties.forwardingProtocol") != "HttpsOnly":
            yield f"{path}: requests are forwarded without encryption"
        if route.at("properties.httpsRedirect") != "Enabled":
            yield f"{path}: http is not sent on to https"
    for path, origin in template.resources("Microsoft.Cdn/profiles/originGroups/origins"):
        if origin.at("properties.enforceCertificateNameCheck") is not True:
            yield f"{path}: anybody's certificate would do for an origin"


def there_is_no_linked_back_end(template: Template, _: Code) -> Iterator[str]:
    for kind in ("linkedBackends", "userProvidedFunctionApps"):
        for path, _resource in template.resources(f"Microsoft.Web/staticSites/{kind}"):
            yield f"{path}: a linked back end replaces Authorization, buffers, and cuts at 45 s"


def people_are_told_the_address_that_is_served(template: Template, _: Code) -> Iterator[str]:
    expression = str(template.given("functions", "publicUrl"))
    if "customDomain" not in expression or "frontDoor.outputs.hostName" not in expression:
        yield f"main.bicep: links in mails would begin with {expression}"


def _origins(template: Template) -> list[dict[str, Any]]:
    return template.module(ROUTES).variables.get("origins", [])


def _patterns(template: Template) -> Iterator[tuple[str, str, bool]]:
    names = [origin["name"] for origin in _origins(template)]
    for route in template.module(ROUTES).variables.get("routes", []):
        for pattern in route["patterns"]:
            yield pattern, names[route["origin"]], route["cached"]


RULES = (
    each_path_leads_where_it_belongs,
    the_site_serves_the_viewer,
    origins_are_asked_for_what_they_have,
    requests_go_on_encrypted,
    there_is_no_linked_back_end,
    people_are_told_the_address_that_is_served,
)
