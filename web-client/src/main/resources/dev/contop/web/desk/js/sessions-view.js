// What goes on now: who is connected, what runs, what is asked. It can be stopped and refused here, and never approved.

import { keyedList, make, say } from './element.js';
import { figures } from './session-figures.js';
import { clockWords, lastingWords, linkWords, plain, stageWords } from './words.js';

/**
 * @typedef {{stage: string, command?: string, steps: number, lasting_ms: number}} Run
 * @typedef {{request_id: string, command: string, reason: string, left_ms: number}} Question
 * @typedef {object} Session as `GET /api/sessions` tells of it
 * @property {string} device_id
 * @property {'away'|'connecting'|'connected'|'doubtful'} link
 * @property {boolean} manual
 * @property {number} waiting
 * @property {Run} [run]
 * @property {Question[]} questions
 *
 * @typedef {{device_id: string, wanted: boolean, running: boolean, failure?: string}} Recorded how it stands with its recording
 *
 * @typedef {object} Beside what else is known, by device
 * @property {(id: string) => import('./session-figures.js').Video | undefined} video
 * @property {(id: string) => Recorded | undefined} recorded
 *
 * @typedef {import('./devices-view.js').Device} Device
 */

/** @type {Beside} */
const NOTHING = { video: () => undefined, recorded: () => undefined };

/** Whether there is anything to see of it. @param {Session} session */
export const isLive = (session) => session.link !== 'away' || session.run !== undefined || session.questions.length > 0;

/** Whether it changes by the second. @param {Session} session */
export const isBusy = (session) => session.run !== undefined || session.questions.length > 0 || session.link === 'connecting';

/**
 * @param {object} parts
 * @param {HTMLElement} parts.list
 * @param {HTMLElement} parts.empty
 * @param {object} deeds
 * @param {(device: string) => Promise<boolean>} deeds.stop
 * @param {(device: string, request: string) => Promise<boolean>} deeds.reject
 * @param {(device: string, on: boolean) => Promise<boolean>} deeds.record
 */
export function sessionsView({ list, empty }, { stop, reject, record }) {
  /** @type {(id: string) => Device | undefined} */
  let deviceOf = () => undefined;
  /** @type {(id: string) => string} */
  let nameOf = (id) => id;
  /** @type {Beside} */
  let beside = NOTHING;
  const rows = keyedList(list, (/** @type {Session} */ session) => session.device_id, row);

  /** @param {Session} session */
  function row({ device_id: id }) {
    const root = make('li', 'session');
    root.dataset.device = id;
    const head = make('div', 'head');
    const name = make('bdi', 'name');
    const state = make('span', 'state');
    const control = make('span', 'badge');
    head.append(name, state, control);
    const detail = make('dl', 'figures');
    const recording = recordBlock((on) => record(id, on));
    const run = runBlock(() => stop(id));
    const questions = make('ul', 'questions');
    root.append(head, detail, run.root, questions, recording.root);
    const asked = keyedList(questions, (/** @type {Question} */ question) => question.request_id, ({ request_id: request }) =>
      questionBlock(() => reject(id, request)),
    );
    const shown = keyedList(detail, (/** @type {{label: string, value: string}} */ figure) => figure.label, figureBlock);

    return {
      root,
      /** @param {Session} session */
      render(session) {
        const { label, tone } = linkWords(session.link);
        root.dataset.tone = tone;
        root.dataset.link = session.link;
        say(name, nameOf(id));
        say(state, label);
        say(control, session.manual ? 'Has the pointer' : '');
        shown(figures(session, deviceOf(id), beside.video(id)));
        recording.render(beside.recorded(id));
        run.render(session.run, session.questions.length > 0);
        asked(session.questions);
      },
    };
  }

  return {
    /**
     * @param {readonly Session[]} sessions
     * @param {(id: string) => Device | undefined} device
     * @param {(id: string) => string} called
     * @param {Beside} [more]
     */
    render(sessions, device, called, more = NOTHING) {
      deviceOf = device;
      nameOf = called;
      beside = more;
      const live = sessions.filter(isLive);
      empty.hidden = live.length > 0;
      rows(live);
    },
  };
}

/** @param {{label: string, value: string}} figure */
function figureBlock({ label }) {
  const root = make('div');
  const value = make('dd');
  root.append(make('dt', '', label), value);
  return { root, render: (/** @type {{value: string}} */ figure) => say(value, figure.value) };
}

/** A button for what may take a moment; the next look at the host shows what came of it. @param {HTMLButtonElement} button @param {() => Promise<boolean>} act */
function acting(button, act) {
  button.type = 'button';
  button.addEventListener('click', async () => {
    button.disabled = true;
    const done = await act();
    if (!done) button.disabled = false;
  });
}

/** @param {(on: boolean) => Promise<boolean>} record */
function recordBlock(record) {
  const root = make('div', 'recording');
  const said = make('p', 'said');
  const button = make('button', '', 'Record');
  let on = false;
  button.type = 'button';
  button.addEventListener('click', async () => {
    button.disabled = true;
    await record(!on);
    button.disabled = false;
  });
  root.append(button, said);
  return {
    root,
    /** @param {Recorded | undefined} state */
    render(state) {
      on = state?.wanted === true && state.failure === undefined;
      say(button, on ? 'Stop recording' : 'Record');
      say(said, state?.failure ? plain(state.failure) : on ? 'Being recorded; the phone shows it.' : '');
    },
  };
}

/** @param {() => Promise<boolean>} stop */
function runBlock(stop) {
  const root = make('div', 'run');
  const stage = make('p', 'stage');
  const command = make('pre', 'command');
  command.tabIndex = 0;
  command.setAttribute('aria-label', 'Command');
  const button = make('button', 'danger full', 'Stop');
  acting(button, stop);
  root.append(stage, command, button);
  return {
    root,
    /** @param {Run | undefined} run @param {boolean} isAsked then the question says all of it, and a no ends it */
    render(run, isAsked) {
      root.hidden = run === undefined || isAsked;
      if (!run) return;
      root.dataset.stage = run.stage;
      say(stage, `${stageWords(run.stage)} · ${lastingWords(run.lasting_ms)}`);
      say(command, plain(run.command ?? ''));
      button.disabled = run.stage === 'stopping';
    },
  };
}

/** @param {() => Promise<boolean>} reject */
function questionBlock(reject) {
  const root = make('li', 'question');
  const title = make('p', 'stage');
  const command = make('pre', 'command');
  command.tabIndex = 0;
  command.setAttribute('aria-label', 'Command');
  const reason = make('p', 'quiet');
  const button = make('button', '', 'Reject');
  acting(button, reject);
  root.append(title, command, reason, button);
  return {
    root,
    /** @param {Question} question */
    render(question) {
      root.dataset.request = question.request_id;
      say(title, `The phone is asked · ${clockWords(question.left_ms)} left`);
      say(command, plain(question.command));
      say(reason, `${plain(question.reason)} A yes can be given on the phone only.`);
    },
  };
}
