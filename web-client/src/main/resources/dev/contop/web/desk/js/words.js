// How times, phones and connections are said.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What lets text run in another direction than it is written in, or hides in it. */
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;

/** Text of a phone as it can be shown: nothing in it is invisible or turns the rest around. @param {string} text */
export const plain = (text) => text.replace(UNSEEN, '\ufffd');

/** @param {number} count @param {string} one */
export const some = (count, one) => `${count} ${one}${count === 1 ? '' : 's'}`;

/** How long something still holds. @param {number} ms */
export function leftWords(ms) {
  if (ms <= 0) return 'no time';
  if (ms < MINUTE) return 'less than a minute';
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min`;
  if (ms < DAY) return `${Math.floor(ms / HOUR)} h ${Math.floor((ms % HOUR) / MINUTE)} min`;
  return some(Math.floor(ms / DAY), 'day');
}

/** @param {number} ms since then */
export function agoWords(ms) {
  if (ms < MINUTE) return 'just now';
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min ago`;
  if (ms < DAY) return `${Math.floor(ms / HOUR)} h ago`;
  return `${some(Math.floor(ms / DAY), 'day')} ago`;
}

/** @param {number} ms as minutes and seconds, rounded up, so that 0:00 is the end */
export function clockWords(ms) {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** @param {number} ms how long something has lasted */
export function lastingWords(ms) {
  const seconds = Math.floor(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  if (ms < HOUR) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${Math.floor(ms / HOUR)} h ${Math.floor((ms % HOUR) / MINUTE)} min`;
}

/** @type {Record<string, string>} */
const PATHS = { lan: 'by the network', tailscale: 'by Tailscale', tunnel: 'through a tunnel or proxy' };

/** @param {string} [path] */
export const pathWords = (path) => (path ? (PATHS[path] ?? path) : '');

/** @param {string} role */
export const roleWords = (role) => (role === 'view' ? 'Only watches' : 'Sees and drives');

/** @type {Record<string, {label: string, tone: 'good'|'warn'|'busy'|'calm'}>} */
const LINKS = {
  connected: { label: 'Connected', tone: 'good' },
  doubtful: { label: 'Unsteady', tone: 'warn' },
  connecting: { label: 'Connecting', tone: 'busy' },
  away: { label: 'Away', tone: 'calm' },
};

/** @param {string} link @returns {{label: string, tone: 'good'|'warn'|'busy'|'calm'}} */
export const linkWords = (link) => LINKS[link] ?? { label: link, tone: 'calm' };

/** @type {Record<string, string>} */
const STAGES = { thinking: 'Thinking', asking: 'Waits for a yes', running: 'Running', stopping: 'Stopping' };

/** @param {string} stage */
export const stageWords = (stage) => STAGES[stage] ?? stage;

/** A day and a time as people here write them, with the year where it is another. @param {string} instant ISO 8601 @param {number} now @param {string} [locale] */
export function dateWords(instant, now, locale) {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return '';
  /** @type {Intl.DateTimeFormatOptions} */
  const parts = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' };
  if (date.getFullYear() !== new Date(now).getFullYear()) parts.year = 'numeric';
  return new Intl.DateTimeFormat(locale, parts).format(date);
}

/** The time of a line of the log: without the day when that is today. @param {string} instant @param {number} now @param {string} [locale] */
export function lineTime(instant, now, locale) {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return '';
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(date);
  if (date.toDateString() === new Date(now).toDateString()) return clock;
  return `${new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }).format(date)}, ${clock}`;
}
