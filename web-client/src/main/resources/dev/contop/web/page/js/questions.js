// The computer's questions (T52, T53) and what this page knows of their ends. An answer is only sent from here: what it
// came to is what the computer's receipt says, and nothing else is ever shown as approved.

import { asNumber, asText } from './step.js';

/**
 * @typedef {'open'|'sent'|'approved'|'rejected'|'expired'|'gone'|'moved'} QuestionState
 * `sent`: answered, and nothing heard yet; `gone`: the computer does not ask it any more; `moved`: it asks it elsewhere
 * @typedef {object} Question
 * @property {string} id
 * @property {string} command
 * @property {string} reason
 * @property {string} digest
 * @property {number} deadline by the clock that `now` reads, in milliseconds
 * @property {number} span how long it is open in all, in milliseconds
 * @property {QuestionState} state
 * @property {boolean} yes what this page answered
 * @property {string} words what the computer said of its end
 */

const MOST = 16;
/** What the host waits for at most, should it not say. */
const USUAL_SPAN_MS = 300_000;

/** @param {() => number} now milliseconds of a clock that only goes forward */
export function questionBook(now) {
  /** @type {Question[]} */
  const all = [];

  /** @param {string} id */
  const find = (id) => all.find((question) => question.id === id);

  /** @param {Record<string, unknown>} payload */
  const asked = (payload) => {
    const id = asText(payload.request_id);
    const command = asText(payload.command);
    if (id === '' || command === '') return;
    const left = asNumber(payload.expires_in_ms) ?? USUAL_SPAN_MS;
    const known = find(id);
    const span = Math.max(known?.span ?? 0, left, 1);
    const { reason, digest } = payload;
    const question = { id, command, reason: asText(reason), digest: asText(digest), deadline: now() + left, span, words: '' };
    // Asked again after a change of connection: an answer that was on its way may have been lost.
    if (known) Object.assign(known, question, { state: 'open' });
    else all.push({ ...question, state: 'open', yes: false });
    if (all.length > MOST) all.shift();
  };

  /** @param {Record<string, unknown>} payload */
  const received = (payload) => {
    const question = find(asText(payload.request_id));
    if (!question) return;
    question.words = asText(payload.message).slice(0, 300);
    switch (payload.outcome) {
      case 'approved':
      case 'rejected':
      case 'expired':
        question.state = payload.outcome;
        break;
      case 'stale':
        question.state = 'open';
        break;
      default:
        question.state = 'gone';
    }
  };

  return {
    /** @returns {Question | undefined} the question to be shown: the oldest that has no end, else the newest end */
    current: () => all.find(isPending) ?? all.at(-1),
    /**
     * @param {string} type
     * @param {Record<string, unknown>} payload
     * @returns {boolean} whether the message was about questions alone
     */
    take(type, payload) {
      if (type === 'agent_confirmation_request') asked(payload);
      else if (type === 'confirmation_receipt') received(payload);
      else {
        // Nothing is asked while nothing runs: so it was in a host that is gone.
        if (type === 'state_update' && payload.ai_state === 'idle') this.drop('The computer does not ask this any more. It was not run.');
        return false;
      }
      return true;
    },
    /**
     * @param {string} id
     * @param {boolean} yes
     * @returns {Record<string, unknown> | undefined} the payload to send; nothing if this cannot be answered now
     */
    answer(id, yes) {
      const question = find(id);
      if (!question || question.state !== 'open' || question.deadline <= now()) return undefined;
      question.state = 'sent';
      question.yes = yes;
      return { request_id: id, approved: yes, ...(question.digest === '' ? {} : { digest: question.digest }) };
    },
    /** The answer could not be sent. @param {string} id */
    unsent(id) {
      const question = find(id);
      if (question?.state === 'sent') question.state = 'open';
    },
    /** What has no end yet has none to wait for. @param {string} words @param {'gone'|'moved'} [state] */
    drop(words, state = 'gone') {
      for (const question of all.filter(isPending)) Object.assign(question, { state, words });
    },
    /** @param {Question} question @returns {number} milliseconds */
    left: (question) => Math.max(0, question.deadline - now()),
  };
}

/** @param {Question} question */
export function isPending(question) {
  return question.state === 'open' || question.state === 'sent';
}
