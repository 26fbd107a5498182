// Our server changes nothing without this header, which a page of another site cannot send (CSRF). OHIF stores measurements itself and
// lets an extension add no header but Authorization, so the header is added where every request of the page is made.

const SAFE = /^(GET|HEAD|OPTIONS)$/i;

/** True for a request that changes something on our own server. */
export const needsHeader = (method, url, page) => !SAFE.test(method) && new URL(url, page).origin === new URL(page).origin;

/** True for a request that stores DICOM files. */
export const isStore = (method, url, page) => needsHeader(method, url, page) && /\/api\/dicomweb\/studies$/.test(new URL(url, page).pathname);

/** `stored`: called when files have been stored. */
export function sendOurHeader(stored) {
  const { open } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function openWithHeader(method, url, ...rest) {
    open.call(this, method, url, ...(rest.length ? rest : [true]));
    if (needsHeader(method, url, location.href)) this.setRequestHeader('X-Imagini-Csrf', '1');
    if (isStore(method, url, location.href)) {
      // Before whoever sent it hears of it, who listens to the same event.
      this.addEventListener('readystatechange', () => this.readyState === XMLHttpRequest.DONE && this.status === 200 && stored());
    }
  };
}
