// The radiologist's own description of a finding: opens on demand, saves when left, keeps the text when saving fails.
import { element, icon } from './dom.js';
import { sentenceFor } from './words.js';

/** @param save (text) => Promise */
export function describeBox(save, words) {
  let stored = '';
  const text = element('textarea', { rows: 2, maxlength: 2000, placeholder: words.describeHint, 'aria-label': words.describe });
  const state = element('span', { class: 'saving', role: 'status' });
  const failure = element('div', { class: 'message', role: 'alert' });
  const box = element('details', { class: 'description' }, element('summary', {}, words.describe, state), text, failure);

  async function keep() {
    if (text.value === stored) return;
    const sent = text.value;
    state.replaceChildren(words.saving);
    failure.replaceChildren();
    try {
      await save(sent);
      stored = sent;
      state.replaceChildren(words.saved);
    } catch (error) {
      state.replaceChildren();
      failure.replaceChildren(icon('failed'), element('span', {}, `${sentenceFor(error, words)} ${words.kept}`), retry());
    }
  }

  const retry = () => element('button', { type: 'button', class: 'quiet', onclick: keep }, words.retry);

  text.addEventListener('change', keep);
  text.addEventListener('keydown', event => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && keep());

  function update(description, mayWrite) {
    const typing = text.value !== stored;
    stored = description ?? '';
    text.readOnly = !mayWrite;
    box.hidden = !mayWrite && !stored;
    if (typing) return;
    text.value = stored;
    if (stored) box.open = true;
  }

  return { root: box, update };
}
