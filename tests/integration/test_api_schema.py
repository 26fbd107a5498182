"""The running API against its own OpenAPI document, asked by somebody else's program. # B1, B2"""

import json
import subprocess
import sys
from pathlib import Path

from infra.local.client import Client
from tests.integration.dicomweb import cookies
from tests.integration.installation import ARCHIVE, Installation

EXAMPLES = "12"
CONFIG = """
[auth.openapi.session]
api_key = "{session}"

[[operations]]  # no schema says which password, secret, link or address is right
include-path-regex = "password|invitations|oauth|auth/microsoft"
checks.positive_data_acceptance.enabled = false
"""
OPEN = {200, 204, 302, 400, 422}  # 302: a journey of the browser; 400: a form that is none
ENDS_SESSIONS = "sign-out|me/sessions"


def test_the_api_keeps_to_its_document(site: Installation, tmp_path: Path) -> None:
    client: Client = site.client(ARCHIVE)
    assert client.request("GET", "/api/me").status == 200
    config = tmp_path / "schemathesis.toml"
    config.write_text(CONFIG.format(session=cookies(client).rpartition("imagini=")[2]))
    schemathesis = Path(sys.executable).with_name("schemathesis")
    run = subprocess.run(
        [
            *(
                schemathesis,
                "--config-file",
                str(config),
                "run",
                f"{site.url}/api/openapi.json",
                "--max-examples",
                EXAMPLES,
            ),
            # what ends the session would end all that follows; pixels have tests of their own
            *("--exclude-path-regex", f"{ENDS_SESSIONS}|dicomweb", "--phases", "examples,fuzzing"),
            # the header above signs in what this check means to leave anonymous
            *("--exclude-checks", "ignored_auth"),
            # how many tries a generator needs, and how long, is luck and no fault of the API's
            *("--suppress-health-check", "all"),
            *("--seed", "1", "--generation-deterministic"),
            *("--request-timeout", "120", "--workers", "1"),
            *("--no-color", "--report", "har", "--report-dir", str(tmp_path)),
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout[-4000:] + run.stderr[-1000:]


def test_every_operation_of_the_document_answers(site: Installation) -> None:
    document = json.loads(site.client(ARCHIVE).request("GET", "/api/openapi.json").data)
    anonymous = Client(site.url)
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            address = path.replace("{", "").replace("}", "").replace("study_uid", "1.2.3")
            status = anonymous.request(method.upper(), address).status
            opened_by_link = "{token}" in path  # which this is none
            expected = {401} if "security" in operation else {404} if opened_by_link else OPEN
            assert status in expected, (method, path, status)
