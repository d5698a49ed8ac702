// Keeps the pairing's fragment for this tab, so that a reload works though the address bar no longer shows it.

import { keeper } from '../shared/keeper.js';

/** @param {Pick<Storage, 'getItem'|'setItem'|'removeItem'>} storage the tab's own */
export const linkKeeper = (storage) => keeper(storage, 'contop.link');
