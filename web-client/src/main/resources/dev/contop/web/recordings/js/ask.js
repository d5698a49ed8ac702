// Requests to the host, with the owner's secret where one is needed.

import { keyInFragment, keyKeeper } from '../shared/key.js';

/** The key that the page's address brought, or that this tab has. @param {Storage} storage @param {string} fragment of the page's address */
export function ownersKey(storage, fragment) {
  const keeper = keyKeeper(storage);
  const brought = keyInFragment(fragment);
  if (brought !== '') keeper.keep(brought);
  return keeper.kept();
}

/** @param {string} key the owner's secret, or the empty string where none is needed */
export function askHost(key) {
  /** @param {string} path @param {RequestInit} [init] @param {Record<string, string>} [more] */
  const send = (path, init = {}, more = {}) => {
    /** @type {Record<string, string>} */
    const headers = { ...more };
    if (init.method === 'POST') headers['x-contop'] = '1';
    if (key !== '') headers.authorization = `Bearer ${key}`;
    return fetch(path, { ...init, headers, cache: 'no-store', credentials: 'omit', redirect: 'error' });
  };
  return {
    /** Whether a player's own requests, which can carry no header, would be refused. */
    needsKey: key !== '',

    /** @param {string} path @param {string} [method] @returns {Promise<any>} */
    async json(path, method = 'GET') {
      const response = await send(path, { method });
      const body = await response.json();
      if (!response.ok) throw new Error(response.status === 401 ? LOCKED : body?.error?.message);
      return body;
    },

    /** @param {string} path @returns {Promise<Blob>} */
    async blob(path) {
      const response = await send(path);
      if (!response.ok) throw new Error('It cannot be read.');
      return response.blob();
    },

    /**
     * What a file has from a position on, at most `most` bytes; nothing when it has no more.
     *
     * @param {string} path @param {number} from @param {number} most @param {AbortSignal} [signal]
     * @returns {Promise<Uint8Array<ArrayBuffer>>}
     */
    async bytes(path, from, most, signal) {
      const response = await send(path, { signal: signal ?? null }, { range: `bytes=${from}-${from + most - 1}` });
      if (response.status === 416) return new Uint8Array(0);
      if (response.status !== 206) throw new Error('It cannot be read.');
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}

/** @typedef {ReturnType<typeof askHost>} Ask */

const LOCKED = 'This page needs its key. Open the link of the dashboard that the host showed in the terminal, and come here from there.';
