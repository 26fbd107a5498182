// In full screen the portal's findings pane is out of sight, so the viewer opens its own, and closes it again afterwards.

const QUIET_MS = 300; // OHIF's panels jump between two widths for ever if one opens while they are still being resized

export function openPanelInFullScreen(panelService) {
  const outside = window.parent.document;
  let timer = 0;
  const openOrClose = () => {
    timer = 0;
    const rightPanelClosed = outside.fullscreenElement !== window.frameElement;
    panelService._broadcastEvent(panelService.EVENTS.PANELS_CHANGED, { position: 'right', options: { rightPanelClosed } });
  };
  const whenQuiet = () => {
    clearTimeout(timer);
    timer = setTimeout(openOrClose, QUIET_MS);
  };
  outside.addEventListener('fullscreenchange', whenQuiet);
  window.addEventListener('resize', () => timer && whenQuiet());
  window.addEventListener('pagehide', () => outside.removeEventListener('fullscreenchange', whenQuiet));
}
