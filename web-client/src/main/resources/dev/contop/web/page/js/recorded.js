// Whether the computer records this connection, as the host says (T75).

/**
 * @param {HTMLElement} badge says that it does
 * @param {(words: string) => void} tell shows words for a moment
 */
export function recordedView(badge, tell) {
  return {
    /** @param {Record<string, unknown>} payload of a `recording` */
    take({ state, reason }) {
      badge.hidden = state !== 'on';
      if (typeof reason === 'string') tell(`Recording stopped: ${reason.slice(0, 300)}`);
    },
    /** A connection is not recorded unless the host says so. */
    reset() {
      badge.hidden = true;
    },
  };
}
