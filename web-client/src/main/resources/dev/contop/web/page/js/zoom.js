// Looking closer: the part of the stage that is shown, as a scale and a shift in stage pixels.

import { clamp } from './geometry.js';

/**
 * @typedef {import('./geometry.js').Point} Point
 * @typedef {import('./geometry.js').Size} Size
 * @typedef {{scale: number, x: number, y: number}} View
 */

/** @type {View} */
export const WHOLE = Object.freeze({ scale: 1, x: 0, y: 0 });

const LARGEST = 6;

/**
 * The view after two fingers went from one pair of places to another; what was between them stays between them.
 *
 * @param {View} view
 * @param {[Point, Point]} from relative to the stage
 * @param {[Point, Point]} to relative to the stage
 * @param {Size} stage
 * @returns {View}
 */
export function pinched(view, from, to, stage) {
  const before = Math.max(apart(from), 1);
  const scale = clamp((view.scale * apart(to)) / before, 1, LARGEST);
  const anchor = middle(from);
  const target = middle(to);
  const grown = scale / view.scale;
  return within({ scale, x: target.x - (anchor.x - view.x) * grown, y: target.y - (anchor.y - view.y) * grown }, stage);
}

/** @param {View} view @param {number} dx @param {number} dy @param {Size} stage @returns {View} */
export function panned(view, dx, dy, stage) {
  return within({ scale: view.scale, x: view.x + dx, y: view.y + dy }, stage);
}

/**
 * Keeps the picture's edges outside the stage's.
 *
 * @param {View} view @param {Size} stage @returns {View}
 */
export function within(view, stage) {
  return {
    scale: view.scale,
    x: clamp(view.x, stage.width * (1 - view.scale), 0),
    y: clamp(view.y, stage.height * (1 - view.scale), 0),
  };
}

/** @param {[Point, Point]} pair */
function apart([a, b]) {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** @param {[Point, Point]} pair @returns {Point} */
function middle([a, b]) {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}
