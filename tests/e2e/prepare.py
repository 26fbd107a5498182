"""Brings studies into a state that a test starts from, over the API."""

import time

from infra.local.client import Client
from tests.servers.imagini import Running

UNDER_WAY = {"queued", "fetching", "running"}
PATIENCE = 240.0  # seconds; a machine may be slow
TEXTS = {
    "clinical_information": "Shortness of breath on exertion for three months.",
    "indication": "Suspected heart failure.",
    "comparison": "None available.",
    "impression": "Enlarged cardiac silhouette without pulmonary oedema.",
    "recommendations": "Echocardiography.",
}


def analysed(imagini: Running, study: str) -> str:
    """The study, once its findings are there."""
    client, path = imagini.signed_in(), f"/api/studies/{study}/analyses"
    if not client.call("GET", path):
        client.call("POST", path, json={})
    end = time.monotonic() + PATIENCE
    while client.call("GET", path)[0]["status"] in UNDER_WAY:
        assert time.monotonic() < end, "the analysis takes too long"
        time.sleep(0.2)
    return study


def drafted(imagini: Running, study: str) -> str:
    """The study, with its first finding approved and the report written but not signed."""
    analysed(imagini, study)
    client, path = imagini.signed_in(), f"/api/studies/{study}/report"
    finding = client.call("GET", f"/api/studies/{study}/findings")[0]
    client.call("POST", f"/api/findings/{finding['id']}/decision", json={"decision": "approve"})
    _write(client, path)
    return study


def _write(client: Client, path: str) -> None:
    stored = client.request("GET", path)
    sections = stored.json()["sections"] | TEXTS
    if sections != stored.json()["sections"]:
        client.call("PUT", path, json={"sections": sections}, headers={"If-Match": stored.headers["ETag"]})
