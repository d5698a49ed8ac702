// What is shown of a session beside its name: whence it came, and how its picture fares.

import { pathWords, plain } from './words.js';

/**
 * @typedef {object} Video as `GET /api/statistics` tells of it; what is not known is absent
 * @property {string} device_id
 * @property {number} [frames_per_second]
 * @property {number} [width]
 * @property {number} [height]
 * @property {string} [codec]
 * @property {number} [sent_bitrate] in bits a second
 * @property {number} [round_trip_ms]
 * @property {number} [loss] 0 to 1
 * @property {'direct'|'relay'} [path]
 */

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
  if (session.waiting > 0) found.push({ label: 'Messages that wait', value: String(session.waiting) });
  return found;
}

/** @param {Video} video */
function videoFigures(video) {
  const picture = [
    video.width && video.height ? `${video.width}×${video.height}` : '',
    video.codec ? plain(video.codec) : '',
    video.frames_per_second === undefined ? '' : `${video.frames_per_second.toFixed(0)} frames/s`,
  ];
  const link = [
    video.sent_bitrate === undefined ? '' : `${(video.sent_bitrate / 1e6).toFixed(1)} Mbit/s`,
    video.round_trip_ms === undefined ? '' : `${video.round_trip_ms.toFixed(0)} ms there and back`,
    video.loss ? `${(video.loss * 100).toFixed(1)} % lost` : '',
    video.path === 'relay' ? 'through a relay' : '',
  ];
  return [
    { label: 'Picture', value: picture.filter(Boolean).join(', ') },
    { label: 'Link', value: link.filter(Boolean).join(', ') },
  ].filter(({ value }) => value !== '');
}
