// A thumbnail from cached pixels, without a second WebGL viewport (OHIF's own thumbnails use that one, and two at once leave one black).

const LONGEST_EDGE = 144; // device pixels: 72 CSS pixels on a sharp screen

/** Grey value 0..255 of a stored value under the image's own window. */
export function greyOf(stored, { slope = 1, intercept = 0, windowCenter, windowWidth, invert = false }) {
  const [center, width] = [first(windowCenter), first(windowWidth)];
  const share = (stored * slope + intercept - (center - width / 2)) / width;
  const grey = Math.round(255 * Math.min(1, Math.max(0, share)));
  return invert ? 255 - grey : grey;
}

const first = value => (Array.isArray(value) || ArrayBuffer.isView(value) ? value[0] : value);

/** Paints every n-th pixel of a cornerstone image; returns the canvas, or null for what it cannot paint. */
export function paintSmall(image, canvas) {
  const pixels = image.voxelManager?.getScalarData() ?? image.getPixelData?.();
  if (!pixels || first(image.windowWidth) === undefined) return null;
  const { rows, columns } = image;
  const scale = LONGEST_EDGE / Math.max(rows, columns);
  const [width, height] = [Math.round(columns * scale), Math.round(rows * scale)];
  Object.assign(canvas, { width, height });
  const picture = new ImageData(width, height);
  const parts = pixels.length / (rows * columns); // 1 grey, 3 or 4 colour
  const window = image.preScale?.scaled ? { ...image, slope: 1, intercept: 0 } : image;
  for (let at = 0; at < width * height; at += 1) {
    const from = (Math.floor(Math.floor(at / width) / scale) * columns + Math.floor((at % width) / scale)) * parts;
    for (let colour = 0; colour < 3; colour += 1) {
      picture.data[at * 4 + colour] = parts < 3 ? greyOf(pixels[from], window) : pixels[from + colour];
    }
    picture.data[at * 4 + 3] = 255;
  }
  canvas.getContext('2d').putImageData(picture, 0, 0);
  return canvas;
}
