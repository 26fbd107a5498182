// Where an image lies on the screen, as the six numbers of an affine transform.

/** @param toCanvas (x, y) in image pixels -> [x, y] in CSS pixels. The image's edges are 0 and columns or rows. */
export function matrixOf(toCanvas, columns, rows) {
  const [originX, originY] = toCanvas(0, 0);
  const [rightX, rightY] = toCanvas(columns, 0);
  const [downX, downY] = toCanvas(0, rows);
  return [
    (rightX - originX) / columns, (rightY - originY) / columns,
    (downX - originX) / rows, (downY - originY) / rows,
    originX, originY,
  ];
}
