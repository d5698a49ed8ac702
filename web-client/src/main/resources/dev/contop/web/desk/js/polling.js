// When to ask the host again: often while something happens, seldom while nothing does, ever more seldom while it is gone, and not at
// all while nobody looks.

export const BUSY_MS = 1000;
export const CALM_MS = 2500;
const LONGEST_MS = 15_000;

/**
 * @param {object} means
 * @param {() => Promise<'busy'|'calm'|'gone'|'stop'>} means.round asks once
 * @param {() => boolean} means.visible whether anybody may be looking
 * @param {(action: () => void, ms: number) => unknown} means.after
 * @param {(timer: any) => void} means.cancel
 */
export function polling({ round, visible, after, cancel }) {
  /** @type {unknown} */
  let timer;
  let asking = false;
  let again = false;
  let failures = 0;

  /** @param {'busy'|'calm'|'gone'|'stop'} outcome */
  const pause = (outcome) => {
    failures = outcome === 'gone' ? failures + 1 : 0;
    if (outcome === 'gone') return Math.min(LONGEST_MS, CALM_MS * 2 ** (failures - 1));
    return outcome === 'busy' ? BUSY_MS : CALM_MS;
  };

  const now = async () => {
    cancel(timer);
    timer = undefined;
    if (asking) {
      // What is under way may be too old to show what was just done.
      again = true;
      return;
    }
    asking = true;
    // An answer that makes no sense is as good as none.
    const outcome = await round().catch(() => /** @type {const} */ ('gone'));
    asking = false;
    const wait = pause(outcome);
    if (again) {
      again = false;
      await now();
    } else if (outcome !== 'stop' && visible()) {
      timer = after(now, wait);
    }
  };

  return {
    /** Asks at once, or once more after what is under way. */
    now,
    /** To be called when the page is shown or hidden. */
    seen() {
      if (visible()) return now();
      cancel(timer);
      timer = undefined;
      return Promise.resolve();
    },
  };
}
