"""The upload of files and folders."""

import base64
import re
from collections.abc import Mapping

from playwright.sync_api import Locator, Page

# A drag from the desktop cannot be made from outside the browser; the drop of real File objects can.
DROP = """async (zone, files) => {
  const transfer = new DataTransfer();
  for (const [name, content] of Object.entries(files)) {
    const bytes = Uint8Array.from(atob(content), letter => letter.charCodeAt(0));
    transfer.items.add(new File([bytes], name));
  }
  zone.dispatchEvent(new DragEvent('dragover', { dataTransfer: transfer, bubbles: true, cancelable: true }));
  zone.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
}"""


class Upload:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.dialog = page.get_by_test_id("upload-dialog")
        self.refused = self.dialog.locator("[data-testid=upload-file][data-state=refused]")
        self.summary = self.dialog.get_by_test_id("upload-summary")

    def open(self) -> None:
        self.page.get_by_role("button", name=re.compile("^(Upload|Cargar)$")).click()
        self.dialog.wait_for()

    def close(self) -> None:
        self.dialog.get_by_role("button", name="Close").click()

    def choose(self, files: Mapping[str, bytes]) -> None:
        with self.page.expect_file_chooser() as chooser:
            self.dialog.get_by_role("button", name="Choose files").click()
        chooser.value.set_files(
            [{"name": name, "mimeType": "application/dicom", "buffer": data} for name, data in files.items()]
        )

    def drop(self, files: Mapping[str, bytes]) -> None:
        encoded = {name: base64.b64encode(data).decode() for name, data in files.items()}
        self.dialog.get_by_test_id("upload-drop-zone").evaluate(DROP, encoded)

    def file(self, name: str) -> Locator:
        return self.dialog.get_by_test_id("upload-file").filter(has_text=name)
