// Says once when the first image is really on screen (OHIF also renders empty viewports).

export function whenFirstImageIsPainted(then) {
  const onrendered = event => {
    const { renderingEngineId, viewportId } = event.detail;
    const viewport = window.cornerstone.getRenderingEngine(renderingEngineId)?.getViewport(viewportId);
    if (!viewport?.getImageData?.()) return;
    document.removeEventListener('CORNERSTONE_IMAGE_RENDERED', onrendered, { capture: true });
    requestAnimationFrame(() => then(viewport.getCurrentImageId?.()));
  };
  document.addEventListener('CORNERSTONE_IMAGE_RENDERED', onrendered, { capture: true });
}
