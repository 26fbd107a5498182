"""The report beside the viewer."""

import re
from pathlib import Path
from subprocess import run

from playwright.sync_api import Locator, Page


class ReportPage:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.report = page.get_by_test_id("report")
        self.facts = page.get_by_test_id("report-facts")
        self.saved = page.locator("[data-testid=save-state][data-state=saved]")
        self.conflict = page.get_by_test_id("report-conflict")
        self.undecided = page.get_by_test_id("finding-card")
        self.approved = page.get_by_test_id("approved-finding")
        self.signing = page.get_by_test_id("sign-dialog")
        self.sign = page.get_by_role("button", name=re.compile("^(Sign report|Firmar informe)$"))

    def open(self, study_uid: str) -> None:
        self.page.goto(f"/report?study={study_uid}")
        self.report.wait_for()

    def section(self, name: str) -> Locator:
        """The field of a section: clinical_information, indication, …"""
        return self.page.get_by_test_id(f"section-{name}").locator("textarea:not([aria-hidden])").last

    def write(self, section: str, text: str) -> None:
        self.section(section).fill(text)

    def pdf_text(self, folder: Path) -> str:
        """Downloads what the PDF button leads to, and reads it with poppler's pdftotext."""
        link = self.page.get_by_role("link", name="Open the report as PDF").get_attribute("href")
        answer = self.page.request.get(str(link))
        assert answer.headers["content-type"] == "application/pdf"
        file = folder / "report.pdf"
        file.write_bytes(answer.body())
        read = run(["pdftotext", file, "-"], check=True, capture_output=True, text=True)  # noqa: S607
        return " ".join(read.stdout.split())

    def sign_without_asking(self, study_uid: str) -> int:
        """Past the dialog, straight to the server. The status of its answer."""
        path, headers = f"/api/studies/{study_uid}/report/signature", {"X-Imagini-Csrf": "1"}
        return self.page.request.post(path, headers=headers, data={}).status
