// Which of OHIF's 246 files are shipped. Left out is what no mode of ours opens (142 MB of segment-anything models first).

const FOLDERS_LEFT_OUT = ['ort/', 'dicom-microscopy-viewer/', 'customizations/'];
const FILES_LEFT_OUT = new Set([
  '_headers', '_redirects', 'serve.json', 'manifest.json', 'index.html', 'app-config.js',
  'sw.js', 'init-service-worker.js', 'google.js', 'oidc-client.min.js', 'silent-refresh.html',
  'polyfill.min.js', 'es6-shim.min.js', 'ohif-logo.svg', 'ohif-logo-light.svg',
]);

/** True for a file of OHIF's dist that our viewer serves unchanged or rewritten. */
export function isShipped(file) {
  const name = file.replaceAll('\\', '/');
  if (name.endsWith('.map') || FILES_LEFT_OUT.has(name)) return false;
  if (name.startsWith('assets/')) return name.startsWith('assets/images/');
  return !FOLDERS_LEFT_OUT.some(folder => name.startsWith(folder));
}
