// Further parts of the dashboard, each in a section of its own: what others add, they add to this list.

import { make } from './element.js';

/**
 * @typedef {object} Extra
 * @property {string} id of its section
 * @property {string} title
 * @property {(place: HTMLElement, ask: ReturnType<typeof import('./ask.js').askHost>) => {refresh: () => Promise<void>}} mount puts what it
 *     shows into `place`; `refresh` is called each time the page has asked the host, and settles whatever happens
 */

/** @type {Extra} */
const RECORDINGS = {
  id: 'recordings',
  title: 'Recordings',
  mount(place) {
    const words = make('p', '', 'What is recorded of a phone’s session shows the screen, with what was asked and run as captions.');
    const link = make('a', '', 'See the recordings');
    link.href = '/recordings';
    place.append(words, link);
    return { refresh: async () => {} };
  },
};

/** @type {readonly Extra[]} */
export const EXTRAS = [RECORDINGS];

/**
 * @param {HTMLElement} parent
 * @param {ReturnType<typeof import('./ask.js').askHost>} ask
 * @param {readonly Extra[]} [all]
 */
export function extras(parent, ask, all = EXTRAS) {
  const mounted = all.map(({ id, title, mount }) => {
    const section = make('section', 'card');
    section.id = id;
    const heading = make('h2', '', title);
    heading.id = `${id}-title`;
    section.setAttribute('aria-labelledby', heading.id);
    const place = make('div');
    section.append(heading, place);
    parent.append(section);
    return mount(place, ask);
  });
  return { refresh: () => Promise.allSettled(mounted.map((one) => one.refresh())) };
}
