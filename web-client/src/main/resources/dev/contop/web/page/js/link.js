// The facts of a pairing link, which travel in the URL fragment so that they are never sent to a server (T90).

/**
 * @typedef {object} Link
 * @property {string} token
 * @property {string} fingerprint SHA-256 of the computer's certificate, 64 lower-case hex digits
 * @property {string} host
 * @property {number} port
 * @property {string} expires ISO 8601
 * @property {'temp'|'permanent'} lifetime
 * @property {string} deviceId
 */

/** @typedef {{ok: true, link: Link} | {ok: false, reason: 'absent'|'incomplete'|'expired'}} LinkReading */

const LONGEST = 4096;
const TOKEN = /^[A-Za-z0-9_~.+/=-]{1,512}$/;
const FINGERPRINT = /^[0-9a-f]{64}$/;
const HOST = /^[A-Za-z0-9.:[\]_%-]{1,255}$/;
const PORT = /^[1-9][0-9]{0,4}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;
const DEVICE = /^[A-Za-z0-9_.:-]{1,128}$/;
const NAMES = ['t', 'd', 'h', 'p', 'e', 'c', 'i'];

/**
 * Reads a fragment such as `#t=…&d=…&h=…&p=…&e=…&c=…&i=…`; unknown names are left alone, repeated ones refused.
 *
 * @param {string} fragment with or without its `#`
 * @param {number} nowMs wall time, in milliseconds since the epoch
 * @returns {LinkReading}
 */
export function readLink(fragment, nowMs) {
  const text = fragment.replace(/^#/, '');
  if (text === '') return { ok: false, reason: 'absent' };
  if (text.length > LONGEST) return { ok: false, reason: 'incomplete' };
  const facts = new URLSearchParams(text.replaceAll('+', '%2B'));
  if (NAMES.every((name) => !facts.has(name))) return { ok: false, reason: 'absent' };
  if (NAMES.some((name) => facts.getAll(name).length !== 1)) return { ok: false, reason: 'incomplete' };
  const [token, printed, host, port, expires, lifetime, deviceId] = NAMES.map((name) => facts.get(name) ?? '');
  const fingerprint = printed.toLowerCase();
  const complete =
    TOKEN.test(token) &&
    FINGERPRINT.test(fingerprint) &&
    HOST.test(host) &&
    PORT.test(port) &&
    Number(port) <= 65535 &&
    INSTANT.test(expires) &&
    DEVICE.test(deviceId) &&
    (lifetime === 'temp' || lifetime === 'permanent');
  const deadline = Date.parse(expires);
  if (!complete || Number.isNaN(deadline)) return { ok: false, reason: 'incomplete' };
  if (deadline <= nowMs) return { ok: false, reason: 'expired' };
  return { ok: true, link: { token, fingerprint, host, port: Number(port), expires, lifetime, deviceId } };
}
