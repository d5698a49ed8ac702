// Where a place on the glass lies in the picture (T61: pixels of the sent video).

/**
 * @typedef {{x: number, y: number}} Point
 * @typedef {{width: number, height: number}} Size
 * @typedef {{left: number, top: number, width: number, height: number}} Box
 */

/**
 * The part of a box that a picture fills when it is fitted in whole (`object-fit: contain`).
 *
 * @param {Box} box
 * @param {Size} picture
 * @returns {Box | null} null while either has no size
 */
export function pictureBox(box, picture) {
  const sizes = [box.width, box.height, picture.width, picture.height];
  if (!sizes.every((size) => Number.isFinite(size) && size > 0)) return null;
  const scale = Math.min(box.width / picture.width, box.height / picture.height);
  const width = picture.width * scale;
  const height = picture.height * scale;
  return { left: box.left + (box.width - width) / 2, top: box.top + (box.height - height) / 2, width, height };
}

/**
 * The pixel under a point; a point beside the picture gives the nearest pixel of its edge.
 *
 * @param {Point} point in the coordinates of the box
 * @param {Box} box the video element, as it lies on the page after any zoom
 * @param {Size} picture the video's own size in pixels
 * @returns {Point | null} whole numbers; null while there is no picture
 */
export function pixelAt(point, box, picture) {
  const shown = pictureBox(box, picture);
  if (!shown || !Number.isFinite(point.x) || !Number.isFinite(point.y)) return null;
  return {
    x: clamp(Math.floor(((point.x - shown.left) / shown.width) * picture.width), 0, picture.width - 1),
    y: clamp(Math.floor(((point.y - shown.top) / shown.height) * picture.height), 0, picture.height - 1),
  };
}

/** @param {number} value @param {number} low @param {number} high */
export function clamp(value, low, high) {
  return Math.min(Math.max(value, low), high);
}
