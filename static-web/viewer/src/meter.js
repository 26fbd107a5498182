// The probability as a bar, with a tick where the model's threshold stands.
import { element } from './dom.js';
import { formatPercent } from './language.js';
import { termIn } from './terms.js';

export function meter(finding, words, language) {
  const threshold = words.threshold(formatPercent(finding.threshold, language));
  const bar = element(
    'div',
    { class: 'meter', role: 'meter', 'aria-valuemin': 0, 'aria-valuemax': 100,
      'aria-valuenow': (finding.probability * 100).toFixed(2), 'aria-label': termIn(language, finding.label), title: threshold },
    element('div', { class: 'meter-fill' }),
    element('div', { class: 'meter-tick' }),
  );
  bar.style.setProperty('--probability', finding.probability);
  bar.style.setProperty('--threshold', finding.threshold);
  return bar;
}
