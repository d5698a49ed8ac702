// Pointer moves, at most one a frame: only the newest matters, and each message costs the host memory.

/**
 * @typedef {import('./geometry.js').Point} Point
 * @typedef {Point & {w: number, h: number}} Place a pixel, and the size of the picture that it is one of
 * @typedef {Place & {t: number}} Move
 */

/**
 * Conflates moves. The lossy channel may lose the last one, so when the pointer rests its place is said once more on
 * the reliable one; the counter `t` lets the host drop whatever arrives late (T62).
 *
 * @param {object} world
 * @param {(run: () => void) => unknown} world.nextFrame
 * @param {(run: () => void) => () => void} world.whenAtRest runs once after a short rest; gives its own undoing
 * @param {(move: Move) => boolean} world.sendFast false when it cannot go now
 * @param {(move: Move) => void} world.sendSure
 */
export function pointerMoves({ nextFrame, whenAtRest, sendFast, sendSure }) {
  let counter = 0;
  /** @type {Place | null} */
  let newest = null;
  let asked = false;
  let undoRest = () => {};

  const ask = () => {
    if (asked) return;
    asked = true;
    nextFrame(flush);
  };
  const flush = () => {
    asked = false;
    if (!newest) return;
    const place = newest;
    if (!sendFast({ ...place, t: counter + 1 })) return ask();
    counter += 1;
    newest = null;
    undoRest = whenAtRest(() => sure(place));
  };
  /** @param {Place} place */
  const sure = (place) => {
    undoRest();
    newest = null;
    counter += 1;
    sendSure({ ...place, t: counter });
  };

  return {
    /** @param {Place} at */
    to(at) {
      undoRest();
      newest = at;
      ask();
    },
    /** Moves at once and surely, before a button acts there (T64). */
    sure,
    stop() {
      undoRest();
      newest = null;
    },
  };
}
