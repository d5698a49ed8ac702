// How a code that is being shown stands, from what the host says of its device.

/** Longer than that a code does not stay on a screen; the host forgets it then too. */
const SHOWN_MS = 10 * 60_000;

/**
 * @typedef {object} Code
 * @property {string} device
 * @property {string} link
 * @property {string} expiresAt ISO 8601
 * @property {'control'|'view'} role
 * @property {string} name as it was typed; perhaps nothing
 * @property {number} shownAt
 * @property {boolean} listed whether the host has named its device since
 *
 * @typedef {import('./devices-view.js').Device} Device
 */

/**
 * @param {Code} code
 * @param {readonly Device[]} devices
 * @param {number} now
 * @returns {'waits'|'used'|'over'} `over`: revoked, expired, or shown for long enough
 */
export function codeStands(code, devices, now) {
  const device = devices.find((one) => one.device_id === code.device);
  if (device) code.listed = true;
  if (device && (device.connected || device.last_seen)) return 'used';
  // A list that was asked for before the pairing does not have it yet.
  if (!device && code.listed) return 'over';
  return now - code.shownAt > SHOWN_MS || Date.parse(code.expiresAt) <= now ? 'over' : 'waits';
}

/** Whether a phone would see what this screen shows. @param {readonly {link: string}[]} sessions */
export const isWatched = (sessions) => sessions.some(({ link }) => link === 'connected' || link === 'doubtful');
