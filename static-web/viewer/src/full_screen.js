// In full screen the portal's findings pane is out of sight, so the viewer opens its own, and closes it again afterwards.

export function openPanelInFullScreen(panelService) {
  const outside = window.parent.document;
  const onchange = () => {
    const rightPanelClosed = outside.fullscreenElement !== window.frameElement;
    panelService._broadcastEvent(panelService.EVENTS.PANELS_CHANGED, { position: 'right', options: { rightPanelClosed } });
  };
  outside.addEventListener('fullscreenchange', onchange);
  window.addEventListener('pagehide', () => outside.removeEventListener('fullscreenchange', onchange));
}
