// What a line of the audit log says to a person (docs/audit.md).

import { lastingWords } from './words.js';

/**
 * @typedef {{seq?: number, time: string, kind: string, device?: string, facts: Record<string, any>}} Line
 * @typedef {{text: string, command?: string, tone?: 'bad'|'warn'|'good'}} Said
 */

/** @type {Record<string, string>} */
const STOPPED = {
  stopped: 'Stopped from the phone',
  stopped_at_desk: 'Stopped at this computer',
  manual_takeover: 'Stopped, since the pointer was taken over',
  connection_lost: 'Stopped, since the connection was lost',
  session_ended: 'Stopped, since the session ended',
};

/** @type {Record<string, string>} */
const ACTIONS = { lock_screen: 'lock the screen', keep_awake_on: 'stay awake', keep_awake_off: 'sleep when it likes' };

/** @param {unknown} value @returns {string} */
const text = (value) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** @param {Record<string, any>} facts @returns {Said} */
function answered(facts) {
  const atDesk = facts.cause === 'desk';
  switch (facts.outcome) {
    case 'approved':
      return { text: 'Approved on the phone', tone: 'good' };
    case 'rejected':
      return { text: atDesk ? 'Rejected at this computer' : facts.cause === 'user' ? 'Rejected on the phone' : 'Not approved', tone: 'warn' };
    case 'expired':
      return { text: 'Not answered in time', tone: 'warn' };
    default:
      return { text: 'An answer that did not count', tone: 'warn' };
  }
}

/** @param {Record<string, any>} facts @returns {Said} */
function ended(facts) {
  const took = typeof facts.duration_ms === 'number' ? `, after ${facts.duration_ms < 1000 ? `${facts.duration_ms} ms` : lastingWords(facts.duration_ms)}` : '';
  const left = facts.survivors > 0 ? `; ${facts.survivors} of its processes could not be ended` : '';
  if (typeof facts.exit_code !== 'number') return { text: `Ended without having run${left}`, tone: 'warn' };
  return { text: `Ended${took}${facts.exit_code === 0 ? '' : `, exit code ${facts.exit_code}`}${left}`, tone: left ? 'bad' : undefined };
}

/** @type {Record<string, (facts: Record<string, any>) => Said>} */
const KINDS = {
  host_started: () => ({ text: 'Contop was started' }),
  host_stopped: () => ({ text: 'Contop was stopped' }),
  paired: (facts) => ({
    text: `Paired ${facts.role === 'view' ? 'to watch' : 'to drive'}, ${facts.connection_type === 'temp' ? 'for 4 hours' : 'for 30 days'}`,
  }),
  revoked: () => ({ text: 'Revoked', tone: 'warn' }),
  pairing_expired: () => ({ text: 'Its pairing ran out' }),
  forbidden: () => ({ text: 'Tried what a watching phone may not', tone: 'bad' }),
  intent_received: (facts) => ({ text: 'Asked for', command: text(facts.text) }),
  step_judged: (facts) =>
    facts.judgement === 'refused'
      ? { text: `Refused: ${text(facts.reason)}`, command: text(facts.command), tone: 'bad' }
      : { text: facts.judgement === 'asks' ? 'Needs a yes' : 'Found harmless', command: text(facts.command) },
  confirmation_asked: (facts) => ({ text: 'The phone was asked', command: text(facts.command), tone: 'warn' }),
  confirmation_answered: answered,
  step_started: (facts) => ({ text: 'Started', command: text(facts.command) }),
  step_ended: ended,
  execution_stopped: (facts) => ({ text: STOPPED[facts.reason] ?? 'Stopped', tone: 'warn' }),
  manual_mode_switched: (facts) => ({ text: facts.enabled ? 'Took the pointer' : 'Let the pointer go' }),
  manual_act: (facts) => ({ text: `One act by hand: ${text(facts.action).replaceAll('_', ' ')}` }),
  device_asked: (facts) => ({ text: `Asked this computer to ${ACTIONS[facts.action] ?? text(facts.action)}` }),
  device_acted: (facts) =>
    facts.done ? { text: 'This computer did so' } : { text: `This computer did not: ${text(facts.reason)}`, tone: 'warn' },
  recovered: () => ({ text: 'The log was cut off in the middle of a line, and goes on here', tone: 'warn' }),
};

/** Kinds that a newer host knows are said by their name. @param {Line} line @returns {Said} */
export function auditWords(line) {
  const known = Object.hasOwn(KINDS, line.kind) ? KINDS[line.kind] : undefined;
  return known ? known(line.facts ?? {}) : { text: text(line.kind).replaceAll('_', ' ') };
}
