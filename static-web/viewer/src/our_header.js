// Our server changes nothing without this header, which a page of another site cannot send (CSRF). OHIF stores measurements itself and
// lets an extension add no header but Authorization, so the header is added where every request of the page is made.

const SAFE = /^(GET|HEAD|OPTIONS)$/i;

/** True for a request that changes something on our own server. */
export const needsHeader = (method, url, page) => !SAFE.test(method) && new URL(url, page).origin === new URL(page).origin;

export function sendOurHeader() {
  const { open } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function openWithHeader(method, url, ...rest) {
    open.call(this, method, url, ...(rest.length ? rest : [true]));
    if (needsHeader(method, url, location.href)) this.setRequestHeader('X-Imagini-Csrf', '1');
  };
}
