// Which messages of the host this page has seen, over any number of its connections (T42). Lives as long as the page:
// what a reload forgets it has not seen.

const ACK_AFTER_MS = 200;
const ACK_AFTER_MESSAGES = 64;

/** @param {{set: (run: () => void, ms: number) => number, clear: (timer: number) => void}} [clock] */
export function seenMessages(clock = { set: (run, ms) => setTimeout(run, ms), clear: (timer) => clearTimeout(timer) }) {
  let last = 0;
  let known = false;
  /** Nothing before this connection can be missed by a page that was not there. */
  let fresh = true;
  let owed = 0;
  /** @type {number | null} */
  let timer = null;
  /** @type {((seq: number) => void) | null} */
  let acknowledge = null;

  const settle = () => {
    if (timer !== null) clock.clear(timer);
    timer = null;
    owed = 0;
  };
  const pay = () => {
    settle();
    acknowledge?.(last);
  };

  return {
    /** @returns {number} the highest number seen, which the next offer tells */
    last: () => last,
    /** @param {(seq: number) => void} through takes acknowledgements from now on */
    opened(through) {
      settle();
      acknowledge = through;
      fresh = !known;
      known = true;
    },
    closed() {
      settle();
      acknowledge = null;
    },
    /** The session of these numbers is over, or another one is meant. */
    forget() {
      last = 0;
      known = false;
    },
    /**
     * @param {number | null} seq of a message that arrived
     * @returns {boolean} false for one that was on its way twice
     */
    take(seq) {
      if (seq === null) return true;
      const isNew = seq > last;
      if (isNew) last = seq;
      owed += 1;
      if (owed >= ACK_AFTER_MESSAGES) pay();
      else timer ??= clock.set(pay, ACK_AFTER_MS);
      return isNew;
    },
    /**
     * @param {Record<string, unknown>} payload of a `resume_gap`
     * @returns {boolean} whether this page missed something
     */
    gap({ to }) {
      if (typeof to !== 'number' || !Number.isSafeInteger(to) || to <= last) return false;
      last = to;
      return !fresh;
    },
  };
}

/** @typedef {ReturnType<typeof seenMessages>} Seen */
