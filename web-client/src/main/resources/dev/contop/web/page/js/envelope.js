// The one shape of every data-channel message: {"type", "id", "payload"} (T12), and "seq" where the host numbers (T42).

/** The most that one message may hold (T13), counted in UTF-16 units, which are never more than its bytes. */
export const ENVELOPE_LIMIT = 256 * 1024;

/** @typedef {{type: string, id: string, payload: Record<string, unknown>, seq: number | null}} Envelope */

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const TYPE = /^[a-z][a-z0-9_]{0,63}$/;

/**
 * A version 4 UUID (RFC 9562, section 5.4); `crypto.randomUUID` is missing on plain HTTP pages, random bytes are not.
 *
 * @param {(bytes: Uint8Array) => unknown} [fill]
 */
export function uuid(fill = (bytes) => crypto.getRandomValues(bytes)) {
  const bytes = new Uint8Array(16);
  fill(bytes);
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/**
 * @param {string} type
 * @param {Record<string, unknown>} [payload]
 * @returns {string} the message as it is sent
 */
export function writeEnvelope(type, payload = {}) {
  return JSON.stringify({ type, id: uuid(), payload });
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
export function isRecord(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * @param {unknown} data what the channel gave: text, or something that is no envelope
 * @returns {Envelope | null} null for whatever does not have the shape
 */
export function readEnvelope(data) {
  if (typeof data !== 'string' || data.length > ENVELOPE_LIMIT) return null;
  const value = parseJson(data);
  if (!isRecord(value)) return null;
  const { type, id, payload, seq = null } = value;
  if (typeof type !== 'string' || !TYPE.test(type)) return null;
  if (typeof id !== 'string' || !UUID.test(id)) return null;
  if (!isNumber(seq)) return null;
  return isRecord(payload) ? { type, id, payload, seq } : null;
}

/** @param {unknown} seq @returns {seq is number | null} */
function isNumber(seq) {
  return seq === null || (typeof seq === 'number' && Number.isSafeInteger(seq) && seq > 0);
}

/** @param {string} text @returns {unknown} undefined for what is no JSON */
export function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
