// What a person reads about the connection, and what they can do about it.

/**
 * @typedef {object} Words
 * @property {string} label one or two words for the header
 * @property {'busy'|'good'|'warn'|'bad'|'calm'} tone
 * @property {string} [title] a notice over the picture, when there is something to say
 * @property {string} [detail]
 * @property {string} [action] the name of the button that connects again
 */

/** Shortly shown when the host says that something is gone (T40, T42). */
export const MISSED = 'Some messages from the computer were missed.';

const SCAN = 'Show a new code on the computer and scan it with this phone.';

/** @type {Record<string, Omit<Words, 'label'|'tone'>>} */
const NOTICES = {
  'lost dropped': {
    title: 'Connection lost',
    detail: 'Everything this phone had started on the desktop was stopped, and held buttons were released.',
    action: 'Reconnect',
  },
  'lost unreachable': {
    title: 'The computer does not answer',
    detail: 'Is it awake, is Contop running there, and is this phone in the same network?',
    action: 'Try again',
  },
  'lost silent': {
    title: 'The computer did not reply',
    detail: 'It can be reached but gave no answer. It may be very busy.',
    action: 'Try again',
  },
  'lost no-path': {
    title: 'No path to the computer',
    detail: 'Both sides are there, but this network keeps them apart. Use the same Wi-Fi, without guest isolation.',
    action: 'Try again',
  },
  'refused unknown': {
    title: 'Pair again',
    detail:
      'The computer did not accept this pairing. It ran out, it was revoked, or something between this phone and the ' +
      `computer changed what was said. ${SCAN}`,
  },
  'expired expired': {
    title: 'This code has expired',
    detail: `${SCAN} If it is new, check the clock of this phone.`,
  },
  'unpaired absent': {
    title: 'Not paired yet',
    detail: 'This page is opened by a code. Start Contop on the computer and scan the code that it shows.',
  },
  'unpaired incomplete': {
    title: 'This link is not complete',
    detail: `Part of it is missing or was changed on the way. ${SCAN}`,
  },
  'replaced overtaken': {
    title: 'Continued elsewhere',
    detail: 'Another tab or phone with this pairing took over. Running commands went on there.',
    action: 'Use it here',
  },
  'ended left': { title: 'Disconnected', detail: 'You left. Nothing of yours is running there.', action: 'Connect' },
  'ended host-left': { title: 'The computer ended the session', detail: 'Contop was stopped there.', action: 'Reconnect' },
  'ended not-understood': {
    title: 'The two sides do not understand each other',
    detail: 'This page and the program on the computer may be of different versions. Reload the page.',
    action: 'Try again',
  },
  'ended unsupported': {
    title: 'This browser cannot show the screen',
    detail: 'It lacks WebRTC. Use a current Chrome, Firefox, Safari or Edge.',
  },
};

const MISMATCH = {
  title: 'This is not the computer that showed the code',
  detail: `Something else answered in its place. It got no command, and nothing of it is shown. ${SCAN}`,
};

const UNPROVEN = {
  title: 'Something stands in between',
  detail:
    'What answered could not prove that it is the computer that showed the code. It got no command, and nothing of it ' +
    `is shown. Use a network that you trust. ${SCAN}`,
};

/** @type {Record<string, {label: string, tone: Words['tone']}>} */
const HEADINGS = {
  connecting: { label: 'Connecting', tone: 'busy' },
  checking: { label: 'Finding a path', tone: 'busy' },
  live: { label: 'Live', tone: 'good' },
  unsteady: { label: 'Unsteady', tone: 'warn' },
  lost: { label: 'Lost', tone: 'bad' },
  refused: { label: 'Not paired', tone: 'bad' },
  expired: { label: 'Expired', tone: 'bad' },
  replaced: { label: 'Elsewhere', tone: 'calm' },
  'fingerprint-mismatch': { label: 'Stopped', tone: 'bad' },
  unpaired: { label: 'Not paired', tone: 'calm' },
  ended: { label: 'Ended', tone: 'calm' },
};

/**
 * @param {import('./lifecycle.js').Life} life
 * @returns {Words}
 */
export function wordsFor(life) {
  const heading = HEADINGS[life.phase];
  if (life.phase === 'fingerprint-mismatch') {
    return { ...heading, ...(life.cause === 'unproven' ? UNPROVEN : MISMATCH) };
  }
  const notice = NOTICES[`${life.phase} ${life.cause}`];
  if (!notice) return heading;
  const detail = life.said ? `${notice.detail} It said: “${life.said}”` : notice.detail;
  return { ...heading, ...notice, detail };
}

/** @param {number} ms */
export function durationWords(ms) {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.floor((ms % 60_000) / 1000)} s`;
}

/**
 * What a question's card says.
 *
 * @param {import('./questions.js').Question} question
 * @param {number} left milliseconds
 * @returns {{title: string, status: string}}
 */
export function questionWords({ state, yes, words }, left) {
  switch (state) {
    case 'open':
      if (left <= 0) return { title: 'The time is up', status: 'It is not run.' };
      return { title: 'May this run?', status: words };
    case 'sent':
      return { title: 'May this run?', status: yes ? 'Sending your yes…' : 'Sending your no…' };
    case 'approved':
      return { title: 'Approved', status: 'The computer runs it.' };
    case 'rejected':
      return { title: 'Not run', status: words || 'You said no.' };
    case 'expired':
      return { title: 'The time is up', status: 'It was not run.' };
    case 'moved':
      return { title: 'Asked elsewhere', status: words };
    default:
      return { title: 'Not run', status: words };
  }
}

/** @param {number} ms as minutes and seconds, rounded up, so that 0:00 is the end */
export function clockWords(ms) {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
