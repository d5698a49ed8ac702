// The newest lines of the audit log, the newest first.

import { auditWords } from './audit-words.js';
import { keyedList, make, say } from './element.js';
import { lineTime, plain } from './words.js';

/** @typedef {import('./audit-words.js').Line} Line */

/**
 * @param {object} parts
 * @param {HTMLElement} parts.list
 * @param {HTMLElement} parts.empty
 * @param {HTMLElement} parts.note
 */
export function auditView({ list, empty, note }) {
  /** @type {(id: string) => string} */
  let nameOf = (id) => id;
  const rows = keyedList(list, (/** @type {Line} */ line) => `${line.seq} ${line.time}`, row);

  function row() {
    const root = make('li', 'line');
    const time = make('time');
    const who = make('bdi', 'who');
    const what = make('span', 'what');
    const command = make('code', 'command');
    root.append(time, who, what, command);
    return {
      root,
      /** @param {Line} line */
      render(line) {
        const said = auditWords(line);
        root.dataset.kind = line.kind;
        root.dataset.tone = said.tone ?? 'calm';
        time.dateTime = line.time;
        say(time, lineTime(line.time, Date.now()));
        say(who, line.device ? nameOf(line.device) : '');
        say(what, plain(said.text));
        say(command, plain(said.command ?? ''));
      },
    };
  }

  return {
    /** @param {readonly Line[]} lines the newest last @param {number} unreadable @param {(id: string) => string} called */
    render(lines, unreadable, called) {
      nameOf = called;
      empty.hidden = lines.length > 0;
      rows([...lines].reverse());
      say(note, unreadable > 0 ? 'Some lines are no lines of an audit log. “contop-host audit verify” says which.' : '');
    },
    /** @param {string} words why there is nothing */
    fail(words) {
      say(note, words);
    },
  };
}
