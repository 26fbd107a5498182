// "Show": the viewer goes to the finding's image and lays its region and heat map over it.
import { eventually } from './eventually.js';
import { imageOf } from './images.js';
import { Overlay } from './overlay.js';
import { goTo, viewports } from './viewports.js';

export class Show extends EventTarget {
  constructor(services) {
    super();
    this.services = services;
    this.overlay = new Overlay();
    this.finding = null;
  }

  isShown = finding => this.finding?.id === finding.id;

  toggle = async finding => (this.isShown(finding) ? this.hide() : this.show(finding));

  hide() {
    this.#set(null);
    this.overlay.clear();
  }

  /** Resolves to true when the image is on screen with its overlay, to false if the viewer does not have it, to null if overtaken. */
  async show(finding) {
    this.#set(finding);
    const holding = await this.#viewportsWith(finding);
    if (!this.isShown(finding)) return null; // another one was asked for meanwhile
    if (!holding) {
      this.hide();
      return false;
    }
    const { imageId } = imageOf(finding);
    for (const viewport of holding) await goTo(viewport, imageId, finding.region);
    this.overlay.lay(finding, imageId);
    return true;
  }

  /** The viewports that hold the image; the active one is given its series if none does. */
  async #viewportsWith(finding) {
    const image = await eventually(() => imageOf(finding));
    if (!image) return null;
    const holding = () => viewports().filter(viewport => viewport.getImageIds?.().includes(image.imageId));
    if (!holding().length) this.#open(image.displaySet);
    return eventually(() => holding().length && holding());
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
