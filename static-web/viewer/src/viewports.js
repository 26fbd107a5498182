// The viewports on screen, through the cornerstone that OHIF puts on the window.

const engines = () => window.cornerstone.getRenderingEngines().filter(engine => engine.id !== '_thumbnails');

export const viewports = () => engines().flatMap(engine => engine.getViewports());

/** Scrolls a viewport to one of its images; a plane through a volume goes to the finding itself. */
export async function goTo(viewport, imageId, region) {
  if (viewport.getCurrentImageId?.() === imageId) return;
  if (viewport.type === 'stack') {
    await viewport.setImageIdIndex(viewport.getImageIds().indexOf(imageId));
  } else {
    viewport.jumpToWorld(middleOf(imageId, region));
  }
  viewport.render();
}

/** The middle of the region, or of the image, in millimetres of the patient. */
function middleOf(imageId, region) {
  const { rows, columns } = window.cornerstone.metaData.get('imagePlaneModule', imageId);
  const { x, y, width, height } = region ?? { x: 0, y: 0, width: columns, height: rows };
  return window.cornerstone.utilities.imageToWorldCoords(imageId, [x + width / 2, y + height / 2]);
}
