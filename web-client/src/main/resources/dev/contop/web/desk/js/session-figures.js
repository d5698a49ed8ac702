// What is shown of a session beside its name: whence it came, and how its picture fares.

import { figureWords, inOneLine } from '../shared/figure-words.js';
import { pathWords, plain, some } from './words.js';

/** @typedef {{device_id: string} & Record<string, unknown>} Video as `GET /api/statistics` tells of it; what is not known is absent */

/**
 * @param {import('./sessions-view.js').Session} session
 * @param {import('./devices-view.js').Device | undefined} device
 * @param {Video} [video]
 * @returns {{label: string, value: string}[]}
 */
export function figures(session, device, video) {
  const found = [];
  if (session.link !== 'away' && device?.path) found.push({ label: 'Came', value: pathWords(device.path) });
  if (session.link !== 'away' && device?.address) found.push({ label: 'From', value: plain(device.address) });
  if (session.link !== 'away' && video) found.push(...videoFigures(video));
  if (session.waiting > 0) found.push({ label: 'Waiting', value: some(session.waiting, 'message') });
  return found;
}

/** @param {Video} video */
function videoFigures(video) {
  const { picture, rate, link, frame } = figureWords(video);
  return [
    { label: 'Picture', value: picture },
    { label: 'Rate', value: rate },
    { label: 'Link', value: link },
    { label: 'Per frame', value: frame },
  ]
    .filter(({ value }) => value.length > 0)
    .map(({ label, value }) => ({ label, value: plain(inOneLine(value)) }));
}
