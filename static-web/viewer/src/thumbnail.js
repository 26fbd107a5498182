// The heat map (or the region) over a small copy of its image. A click shows both in the viewer.
import { element, svg } from './dom.js';
import { copyOfImage, sizeOfImage } from './images.js';
import { termIn } from './terms.js';

/** @param onmissing called when the viewer does not have the image */
export function thumbnail(finding, { words, language, show }, onmissing) {
  const shown = show.isShown(finding);
  const label = (shown ? words.hide : words.show)(termIn(language, finding.label));
  const parts = [copyOfImage(finding), finding.heatmap_url ? heatmap(finding) : regionMark(finding)];
  const onclick = async () => (await show.toggle(finding)) === false && onmissing();
  return element('button',
    { type: 'button', class: 'thumbnail', title: label, 'aria-label': label, 'aria-pressed': String(shown), onclick },
    ...parts);
}

const heatmap = finding => element('img', { src: finding.heatmap_url, alt: '' });

function regionMark(finding) {
  const size = sizeOfImage(finding);
  if (!size || !finding.region) return null;
  return svg('svg', { viewBox: `0 0 ${size.columns} ${size.rows}` }, svg('rect', { ...finding.region, class: 'region' }));
}
