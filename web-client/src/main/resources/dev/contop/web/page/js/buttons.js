// Mouse buttons, as bits of `MouseEvent.buttons`: a second button while one is held is no event of its own in every
// browser, so what is held is compared with what was.

/** @type {[number, 'left'|'right'|'middle'][]} */
const BITS = [
  [1, 'left'],
  [2, 'right'],
  [4, 'middle'],
];

/**
 * @param {number} before
 * @param {number} after
 * @returns {{action: 'mouse_down'|'mouse_up', button: 'left'|'right'|'middle'}[]}
 */
export function buttonChanges(before, after) {
  return BITS.filter(([bit]) => (before & bit) !== (after & bit)).map(([bit, button]) => ({
    action: (after & bit) === 0 ? 'mouse_up' : 'mouse_down',
    button,
  }));
}
