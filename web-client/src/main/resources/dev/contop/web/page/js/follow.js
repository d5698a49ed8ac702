// Keeps the newest line of a growing box in sight, unless the person scrolled away from it.

/** Nearer to the end than this counts as being there. */
const NEAR = 48;

/**
 * @param {HTMLElement} box scrolls by itself
 */
export function followEnd(box) {
  let following = true;
  const follow = () => {
    if (following) box.scrollTop = box.scrollHeight;
  };
  box.addEventListener('scroll', () => {
    // A box that is not shown has lost its place without anyone having scrolled.
    if (box.clientHeight > 0) following = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
  });
  new ResizeObserver(follow).observe(box);
  return {
    /** The box grew. */
    follow,
    /** Goes to the end, wherever the person was. */
    jump() {
      following = true;
      follow();
    },
  };
}
