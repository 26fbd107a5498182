// The viewports on screen, through the cornerstone that OHIF puts on the window.

const engines = () => window.cornerstone.getRenderingEngines().filter(engine => engine.id !== '_thumbnails');

export const viewports = () => engines().flatMap(engine => engine.getViewports());

/** Scrolls a viewport to one of its images. */
export async function goTo(viewport, imageId) {
  const imageIndex = viewport.getImageIds().indexOf(imageId);
  if (viewport.getCurrentImageId?.() === imageId) return;
  await window.cornerstone.utilities.jumpToSlice(viewport.element, { imageIndex });
}
