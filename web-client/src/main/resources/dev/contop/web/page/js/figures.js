// How the video fares, over a corner of the picture, for who wants to know.

import { figureWords, inOneLine } from '../shared/figure-words.js';

/**
 * @param {Record<string, unknown>} stats payload of a `stats`
 * @returns {string} some lines
 */
export function figureLines(stats) {
  const { picture, rate, link, frame } = figureWords(stats);
  return [picture, rate, link, frame].map(inOneLine).filter(Boolean).join('\n');
}

/**
 * @param {HTMLElement} overlay
 * @param {HTMLButtonElement} button
 * @param {(enabled: boolean) => void} ask sends `stats`
 */
export function figuresView(overlay, button, ask) {
  let on = false;
  const show = () => {
    button.setAttribute('aria-pressed', String(on));
    overlay.hidden = !on || overlay.textContent === '';
  };
  button.addEventListener('click', () => {
    on = !on;
    overlay.textContent = '';
    ask(on);
    show();
  });
  return {
    /** A connection is there: the computer does not know yet that they are wanted. */
    connected: () => on && ask(true),
    /** @param {Record<string, unknown>} payload */
    take(payload) {
      overlay.textContent = figureLines(payload);
      show();
    },
  };
}
