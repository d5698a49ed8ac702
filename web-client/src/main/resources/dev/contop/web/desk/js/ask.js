// Requests to the host. Whatever becomes of one is a value: done, refused in words, without the key, or nobody there.

const PATIENCE_MS = 8000;
const UNREADABLE = 'The host answered in a way that this page cannot read. Reload the page.';

/**
 * @typedef {{kind: 'refused', words: string} | {kind: 'key'} | {kind: 'gone'}} Failed
 * @typedef {{kind: 'done', json: any} | Failed} Answer
 * @typedef {{kind: 'done', blob: Blob, header: (name: string) => string} | Failed} Picture
 */

/**
 * @param {(path: string, init: RequestInit) => Promise<Response>} send
 * @param {() => string} key the owner's secret, or the empty string where none is needed
 */
export function askHost(send, key) {
  /** @param {string} method @param {string} path @param {string} accept */
  const request = async (method, path, accept) => {
    /** @type {Record<string, string>} */
    const headers = { accept };
    if (method !== 'GET') headers['x-contop'] = '1';
    if (key() !== '') headers.authorization = `Bearer ${key()}`;
    return send(path, { method, headers, cache: 'no-store', credentials: 'omit', redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) });
  };

  /** @param {Response} response @returns {Promise<Failed>} */
  const failed = async (response) => {
    if (response.status === 401) return { kind: 'key' };
    try {
      const { error } = await response.json();
      if (typeof error?.message === 'string') return { kind: 'refused', words: error.message };
    } catch {
      // Said below.
    }
    return { kind: 'refused', words: `The host could not do that (status ${response.status}); its log says why.` };
  };

  return {
    /** @param {string} method @param {string} path @returns {Promise<Answer>} */
    async json(method, path) {
      let response;
      try {
        response = await request(method, path, 'application/json');
        if (!response.ok) return await failed(response);
      } catch {
        return { kind: 'gone' };
      }
      try {
        return { kind: 'done', json: await response.json() };
      } catch {
        return { kind: 'refused', words: UNREADABLE };
      }
    },

    /** @param {string} method @param {string} path @returns {Promise<Picture>} */
    async picture(method, path) {
      try {
        const response = await request(method, path, 'image/png');
        if (!response.ok) return await failed(response);
        return { kind: 'done', blob: await response.blob(), header: (name) => response.headers.get(name) ?? '' };
      } catch {
        return { kind: 'gone' };
      }
    },
  };
}

/** @param {string} path @param {Record<string, string>} parameters those without a value are left out */
export function query(path, parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value !== '');
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
