"""The patient page: who it is, the studies, and what can be done with each."""

from playwright.sync_api import Locator, Page

# Marks the page, until it is reloaded, when it shows that an analysis of the study is under way.
MARK = """study => {
  delete document.documentElement.dataset.underWay;
  const line = `[data-study="${study}"] [data-testid=analysis-status]`;
  const states = ['queued', 'fetching', 'running'].map(state => `${line}[data-status=${state}]`).join();
  new MutationObserver((_, observer) => {
    if (!document.querySelector(states)) return;
    observer.disconnect();
    document.documentElement.dataset.underWay = study;
  }).observe(document.body, { subtree: true, childList: true, attributes: true });
}"""


class PatientPage:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.header = page.get_by_test_id("patient-header")
        self.studies = page.get_by_test_id("study-row")

    def open(self, mrn: str, study_uid: str | None = None) -> None:
        self.page.goto(f"/patient?mrn={mrn}" + (f"&study={study_uid}" if study_uid else ""))

    def study(self, study_uid: str) -> "StudyRow":
        return StudyRow(self.page, study_uid)


class StudyRow:
    def __init__(self, page: Page, study_uid: str) -> None:
        self.page, self.study_uid = page, study_uid
        self.row = page.locator(f'[data-testid=study-row][data-study="{study_uid}"]')
        self.summary = self.row.get_by_role("button").first
        self.series = self.row.get_by_test_id("series-row")
        self.analysis = self.row.get_by_test_id("analysis-status")
        self.measurements = self.row.get_by_test_id("measurements")

    def expand(self) -> None:
        if self.summary.get_attribute("aria-expanded") == "false":
            self.summary.click()
        self.series.first.wait_for()

    def load(self) -> None:
        self.expand()
        self.row.get_by_role("button", name="Load in Viewer").click()

    def analyse(self) -> None:
        self.expand()
        self.page.evaluate(MARK, self.study_uid)
        self.row.get_by_role("button", name="Analyse").click()
        self.seen_under_way.wait_for()  # the line of an earlier one is gone

    def outcome(self, status: str) -> Locator:
        """The line of an analysis that has come to this."""
        return self.row.locator(f"[data-testid=analysis-status][data-status={status}]")

    def publish_measurements(self) -> None:
        self.measurements.get_by_role("button", name="Publish to PACS").click()
        dialog = self.page.get_by_test_id("confirm-dialog")
        dialog.get_by_role("button", name="Publish to PACS").click()
        dialog.wait_for(state="detached")

    def versions(self) -> Locator:
        """Of the measurements, in the dialog that lists them."""
        self.measurements.get_by_role("button", name="version").click()
        return self.page.get_by_test_id("version")

    @property
    def seen_under_way(self) -> Locator:
        """Since `analyse`; a page that was reloaded in between has forgotten it."""
        return self.page.locator(f'html[data-under-way="{self.study_uid}"]')

    def view_report(self) -> None:
        self.expand()
        self.row.get_by_role("link", name="View Report").click()
