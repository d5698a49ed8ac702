// The runs as cards. Whatever comes from the computer is set as text, never as markup.

import { followEnd } from './follow.js';
import { isOpen } from './run-log.js';
import { written } from './step.js';
import { durationWords } from './words.js';

/**
 * @typedef {import('./run-log.js').Run} Run
 * @typedef {import('./step.js').Step} Step
 */

/** @type {Record<Run['status'], string>} */
const STATUS = {
  waiting: 'Sent',
  running: 'Running',
  done: 'Done',
  failed: 'Failed',
  refused: 'Not run',
  busy: 'Not run',
  stopped: 'Stopped',
  lost: 'Stopped',
  moved: 'Continued elsewhere',
};

/** @type {Partial<Record<Run['status'], string>>} said when the host gave no words */
const SAID = {
  refused: 'The computer refused to run this.',
  busy: 'Another command is still running.',
  stopped: 'Stopped before it was finished.',
  lost: 'The connection was lost, so it was stopped.',
};

/** @param {string} tag @param {string} className @param {string} [text] */
function element(tag, className, text = '') {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/** Sets text only when it differs, so that selections and screen readers are left in peace. @param {Element} at @param {string} text */
function say(at, text) {
  if (at.textContent !== text) at.textContent = text;
  if (at instanceof HTMLElement) at.hidden = text === '';
}

/**
 * @param {HTMLElement} list
 * @param {HTMLElement} scroller
 * @param {() => void} stop
 */
export function runsView(list, scroller, stop) {
  /** @type {Map<number, ReturnType<typeof card>>} */
  const cards = new Map();
  const stopButton = document.createElement('button');
  stopButton.type = 'button';
  stopButton.id = 'stop';
  stopButton.textContent = 'Stop';
  stopButton.addEventListener('click', stop);
  const end = followEnd(scroller);

  return {
    /** @param {readonly Run[]} runs */
    render(runs) {
      const kept = new Set(runs.map((run) => run.key));
      for (const [key, old] of cards) {
        if (!kept.has(key)) {
          old.root.remove();
          cards.delete(key);
        }
      }
      let added = false;
      for (const run of runs) {
        let shown = cards.get(run.key);
        if (!shown) {
          shown = card();
          cards.set(run.key, shown);
          list.append(shown.root);
          added = true;
        }
        shown.render(run);
      }
      const open = runs.find(isOpen);
      const place = open && cards.get(open.key)?.tail;
      if (!place) stopButton.remove();
      else if (stopButton.parentElement !== place) place.append(stopButton);
      stopButton.disabled = open?.stopping ?? false;
      stopButton.textContent = open?.stopping ? 'Stopping' : 'Stop';
      if (added) end.jump();
      else end.follow();
    },
  };
}

function card() {
  const root = element('li', 'run');
  const head = element('div', 'run-head');
  const command = element('code', 'run-command');
  const tail = element('div', 'run-tail');
  const status = element('span', 'run-status');
  tail.append(status);
  head.append(command, tail);
  const body = element('div', 'run-steps');
  const answer = element('p', 'run-answer');
  root.append(head, body, answer);
  /** @type {ReturnType<typeof stepBlock>[]} */
  const blocks = [];

  return {
    root,
    tail,
    /** @param {Run} run */
    render(run) {
      root.dataset.status = run.status;
      say(command, run.text || run.steps[0]?.command || 'A command from another page');
      const took = run.durationMs !== null && !isOpen(run) ? ` · ${durationWords(run.durationMs)}` : '';
      say(status, STATUS[run.status] + took);
      run.steps.forEach((step, index) => {
        blocks[index] ??= stepBlock(body);
        blocks[index].render(step, [command.textContent ?? '', run.answer.trim()]);
      });
      say(answer, answerWords(run));
    },
  };
}

/** @param {Run} run what is to be said under the output, without repeating it */
function answerWords(run) {
  const answer = run.answer.trim();
  const printed = run.steps.at(-1);
  if (answer !== '' && printed && written(printed, 'stdout').trim() === answer) return '';
  if (answer !== '') return answer;
  const said = SAID[run.status];
  if (said) return said;
  const silent = run.steps.every((step) => step.pieces.length === 0);
  return run.status === 'done' && silent ? 'Done, without any output.' : '';
}

/** @param {HTMLElement} parent */
function stepBlock(parent) {
  const root = element('div', 'step');
  const command = element('code', 'step-command');
  const detail = element('p', 'step-detail');
  const output = element('pre', 'output');
  const note = element('p', 'step-note');
  output.tabIndex = 0;
  output.setAttribute('aria-label', 'Output');
  root.append(command, detail, output, note);
  parent.append(root);
  const end = followEnd(output);
  let generation = 0;
  /** @type {Text[]} */
  let texts = [];

  /** @param {Step} step */
  const print = (step) => {
    if (step.generation !== generation) {
      generation = step.generation;
      texts = [];
      output.replaceChildren();
    }
    step.pieces.forEach((piece, index) => {
      if (!texts[index]) {
        const span = element('span', piece.stream);
        texts[index] = document.createTextNode('');
        span.append(texts[index]);
        output.append(span);
      }
      const more = piece.text.slice(texts[index].length);
      if (more !== '') texts[index].appendData(more);
    });
    output.hidden = step.pieces.length === 0;
  };

  return {
    /**
     * @param {Step} step
     * @param {readonly string[]} said what the card says already: its command and its answer
     */
    render(step, said) {
      root.dataset.status = step.status;
      say(command, said.includes(step.command) ? '' : step.command);
      say(detail, said.includes(step.detail) || step.detail === step.command ? '' : step.detail);
      print(step);
      end.follow();
      const notes = [];
      if (step.exitCode !== null && step.exitCode !== 0) notes.push(`Exit code ${step.exitCode}`);
      if (step.cut) notes.push('Output was cut');
      say(note, notes.join(' · '));
    },
  };
}
