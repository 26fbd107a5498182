import pytest

from infra.local.host import routes


def values(template: str, path: str) -> dict[str, str] | None:
    match = routes.pattern(template).fullmatch(path)
    return routes.parameters(match) if match else None


@pytest.mark.parametrize(
    ("template", "path", "expected"),
    [
        ("api/patients", "/api/patients", {}),
        ("api/patients", "/API/Patients/", {}),
        ("api/patients/{mrn}", "/api/patients/IYET5.0", {"mrn": "IYET5.0"}),
        ("api/patients/{mrn}", "/api/patients/a%20b", {"mrn": "a b"}),
        ("api/patients/{mrn}", "/api/patients/a%2Fb", {"mrn": "a%2Fb"}),
        ("api/patients/{mrn}", "/api/patients", None),
        ("api/patients/{mrn}", "/api/patients/a/b", None),
        ("api/{number:int}", "/api/12", {"number": "12"}),
        ("api/{number:int}", "/api/twelve", None),
        ("api/files/{*path}", "/api/files/a/b.txt", {"path": "a/b.txt"}),
        ("api/files/{*path}", "/api/files", {}),
        ("api/list/{page?}", "/api/list", {}),
        ("api/list/{page?}", "/api/list/2", {"page": "2"}),
        ("api/report.pdf", "/api/reportxpdf", None),
    ],
)
def test_a_template_matches_as_the_host_matches_it(
    template: str, path: str, expected: dict[str, str] | None
) -> None:
    assert values(template, path) == expected


@pytest.mark.parametrize("template", ["api/{mrn:regex(^a$)}", "api/{mrn", "api/{number:imaginary}"])
def test_a_template_that_cannot_be_matched_here_is_refused_by_name(template: str) -> None:
    with pytest.raises(ValueError, match=r"the route 'api/"):
        routes.pattern(template)
