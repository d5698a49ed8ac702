// How this page and the computer prove to each other that they hold the pairing's secret, and that nobody stands between
// them (T96). The hash is a library's, since browsers keep WebCrypto from pages that came over plain HTTP.

import { hmac } from '../noble-hashes/hmac.js';
import { sha256 } from '../noble-hashes/sha2.js';

const BLOCK = 32;

/** @typedef {ReturnType<typeof binding>} Binding */

/** @param {string} text */
const bytes = (text) => new TextEncoder().encode(text);

/** @param {Uint8Array} all */
const hex = (all) => Array.from(all, (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Texts one after the other, each with its length, so that no two lists give the same bytes.
 *
 * @param {string[]} texts of ASCII
 */
const joined = (...texts) => bytes(texts.map((text) => `${text.length}:${text},`).join(''));

/** @param {{token: string, deviceId: string, fingerprint: string}} link the secret never leaves this function's hands */
export function binding({ token, deviceId, fingerprint }) {
  const key = hmac(sha256, bytes(token), bytes('contop pairing key v1'));
  /** @param {Uint8Array} text */
  const code = (text) => hmac(sha256, key, text);

  return {
    /**
     * What an end shows to prove itself.
     *
     * @param {'phone'|'host'} end
     * @param {string} nonce of the computer's challenge
     * @param {string} phone the fingerprint in this page's offer, 64 lower-case hex digits
     */
    proof: (end, nonce, phone) => hex(code(joined('contop binding v1', end, nonce, deviceId, phone, fingerprint))),

    /**
     * The password of a TURN server, which is sent sealed.
     *
     * @param {string} sealed hex
     * @param {number} place of the server in the challenge, from 0
     * @param {string} nonce of the challenge
     */
    unsealed(sealed, place, nonce) {
      const pairs = sealed.match(/../g) ?? [];
      const streams = Array.from({ length: Math.ceil(pairs.length / BLOCK) }, (_, counter) =>
        code(joined('contop credential v1', nonce, deviceId, String(place), String(counter))),
      );
      return String.fromCharCode(
        ...pairs.map((pair, i) => parseInt(pair, 16) ^ streams[Math.floor(i / BLOCK)][i % BLOCK]),
      );
    },
  };
}
