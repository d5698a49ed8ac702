// Says in the page what state the connection is in.

import { isGoing, isLive } from './lifecycle.js';
import { wordsFor } from './words.js';

/**
 * @param {object} parts
 * @param {HTMLElement} parts.root
 * @param {HTMLElement} parts.state
 * @param {HTMLElement} parts.notice
 * @param {HTMLElement} parts.title
 * @param {HTMLElement} parts.detail
 * @param {HTMLButtonElement} parts.reconnect
 */
export function stateView({ root, state, notice, title, detail, reconnect }) {
  return {
    /** @param {import('./lifecycle.js').Life} life @param {boolean} hasPicture */
    render(life, hasPicture) {
      const words = wordsFor(life);
      root.dataset.state = life.phase;
      root.dataset.cause = life.cause;
      root.dataset.tone = words.tone;
      root.dataset.picture = hasPicture ? 'shown' : 'none';
      if (state.textContent !== words.label) state.textContent = words.label;
      const waiting = isGoing(life) && !hasPicture;
      title.textContent = words.title ?? (waiting ? waitingFor(life) : '');
      detail.textContent = words.detail ?? '';
      detail.hidden = detail.textContent === '';
      notice.hidden = title.textContent === '';
      notice.classList.toggle('waiting', waiting);
      reconnect.hidden = !words.action;
      reconnect.textContent = words.action ?? '';
    },
  };
}

/** @param {import('./lifecycle.js').Life} life */
function waitingFor(life) {
  if (isLive(life)) return 'Waiting for the picture';
  return life.phase === 'checking' ? 'Looking for a path to the computer' : 'Connecting to the computer';
}
