// Elements without innerHTML: text is always text.

/** element('button', { class: 'primary', onclick }, 'Approve') */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children.filter(child => child !== null && child !== undefined));
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';

export function svg(tag, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

// Strokes on a 16 x 16 grid.
const STROKES = {
  undecided: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 1 0 8 1.8M8 4.8v3.6M8 10.9v.3',
  approved: 'M2.5 8.5l3.5 3.5 7.5-8',
  declined: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  undo: 'M6 3L2.8 6.2 6 9.4M3 6.2h6.6a3.4 3.4 0 0 1 0 6.8H6.5',
  failed: 'M8 1.8L15 14H1zM8 6v4M8 12v.2',
};

export const icon = name =>
  svg(
    'svg',
    { viewBox: '0 0 16 16', width: 14, height: 14, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.6,
      'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'aria-hidden': 'true' },
    svg('path', { d: STROKES[name] }),
  );
