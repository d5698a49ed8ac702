// What is shown of a session beside its name. Statistics of the picture join here, as further figures.

import { pathWords, plain } from './words.js';

/**
 * @param {import('./sessions-view.js').Session} session
 * @param {import('./devices-view.js').Device | undefined} device
 * @returns {{label: string, value: string}[]}
 */
export function figures(session, device) {
  const found = [];
  if (session.link !== 'away' && device?.path) found.push({ label: 'Came', value: pathWords(device.path) });
  if (session.link !== 'away' && device?.address) found.push({ label: 'From', value: plain(device.address) });
  if (session.waiting > 0) found.push({ label: 'Messages that wait', value: String(session.waiting) });
  return found;
}
