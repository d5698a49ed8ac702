// The life of one connection, from the first try to its end. Facts come in, the next state comes out; a state that is
// an end stays until a new start, so nothing that arrives late can disturb what the person was told.

/**
 * @typedef {'connecting'|'checking'|'live'|'unsteady'|'lost'|'refused'|'expired'|'replaced'|'fingerprint-mismatch'
 *   |'unpaired'|'ended'} Phase
 * @typedef {object} Life
 * @property {Phase} phase
 * @property {string} cause why the phase is an end; empty otherwise
 * @property {string} said what the host wrote about it, to be shown as text
 * @property {boolean} wasLive
 * @property {boolean} overtaken another page of this pairing opened a socket (T3); its peer may yet take over
 *
 * @typedef {{kind: 'start'|'answered'|'opened'|'wavered'|'steadied'|'peer-failed'|'channel-closed'|'timed-out'
 *     |'left'|'unsupported'|'outlasted'}
 *   | {kind: 'socket-closed', code: number}
 *   | {kind: 'mismatched', cause: string}
 *   | {kind: 'unlinked', cause: 'absent'|'incomplete'|'expired'}
 *   | {kind: 'host-complained', said: string}
 *   | {kind: 'host-left', cause: string}
 *   | {kind: 'answer-failed'}} Fact
 */

/** @type {Life} */
const BEGIN = Object.freeze({ phase: 'connecting', cause: '', said: '', wasLive: false, overtaken: false });

/** Why a host sends a phone away for good. */
const UNPAIRED = new Set(['revoked', 'pairing_expired', 'repaired']);

const GOING = new Set(['connecting', 'checking', 'live', 'unsteady']);

/** @param {Life} life whether a socket or peer may still be at work */
export const isGoing = (life) => GOING.has(life.phase);

/** @param {Life} life whether commands and pointer reach the computer */
export const isLive = (life) => life.phase === 'live' || life.phase === 'unsteady';

/**
 * @param {Life} life
 * @param {Fact} fact
 * @returns {Life} the same object when nothing changes
 */
export function next(life, fact) {
  if (fact.kind === 'start') return BEGIN;
  if (fact.kind === 'unlinked') {
    return end(BEGIN, fact.cause === 'expired' ? 'expired' : 'unpaired', fact.cause);
  }
  if (!isGoing(life)) return life;
  switch (fact.kind) {
    case 'answered':
      return life.phase === 'connecting' ? { ...life, phase: 'checking' } : life;
    case 'opened':
      return isLive(life) ? life : { ...life, phase: 'live', wasLive: true };
    case 'wavered':
      return life.phase === 'live' ? { ...life, phase: 'unsteady' } : life;
    case 'steadied':
      return life.phase === 'unsteady' ? { ...life, phase: 'live' } : life;
    case 'socket-closed':
      return socketClosed(life, fact.code);
    case 'outlasted':
      return life.overtaken ? { ...life, overtaken: false } : life;
    case 'peer-failed':
    case 'channel-closed':
      if (life.overtaken) return end(life, 'replaced', 'overtaken');
      return end(life, 'lost', life.wasLive ? 'dropped' : 'no-path');
    case 'timed-out':
      return isLive(life) ? life : end(life, 'lost', life.phase === 'checking' ? 'no-path' : 'silent');
    case 'mismatched':
      return end(life, 'fingerprint-mismatch', fact.cause);
    case 'answer-failed':
      return end(life, 'ended', 'not-understood');
    case 'host-complained':
      return { ...life, said: fact.said };
    case 'host-left':
      if (fact.cause === 'replaced') return end(life, 'replaced', 'overtaken');
      return UNPAIRED.has(fact.cause) ? end(life, 'refused', 'unknown') : end(life, 'ended', 'host-left');
    case 'left':
      return end(life, 'ended', 'left');
    case 'unsupported':
      return end(life, 'ended', 'unsupported');
  }
}

/**
 * The close codes of T2, T3, T9 and T11. Once the reliable channel is open, or an answer is at work, an ordinary
 * close of the socket changes nothing.
 *
 * @param {Life} life @param {number} code @returns {Life}
 */
function socketClosed(life, code) {
  switch (code) {
    case 4001:
      return end(life, 'refused', 'unknown');
    case 4002:
      return isLive(life) ? { ...life, overtaken: true } : end(life, 'replaced', 'overtaken');
    case 4400:
      return isLive(life) ? life : end(life, 'ended', 'not-understood');
    default:
      return life.phase === 'connecting' ? end(life, 'lost', 'unreachable') : life;
  }
}

/** @param {Life} life @param {Phase} phase @param {string} cause @returns {Life} */
function end(life, phase, cause) {
  return { ...life, phase, cause };
}
