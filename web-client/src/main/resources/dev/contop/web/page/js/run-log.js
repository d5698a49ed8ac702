// The commands of this page and what became of them. Messages of the host name no run, but it works on one at a time
// (T50), so each belongs to the run that is open.

import { asNumber, asText, newStep, progressStep } from './step.js';

/**
 * @typedef {'waiting'|'running'|'done'|'failed'|'refused'|'busy'|'stopped'|'lost'|'moved'} RunStatus
 * @typedef {object} Run
 * @property {number} key
 * @property {string} text what the person asked for; empty when another page asked
 * @property {RunStatus} status
 * @property {import('./step.js').Step[]} steps
 * @property {string} answer
 * @property {number | null} durationMs
 * @property {boolean} begun the host has taken it up
 * @property {boolean} stopping
 * @property {boolean} answered its `agent_result` came
 */

const MOST_RUNS = 100;
const MOST_STEPS = 200;

/** @type {[RegExp, RunStatus][]} */
const ERRORS = [
  [/^busy/, 'busy'],
  [/refus|forbid|denied|polic|not_allowed|reject|expired/, 'refused'],
  [/connection|lost/, 'lost'],
  [/cancel|stop|takeover/, 'stopped'],
];

export function runLog() {
  /** @type {Run[]} */
  const runs = [];
  let lastKey = 0;

  /** @param {string} text @param {RunStatus} status @returns {Run} */
  const begin = (text, status) => {
    lastKey += 1;
    const begun = status === 'running';
    /** @type {Run} */
    const run = { key: lastKey, text, status, steps: [], answer: '', durationMs: null, begun, stopping: false, answered: false };
    runs.push(run);
    if (runs.length > MOST_RUNS) runs.shift();
    return run;
  };
  const open = () => runs.find(isOpen);

  /** @param {Record<string, unknown>} payload */
  const progress = (payload) => {
    const run = open() ?? interrupted() ?? begin('', 'running');
    run.begun = true;
    run.status = 'running';
    const number = asNumber(payload.step) ?? 0;
    let step = run.steps.find((known) => known.number === number);
    if (!step) {
      if (run.steps.length >= MOST_STEPS) return;
      step = newStep(number);
      run.steps.push(step);
    }
    progressStep(step, payload);
  };

  /** @param {Record<string, unknown>} payload */
  const result = (payload) => {
    const code = asText(payload.error_code);
    const status = code === '' ? 'done' : (ERRORS.find(([pattern]) => pattern.test(code))?.[1] ?? 'failed');
    const run = concerned(status) ?? begin('', 'running');
    run.answer = asText(payload.answer);
    run.durationMs = asNumber(payload.duration_ms);
    run.answered = true;
    run.status = status === 'done' && lastStepFailed(run) ? 'failed' : status;
  };

  /** A "busy" is about the newest request; all else about the open run, or one whose end was only assumed. @param {RunStatus} status */
  const concerned = (status) => {
    if (status === 'busy') return runs.findLast((run) => run.status === 'waiting' && !run.begun);
    return open() ?? runs.findLast((run) => !run.answered && run.status !== 'busy');
  };

  /** @param {string} state */
  const hostState = (state) => {
    const run = open();
    if (state === 'processing' || state === 'executing') {
      if (run) run.begun = true;
      else if (state === 'executing') resume();
    } else if (state === 'idle' && run && (run.begun || run.stopping)) {
      run.status = 'stopped';
    }
  };

  /** The newest run, if all that is known of its end is that the connection went. */
  const interrupted = () => {
    const run = runs.at(-1);
    return (run?.status === 'lost' || run?.status === 'moved') && !run.answered ? run : undefined;
  };

  /** The host still executes what this page thought lost: the run was adopted (T33). */
  const resume = () => {
    const run = interrupted();
    if (run) run.status = 'running';
  };

  return {
    /** @type {readonly Run[]} */
    runs,
    open,
    /** @param {string} text */
    ask: (text) => begin(text, 'waiting'),
    /** @returns {Run | undefined} the run that a stop is now about */
    stop() {
      const run = open();
      if (run) run.stopping = true;
      return run;
    },
    /**
     * The connection went, and with it whatever ran (T31); or another page took the run over (T33).
     *
     * @param {'lost'|'moved'} to
     */
    end(to) {
      for (const run of runs) if (isOpen(run)) run.status = to;
    },
    /**
     * @param {string} type
     * @param {Record<string, unknown>} payload
     * @returns {boolean} whether the message was about runs
     */
    take(type, payload) {
      switch (type) {
        case 'agent_progress':
          progress(payload);
          return true;
        case 'agent_result':
          result(payload);
          return true;
        case 'state_update':
          hostState(asText(payload.ai_state));
          return true;
        default:
          return false;
      }
    },
  };
}

/** @param {Run} run */
export function isOpen(run) {
  return run.status === 'waiting' || run.status === 'running';
}

/** @param {Run} run */
function lastStepFailed(run) {
  return run.steps.at(-1)?.status === 'failed';
}
