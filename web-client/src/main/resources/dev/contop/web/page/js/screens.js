// Which of the computer's monitors is shown, where there is more than one (T76).

import { isRecord } from './envelope.js';

/** @typedef {{id: string, words: string}} Monitor */

const MOST = 16;

/** @param {unknown} value @returns {Monitor[]} */
function monitorsOf(value) {
  if (!Array.isArray(value)) return [];
  return value
    .filter(isRecord)
    .filter(({ id, name }) => typeof id === 'string' && typeof name === 'string')
    .slice(0, MOST)
    .map(({ id, name, width, height }) => ({
      id: String(id),
      words: typeof width === 'number' && typeof height === 'number' ? `${name} · ${width}×${height}` : String(name),
    }));
}

/**
 * @param {HTMLElement} place gets a button for each monitor and one for all, or is hidden
 * @param {(type: 'screens'|'select_screen', payload: Record<string, unknown>) => void} ask
 */
export function screensView(place, ask) {
  return {
    look: () => ask('screens', {}),
    /** @param {Record<string, unknown>} payload of a `screens` */
    take({ screens, selected }) {
      const monitors = monitorsOf(screens);
      place.hidden = monitors.length < 2;
      if (place.hidden) return place.replaceChildren();
      const choices = [{ id: 'all', words: 'All screens' }, ...monitors];
      place.replaceChildren(
        ...choices.map(({ id, words }) => {
          const button = document.createElement('button');
          button.type = 'button';
          button.textContent = words;
          button.dataset.screen = id;
          button.setAttribute('aria-pressed', String(id === selected));
          button.addEventListener('click', () => ask('select_screen', { id }));
          return button;
        }),
      );
    },
  };
}
