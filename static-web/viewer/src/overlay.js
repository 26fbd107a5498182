// Region box and heat map over every viewport that shows the finding's image, following pan, zoom, rotation and flip.
// Drawn beside OHIF's annotations, not as one: an AI box must never be saved among the radiologist's measurements.
import { svg } from './dom.js';
import { currentLanguage, formatPercent } from './language.js';
import { matrixOf } from './matrix.js';
import { termIn } from './terms.js';
import { viewports } from './viewports.js';

const MOVES = ['CORNERSTONE_IMAGE_RENDERED', 'CORNERSTONE_CAMERA_MODIFIED', 'CORNERSTONE_STACK_NEW_IMAGE'];

export class Overlay {
  constructor() {
    this.shown = null;
    this.layers = new Map(); // viewport element -> its svg
    for (const move of MOVES) document.addEventListener(move, () => this.follow(), { capture: true });
  }

  lay(finding, imageId) {
    this.clear();
    this.shown = { finding, imageId };
    this.follow();
  }

  clear() {
    this.shown = null;
    for (const layer of this.layers.values()) layer.remove();
    this.layers.clear();
  }

  /** Places the layer in each viewport that shows the image, and takes it away where another one came. */
  follow() {
    if (!this.shown) return;
    for (const viewport of viewports()) {
      const showing = viewport.getCurrentImageId?.() === this.shown.imageId;
      const layer = this.layers.get(viewport.element);
      if (showing) this.place(viewport, layer ?? this.add(viewport.element));
      else if (layer) layer.style.display = 'none';
    }
  }

  add(element) {
    const layer = drawing(this.shown.finding);
    this.layers.set(element, layer);
    element.append(layer);
    return layer;
  }

  place(viewport, layer) {
    const { rows, columns } = window.cornerstone.metaData.get('imagePlaneModule', this.shown.imageId);
    const toCanvas = (x, y) =>
      viewport.worldToCanvas(window.cornerstone.utilities.imageToWorldCoords(this.shown.imageId, [x, y]));
    const matrix = matrixOf(toCanvas, columns, rows);
    layer.style.display = '';
    layer.querySelector('g').setAttribute('transform', `matrix(${matrix.join(' ')})`);
    stretch(layer.querySelector('image'), columns, rows);
    placeLabel(layer, this.shown.finding.region, toCanvas);
  }
}

function drawing(finding) {
  const picture = svg('g');
  if (finding.heatmap_url) {
    picture.append(svg('image', { href: finding.heatmap_url, preserveAspectRatio: 'none', class: 'heatmap' }));
  }
  const layer = svg('svg', { class: 'imagini-overlay', 'data-finding': finding.id, 'aria-hidden': 'true' }, picture);
  if (finding.region) {
    picture.append(svg('rect', { ...finding.region, class: 'region shadow' }), svg('rect', { ...finding.region, class: 'region' }));
    layer.append(svg('text', { class: 'region-label' }, labelOf(finding, currentLanguage())));
  }
  return layer;
}

const labelOf = (finding, language) => `${termIn(language, finding.label)} ${formatPercent(finding.probability, language)}`;

function stretch(image, columns, rows) {
  image?.setAttribute('width', columns);
  image?.setAttribute('height', rows);
}

/** The label stands upright above the box, however the image is turned. */
function placeLabel(layer, region, toCanvas) {
  if (!region) return;
  const { x, y, width, height } = region;
  const corners = [toCanvas(x, y), toCanvas(x + width, y), toCanvas(x, y + height), toCanvas(x + width, y + height)];
  const label = layer.querySelector('text');
  label.setAttribute('x', Math.min(...corners.map(corner => corner[0])));
  label.setAttribute('y', Math.max(14, Math.min(...corners.map(corner => corner[1])) - 8));
}
