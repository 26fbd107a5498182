// index.html: OHIF's page, moved to our public path, with our name, styles and configuration; and the hashes its CSP needs.
import { createHash } from 'node:crypto';
import { FIRST } from './first.mjs';

/** OHIF's page holds two inline bootstrap scripts. A third would be unknown code under our CSP. */
export const INLINE_SCRIPTS = 2;

/** The worker that decodes, and what it decodes JPEG-LS with: the form in which we keep images. */
const DECODER = ['8097.bundle.8ae6404ba94890a0.js', '776f756dd939124e.wasm'];

const DROPPED = [
  /<link rel="(?:manifest|icon[^"]*|apple-touch-icon|apple-touch-startup-image|yandex-tableau-widget)"[^>]*>/g,
  /<meta name="(?:application-name|apple-[^"]*|msapplication-[^"]*|mobile-web-app-capable)"[^>]*>/g,
  /<script [^>]*init-service-worker\.js"><\/script>/g,
];

export function preparePage(html, base, styles = '') {
  let page = DROPPED.reduce((text, pattern) => text.replace(pattern, ''), html);
  page = page.replaceAll('window.PUBLIC_URL="/"', 'window.PUBLIC_URL="/viewer/"'); // no build id: the hashes stay the same
  page = page.replace(/(href|src)="\/(?!\/)/g, `$1="${base}`);
  page = page.replace('<title>OHIF Viewer</title>', '<title>imagini viewer</title>');
  page = page.replace('#000000', '#0b1016');
  page = page.replace('<script defer', `${ourScripts(base)}<script defer`);
  return page.replace('</head>', `${ourLinks(base)}${styles}</head>`);
}

const ourScripts = base =>
  `<script src="${base}imagini/early.js"></script><script defer src="${base}${FIRST}"></script>`;

const ourLinks = base =>
  `<link rel="icon" type="image/svg+xml" href="${base}imagini/icon.svg">` +
  `<link rel="stylesheet" href="${base}imagini/theme.css">` +
  `<link rel="stylesheet" href="${base}imagini/panel.css">` +
  `<link rel="modulepreload" href="${base}imagini/extension.js">` +
  DECODER.map(file => `<link rel="prefetch" href="${base}${file}">`).join('');

/** The CSP sources 'sha256-…' of the page's inline scripts, in their order. */
export function inlineScriptHashes(html) {
  const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(match => match[1]);
  if (scripts.length !== INLINE_SCRIPTS) {
    throw new Error(
      `OHIF's page holds ${scripts.length} inline scripts, but ${INLINE_SCRIPTS} were expected. ` +
        'Read them before allowing them in the content security policy (prepare/page.mjs).',
    );
  }
  return scripts.map(text => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
}

/** Throws if something in the page is still asked for at the root of the site. */
export function assertMoved(html) {
  const strays = html.match(/(?:href|src)="\/(?!viewer\/static\/)[^"]*"|PUBLIC_URL="\/"/g);
  if (strays) throw new Error(`The viewer's page still points outside /viewer/static/: ${strays.join(' ')}`);
}
