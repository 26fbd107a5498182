"""Route templates of HTTP functions, matched as ASP.NET matches them."""

import re
from urllib.parse import unquote

CONSTRAINTS = {
    "alpha": r"[A-Za-z]+",
    "bool": r"(?i:true|false)",
    "decimal": r"-?\d+(?:\.\d+)?",
    "guid": r"[0-9a-fA-F]{8}(?:-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}",
    "int": r"-?\d+",
    "long": r"-?\d+",
}
PARAMETER = re.compile(r"\{(?P<all>\**)(?P<name>\w+)(?::(?P<constraint>\w+))?(?P<optional>\?)?\}")


def pattern(template: str) -> re.Pattern[str]:
    """The paths that a template matches, in the raw (percent-encoded) form. ValueError: not understood."""
    segments = (_segment(segment, template) for segment in template.strip("/").split("/") if segment)
    return re.compile("".join(segments) + "/?", re.IGNORECASE)


def _segment(segment: str, template: str) -> str:
    matches = list(PARAMETER.finditer(segment))
    literals = PARAMETER.split(segment)[:: PARAMETER.groups + 1]
    if any("{" in literal or "}" in literal for literal in literals):
        raise ValueError(f"the route {template!r} holds something this host cannot match: {segment!r}")
    pieces = [re.escape(literals[0])]
    for match, literal in zip(matches, literals[1:], strict=True):
        pieces += [f"(?P<{match['name']}>{_values(match, template)})", re.escape(literal)]
    text = "".join(pieces)
    return f"(?:/{text})?" if any(match["optional"] or match["all"] for match in matches) else f"/{text}"


def _values(match: re.Match[str], template: str) -> str:
    if match["all"]:
        return ".*"
    constraint = match["constraint"]
    if constraint and constraint not in CONSTRAINTS:
        raise ValueError(f"the route {template!r} uses the constraint {constraint!r}, unknown to this host")
    return CONSTRAINTS[constraint] if constraint else "[^/]+"


def parameters(match: re.Match[str]) -> dict[str, str]:
    """Decoded values; an encoded slash stays encoded, as Kestrel leaves it."""
    found = {name: value for name, value in match.groupdict().items() if value is not None}
    return {
        name: unquote(re.sub("%2f", "%252F", value, flags=re.IGNORECASE)) for name, value in found.items()
    }


EXAMPLES = {
    "int": "7",
    "long": "7",
    "decimal": "7.5",
    "bool": "true",
    "guid": "6f9619ff-8b86-d011-b42d-00cf4fc964ff",
}


def examples(template: str) -> list[str]:
    """Two paths of a template, with a text and with a number where anything may stand."""

    def path(anything: str) -> str:
        return "/" + PARAMETER.sub(lambda match: EXAMPLES.get(match["constraint"] or "", anything), template)

    return [path("x-1"), path("7")]
