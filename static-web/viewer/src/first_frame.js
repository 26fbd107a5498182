// Which image OHIF shows first, of what a search and the metadata say.

const value = (row, tag) => row[tag]?.Value?.[0];
const number = (row, tag) => Number(value(row, tag) ?? Infinity);
const NO_IMAGES = new Set(['SR', 'PR', 'KO', 'SEG', 'RTSTRUCT', 'RTPLAN', 'RTDOSE', 'DOC', 'REG', 'FID']);
const lowest = (rows, tag) => rows.reduce((least, row) => (least && number(least, tag) <= number(row, tag) ? least : row), null);

/** The UID of the series with the lowest number that has images; null where there is none. */
export function firstSeries(rows) {
  const images = rows.filter(row => !NO_IMAGES.has(value(row, '00080060')));
  return value(lowest(images, '00200011') ?? {}, '0020000E') ?? null;
}

/** The UID of the image that leads a series: of a volume the farthest along its normal, else the one with the lowest number. */
export function firstFrame(instances) {
  const images = instances.filter(instance => value(instance, '00280010'));
  const volume = images.length > 1 && images.every(image => image['00200032']?.Value && image['00200037']?.Value);
  const first = volume ? images.reduce((far, image) => (depth(image) > depth(far) ? image : far)) : lowest(images, '00200013');
  return value(first ?? {}, '00080018') ?? null;
}

function depth(image) {
  const [x, y, z] = image['00200032'].Value;
  const [a, b, c, d, e, f] = image['00200037'].Value;
  return x * (b * f - c * e) + y * (c * d - a * f) + z * (a * e - b * d);
}
