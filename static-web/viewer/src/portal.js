// The conversation with the portal around the frame: window messages of our own origin, nothing else.
import { actionOf } from './keys.js';

export const inPortal = globalThis.parent !== globalThis;

export function tellPortal(type, detail = {}) {
  if (inPortal) window.parent.postMessage({ type: `imagini:${type}`, ...detail }, location.origin);
}

/** True for a message that the portal itself, and nobody else, has sent. */
export const isFromPortal = (event, portal, origin) =>
  event.origin === origin && event.source === portal && typeof event.data?.type === 'string';

export function listenToPortal(findings, show) {
  const answers = {
    'imagini:findings-changed': () => findings.refresh(),
    'imagini:hide-finding': () => show.hide(),
    'imagini:show-finding': async ({ finding }) => {
      const shown = await show.show(finding);
      if (shown !== null) tellPortal('shown', { finding_id: finding.id, shown });
    },
  };
  window.addEventListener('message', event => {
    if (isFromPortal(event, window.parent, location.origin)) answers[event.data.type]?.(event.data);
  });
}

/** The focus is often on the image: our keys pressed there are the portal's, whose pane shows the findings. */
export function passKeysToPortal() {
  window.addEventListener('pointerdown', () => window.focus(), { capture: true }); // OHIF's mouse tools keep the browser from doing so
  window.addEventListener('keydown', event => {
    const action = actionOf(event);
    if (action) tellPortal('key', { key: event.key, action });
  });
}
