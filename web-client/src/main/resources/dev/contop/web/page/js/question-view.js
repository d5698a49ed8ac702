// The computer's question as a card over the page. Its text comes from elsewhere, so it is set as text alone.

import { isPending } from './questions.js';
import { clockWords, questionWords } from './words.js';

/** A tap that was meant for what lay there a moment ago must not approve anything. */
const ARMED_AFTER_MS = 600;
/** How long an end is shown before the card leaves by itself. */
const LINGER_MS = { approved: 1600, rejected: 2600, expired: 8000, gone: 8000, moved: 8000 };

/**
 * @param {object} parts
 * @param {HTMLElement} parts.card
 * @param {HTMLElement} parts.title
 * @param {HTMLElement} parts.command
 * @param {HTMLElement} parts.reason
 * @param {HTMLElement} parts.left
 * @param {HTMLElement} parts.bar
 * @param {HTMLElement} parts.status
 * @param {HTMLButtonElement} parts.approve
 * @param {HTMLButtonElement} parts.reject
 * @param {HTMLButtonElement} parts.dismiss
 * @param {ReturnType<typeof import('./questions.js').questionBook>} book
 * @param {(id: string, yes: boolean) => void} answer
 * @param {() => boolean} [mayAnswer] whoever only watches sees the question and no buttons
 */
export function questionView(parts, book, answer, mayAnswer = () => true) {
  const { card, title, command, reason, left, bar, status, approve, reject, dismiss } = parts;
  let shown = '';
  let seen = '';
  let armed = false;
  /** @type {number | undefined} */
  let arming;
  /** @type {number | undefined} */
  let leaving;
  /** @type {number | undefined} */
  let ticking;

  /** Each end is shown once. @param {import('./questions.js').Question} question */
  const key = (question) => `${question.id} ${isPending(question) ? '' : question.state}`;

  const close = () => {
    clearTimeout(leaving);
    clearTimeout(arming);
    clearInterval(ticking);
    leaving = ticking = undefined;
    shown = '';
    card.hidden = true;
  };

  /** @param {import('./questions.js').Question} question */
  const arm = (question) => {
    shown = question.id;
    armed = false;
    clearTimeout(arming);
    arming = setTimeout(() => {
      armed = true;
      render();
    }, ARMED_AFTER_MS);
    ticking ??= setInterval(render, 250);
    card.hidden = false;
    // To the card and not to a button: a key that is being pressed answers nothing.
    card.focus({ preventScroll: true });
  };

  /** @param {import('./questions.js').Question} question */
  const linger = (question) => {
    if (leaving !== undefined) return;
    clearInterval(ticking);
    ticking = undefined;
    const { state } = question;
    if (state === 'open' || state === 'sent') return;
    leaving = setTimeout(() => {
      seen = key(question);
      render();
    }, LINGER_MS[state]);
  };

  function render() {
    const question = book.current();
    if (!question || seen === key(question) || (!isPending(question) && shown !== question.id)) {
      if (shown !== '') close();
      return;
    }
    if (shown !== question.id || (isPending(question) && leaving !== undefined)) {
      close();
      arm(question);
    }
    const remaining = book.left(question);
    const open = question.state === 'open' && remaining > 0;
    const words = questionWords(question, remaining);
    card.dataset.state = question.state;
    set(title, words.title);
    set(command, question.command);
    set(reason, isPending(question) ? question.reason : '');
    set(left, isPending(question) ? clockWords(remaining) : '');
    bar.style.setProperty('--left', String(remaining / question.span));
    set(status, words.status);
    approve.disabled = reject.disabled = !open || !armed;
    approve.hidden = reject.hidden = !isPending(question) || !mayAnswer();
    dismiss.hidden = isPending(question) || question.state === 'approved';
    if (!isPending(question)) linger(question);
  }

  approve.addEventListener('click', () => answer(shown, true));
  reject.addEventListener('click', () => answer(shown, false));
  dismiss.addEventListener('click', () => {
    const question = book.current();
    if (question) seen = key(question);
    render();
  });
  return { render };
}

/** Sets text only when it differs, so that screen readers are left in peace. @param {HTMLElement} at @param {string} text */
function set(at, text) {
  if (at.textContent !== text) at.textContent = text;
  at.hidden = text === '';
}
