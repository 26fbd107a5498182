// The finding's image among what OHIF has loaded, by its SOP Instance UID, and a small copy of it.
import { paintSmall } from './small_copy.js';

let displaySets = null;

export const useDisplaySets = service => (displaySets = service);

/** {displaySet, imageId} of the finding's image, or null while (or if) the viewer does not have it. */
export function imageOf(finding) {
  for (const displaySet of displaySets?.getActiveDisplaySets() ?? []) {
    const image = displaySet.images?.find(candidate => candidate.SOPInstanceUID === finding.sop_instance_uid);
    if (image) return { displaySet, imageId: image.imageId };
  }
  return null;
}

/** A small canvas with the finding's image, or null while its pixels are not in the cache (nothing is fetched for it). */
export function copyOfImage(finding) {
  const image = cached(imageOf(finding)?.imageId);
  return image ? paintSmall(image, document.createElement('canvas')) : null;
}

/** {rows, columns} in pixels, or null while the viewer does not have the image. */
export function sizeOfImage(finding) {
  const image = imageOf(finding);
  return image && (window.cornerstone.metaData.get('imagePlaneModule', image.imageId) ?? null);
}

const cached = imageId => imageId && window.cornerstone?.cache?.getImage(imageId);

/** Calls then() when the pixels of one of the findings' images arrive, until the returned function is called. */
export function whenImagesArrive(findings, then) {
  const arrived = ({ detail }) => findings().some(finding => imageOf(finding)?.imageId === detail.image?.imageId) && then();
  window.cornerstone.eventTarget.addEventListener('CORNERSTONE_IMAGE_CACHE_IMAGE_ADDED', arrived);
  return () => window.cornerstone.eventTarget.removeEventListener('CORNERSTONE_IMAGE_CACHE_IMAGE_ADDED', arrived);
}
