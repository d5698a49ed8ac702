// What fingers mean. One finger: a drag moves the pointer under it, a tap clicks there, a long press right-clicks
// there, a tap at once followed by a drag drags with the button held. Two fingers: a tap right-clicks, a pinch or a
// shift changes what is looked at. Time is an argument; nothing here waits.

/**
 * @typedef {import('./geometry.js').Point} Point
 * @typedef {{kind: 'move'|'click'|'right-click'|'press'|'release', at: Point}
 *   | {kind: 'pinch', from: [Point, Point], to: [Point, Point]}} Act
 */

const SLOP = 10;
const LONG_PRESS_MS = 500;
const TWO_FINGER_TAP_MS = 350;
const AGAIN_MS = 300;
const AGAIN_NEAR = 32;

/** @param {Point} a @param {Point} b */
const apart = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);

export function gestures() {
  /** @type {'rest'|'one'|'dragging'|'two'|'spent'} */
  let phase = 'rest';
  /** @type {Map<number, {start: Point, last: Point}>} */
  const fingers = new Map();
  let since = 0;
  let moved = false;
  let again = false;
  /** @type {{at: Point, time: number} | null} */
  let lastTap = null;

  /** @returns {Act[]} */
  const letGo = () => (phase === 'dragging' ? [{ kind: 'release', at: [...fingers.values()][0].last }] : []);

  return {
    /** When {@link tick} next has something to say, or null. */
    get deadline() {
      return phase === 'one' && !moved ? since + LONG_PRESS_MS : null;
    },

    /** @param {number} id @param {Point} at @param {number} time @returns {Act[]} */
    down(id, at, time) {
      const acts = letGo();
      fingers.set(id, { start: at, last: at });
      if (phase === 'rest') {
        phase = 'one';
        since = time;
        moved = false;
        again = lastTap !== null && time - lastTap.time <= AGAIN_MS && apart(lastTap.at, at) <= AGAIN_NEAR;
      } else if ((phase === 'one' || phase === 'dragging') && fingers.size === 2) {
        phase = 'two';
        moved = moved || acts.length > 0;
      } else {
        phase = 'spent';
      }
      return acts;
    },

    /** @param {number} id @param {Point} at @returns {Act[]} */
    move(id, at) {
      const finger = fingers.get(id);
      if (!finger) return [];
      if (phase === 'two') {
        const from = pair(fingers);
        finger.last = at;
        moved = moved || apart(finger.start, at) > SLOP;
        return moved ? [{ kind: 'pinch', from, to: pair(fingers) }] : [];
      }
      finger.last = at;
      if (phase === 'dragging') return [{ kind: 'move', at }];
      if (phase !== 'one') return [];
      if (!moved && apart(finger.start, at) <= SLOP) return [];
      const first = !moved;
      moved = true;
      if (!first || !again) return [{ kind: 'move', at }];
      phase = 'dragging';
      return [
        { kind: 'press', at: finger.start },
        { kind: 'move', at },
      ];
    },

    /** @param {number} id @param {Point} at @param {number} time @returns {Act[]} */
    up(id, at, time) {
      const finger = fingers.get(id);
      if (!finger) return [];
      finger.last = at;
      /** @type {Act[]} */
      let acts = letGo();
      const tapped = phase === 'one' && !moved;
      if (tapped) acts = [{ kind: 'click', at: finger.start }];
      if (phase === 'two' && !moved && time - since <= TWO_FINGER_TAP_MS) {
        acts = [{ kind: 'right-click', at: [...fingers.values()][0].start }];
      }
      lastTap = tapped ? { at: finger.start, time } : null;
      fingers.delete(id);
      phase = fingers.size === 0 ? 'rest' : 'spent';
      return acts;
    },

    /** Says a long press once its time has come. @param {number} time @returns {Act[]} */
    tick(time) {
      if (phase !== 'one' || moved || time < since + LONG_PRESS_MS) return [];
      phase = 'spent';
      return [{ kind: 'right-click', at: [...fingers.values()][0].start }];
    },

    /** Ends everything, as when the system takes the touch away. @returns {Act[]} */
    cancel() {
      const acts = letGo();
      fingers.clear();
      lastTap = null;
      phase = 'rest';
      return acts;
    },
  };
}

/** @param {Map<number, {last: Point}>} fingers @returns {[Point, Point]} */
function pair(fingers) {
  const [a, b] = [...fingers.values()];
  return [a.last, b.last];
}
