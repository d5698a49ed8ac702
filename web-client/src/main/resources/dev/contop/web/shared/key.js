// The key of the pages on the loopback listener: the owner's secret, for computers where the host cannot see whose a browser is. It comes in the link's fragment,
// which browsers send to no one, and stays in this tab's memory; never in a cookie, which would go to every port.

import { keeper } from './keeper.js';

const NAME = 'contop.key';
const FORM = /^[A-Za-z0-9_-]{20,128}$/;

/** The key in what a person pastes: bare, or the whole line of the file. @param {string} text */
export function keyIn(text) {
  const key = text.trim().replace(/^authorization:\s*/i, '').replace(/^bearer\s+/i, '');
  return FORM.test(key) ? key : '';
}

/** The key in the fragment of the page's address, or the empty string. @param {string} fragment */
export function keyInFragment(fragment) {
  return keyIn(new URLSearchParams(fragment.replace(/^#/, '')).get('key') ?? '');
}

/** @param {Pick<Storage, 'getItem'|'setItem'|'removeItem'>} storage the tab's own */
export const keyKeeper = (storage) => keeper(storage, NAME);
