// Whether an answer comes from the computer that showed the code (T82). The browser itself then holds the DTLS
// handshake to the fingerprint in the answer (RFC 8122, section 6.2), so equal here means: that computer and no other.

const HEX_PAIRS = /^[0-9a-f]{2}(:[0-9a-f]{2}){31}$/i;

/** @typedef {{ok: true} | {ok: false, reason: 'none'|'algorithm'|'malformed'|'different'}} Verdict */

/**
 * Every fingerprint line of an SDP, at session and media level alike, by its raw value. It finds more than a browser
 * would accept, so that no line can count for the browser and not here.
 *
 * @param {string} sdp
 * @returns {string[]}
 */
export function fingerprintLines(sdp) {
  return sdp
    .split(/[\r\n]+/)
    .map((line) => /^\s*a\s*=\s*fingerprint:?(.*)$/is.exec(line))
    .flatMap((match) => (match ? [match[1]] : []));
}

/**
 * The one certificate that this browser's own offer names.
 *
 * @param {string} sdp
 * @returns {string} 64 lower-case hex digits; empty when it is not one, by SHA-256
 */
export function ownFingerprint(sdp) {
  const digests = fingerprintLines(sdp).map((line) => /^sha-256 (\S+)$/i.exec(line)?.[1] ?? '');
  const [first = ''] = digests;
  const one = HEX_PAIRS.test(first) && digests.every((digest) => digest === first);
  return one ? first.replaceAll(':', '').toLowerCase() : '';
}

/**
 * Holds all fingerprints of an answer against the expected one: at least one must be there, all must be SHA-256, and
 * all must be equal to it. Anything unclear is a refusal.
 *
 * @param {string} sdp
 * @param {string} expected 64 hex digits without colons
 * @returns {Verdict}
 */
export function judgeAnswer(sdp, expected) {
  const lines = fingerprintLines(sdp);
  if (lines.length === 0) return { ok: false, reason: 'none' };
  for (const line of lines) {
    const parts = line.split(' ');
    if (parts.length !== 2) return { ok: false, reason: 'malformed' };
    const [algorithm, digest] = parts;
    if (algorithm.toLowerCase() !== 'sha-256') return { ok: false, reason: 'algorithm' };
    if (!HEX_PAIRS.test(digest)) return { ok: false, reason: 'malformed' };
    if (digest.replaceAll(':', '').toLowerCase() !== expected.toLowerCase()) return { ok: false, reason: 'different' };
  }
  return { ok: true };
}
