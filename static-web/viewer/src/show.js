// "Show": the viewer goes to the finding's image and lays its region and heat map over it.
import { imageOf } from './images.js';
import { Overlay } from './overlay.js';
import { goTo, viewports } from './viewports.js';

const PATIENCE_MS = 15000; // a series of a slow PACS may still be on its way

export class Show extends EventTarget {
  constructor(services) {
    super();
    this.services = services;
    this.overlay = new Overlay();
    this.finding = null;
  }

  isShown = finding => this.finding?.id === finding.id;

  toggle = finding => (this.isShown(finding) ? this.hide() : this.show(finding));

  hide() {
    this.#set(null);
    this.overlay.clear();
  }

  /** Resolves to true when the image is on screen with its overlay, to false if the viewer does not have it. */
  async show(finding) {
    this.#set(finding);
    const viewport = await this.#viewportWith(finding);
    if (!this.isShown(finding)) return false; // another one was asked for meanwhile
    if (!viewport) {
      this.hide();
      return false;
    }
    const { imageId } = imageOf(finding);
    await goTo(viewport, imageId);
    this.overlay.lay(finding, imageId);
    return true;
  }

  /** A viewport that holds the image; the active one is given its series if none does. */
  async #viewportWith(finding) {
    const image = await eventually(() => imageOf(finding));
    if (!image) return null;
    const holding = () => viewports().find(viewport => viewport.getImageIds?.().includes(image.imageId));
    if (!holding()) this.#open(image.displaySet);
    return eventually(holding);
  }

  #open(displaySet) {
    const { viewportGridService, hangingProtocolService } = this.services;
    const active = viewportGridService.getActiveViewportId();
    const change = hangingProtocolService.getViewportsRequireUpdate(active, displaySet.displaySetInstanceUID);
    viewportGridService.setDisplaySetsForViewports(change);
  }

  #set(finding) {
    this.finding = finding;
    this.dispatchEvent(new Event('change'));
  }
}

/** The first truthy answer within the patience we have, else null. */
async function eventually(question) {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
    const answer = question();
    if (answer) return answer;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  return null;
}
