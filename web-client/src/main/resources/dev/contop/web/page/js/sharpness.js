// How the picture is wanted: sharp, balanced, or small for slow networks (T77); stills are asked for alike (T74).

/** @typedef {{quality?: number, max_width?: number}} StillWish payload of an `observe_screen` */
/** @typedef {{id: string, words: string, width: number, fps: number, still: StillWish}} Choice */

/** @type {readonly Choice[]} from the best on; the first is all that the computer sends */
export const CHOICES = [
  { id: 'sharp', words: 'Sharp', width: Infinity, fps: Infinity, still: { quality: 90, max_width: 1920 } },
  { id: 'balanced', words: 'Balanced', width: 1280, fps: 20, still: { quality: 80, max_width: 1280 } },
  { id: 'small', words: 'Small', width: 640, fps: 10, still: { quality: 60, max_width: 640 } },
];

/** @param {unknown} value */
const limit = (value) => (typeof value === 'number' && value > 0 ? value : 0);

/**
 * Buttons of which one is pressed. What the computer has in force decides which.
 *
 * @param {HTMLElement} place gets the buttons
 * @param {(settings: Record<string, number>) => void} ask sends `video_settings`
 */
export function sharpness(place, ask) {
  let wanted = '';
  let width = 0;
  let fps = 0;
  /** @type {StillWish} */
  let still = {};
  const buttons = CHOICES.map(({ id, words }) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.id = `video-${id}`;
    button.textContent = words;
    button.setAttribute('aria-pressed', 'false');
    button.addEventListener('click', () => choose(id));
    return button;
  });
  place.append(...buttons);

  /** @param {string} id */
  const choose = (id) => {
    const choice = CHOICES.find((one) => one.id === id);
    if (!choice) return;
    wanted = id;
    // What the computer sends at most is not known before it has said so.
    if (width === 0) ask({});
    else ask({ max_width: Math.min(choice.width, width), max_fps: Math.min(choice.fps, fps) });
  };

  return {
    /** Asks how it is, so that the buttons show it. */
    look: () => ask({}),
    /** How a still is wanted: like what was chosen last, or like what is in force; as the computer likes while neither is known. */
    still: () => CHOICES.find((one) => one.id === wanted)?.still ?? still,
    /** @param {Record<string, unknown>} payload of a `video_settings` */
    take(payload) {
      const known = width > 0;
      width = limit(payload.max_width_limit);
      fps = limit(payload.max_fps_limit);
      if (!known && wanted) return choose(wanted);
      wanted = '';
      const now = CHOICES.find(
        (one) => Math.min(one.width, width) === payload.max_width && Math.min(one.fps, fps) === payload.max_fps,
      );
      still = now?.still ?? (limit(payload.max_width) > 0 ? { max_width: limit(payload.max_width) } : {});
      buttons.forEach((button, index) => button.setAttribute('aria-pressed', String(CHOICES[index] === now)));
    },
  };
}
