// Pairing: a small form, then the code for it until it was used, hidden, or has been there for long enough.

import { query } from './ask.js';
import { codeStands, isWatched } from './code.js';
import { say } from './element.js';
import { dateWords, leftWords, plain } from './words.js';

/**
 * @param {object} parts
 * @param {HTMLFormElement} parts.form
 * @param {HTMLInputElement} parts.name
 * @param {HTMLButtonElement} parts.go
 * @param {HTMLElement} parts.said
 * @param {HTMLElement} parts.panel
 * @param {HTMLElement} parts.picture
 * @param {HTMLImageElement} parts.image
 * @param {HTMLElement} parts.covered
 * @param {HTMLElement} parts.uncover
 * @param {HTMLElement} parts.title
 * @param {HTMLElement} parts.whom
 * @param {HTMLElement} parts.left
 * @param {HTMLElement} parts.copy
 * @param {HTMLElement} parts.done
 * @param {object} means
 * @param {ReturnType<typeof import('./ask.js').askHost>} means.ask
 * @param {(answer: import('./ask.js').Failed) => string} means.failed says in words what went wrong
 * @param {(text: string) => void} means.toast
 * @param {() => void} means.changed
 */
export function pairView(parts, { ask, failed, toast, changed }) {
  const { form, name, go, said, panel, picture, image, covered, uncover, title, whom, left, copy, done } = parts;
  /** @type {import('./code.js').Code | undefined} */
  let code;
  let uncovered = false;

  /** @param {string} words why it is gone, if that is worth saying */
  const hide = (words) => {
    code = undefined;
    uncovered = false;
    URL.revokeObjectURL(image.src);
    image.removeAttribute('src');
    panel.hidden = true;
    form.hidden = false;
    say(said, words);
  };

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const chosen = new FormData(form);
    const role = chosen.get('role') === 'view' ? 'view' : 'control';
    const kind = chosen.get('kind') === 'temp' ? 'temp' : 'permanent';
    const called = name.value.trim();
    go.disabled = true;
    say(said, '');
    const answer = await ask.picture('POST', query('/api/pair', { form: 'link', connection_type: kind, role, name: called }));
    go.disabled = false;
    if (answer.kind !== 'done') {
      say(said, failed(answer));
      return;
    }
    code = {
      device: answer.header('x-pairing-device-id'),
      link: answer.header('x-pairing-link'),
      expiresAt: answer.header('x-pairing-expires-at'),
      role,
      name: called,
      shownAt: Date.now(),
      listed: false,
    };
    image.src = URL.createObjectURL(answer.blob);
    name.value = '';
    form.hidden = true;
    panel.hidden = false;
    // Until it is known that no phone would see it.
    picture.hidden = covered.hidden = true;
    title.focus();
    changed();
  });
  uncover.addEventListener('click', () => {
    uncovered = true;
    changed();
  });
  done.addEventListener('click', () => {
    hide('The code still holds. Revoke the phone below to end it.');
    go.focus();
  });
  copy.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(code?.link ?? '');
      toast('The link is in the clipboard.');
    } catch {
      toast('This browser does not let the page copy.');
    }
  });

  return {
    /** @param {readonly import('./devices-view.js').Device[]} devices @param {readonly import('./sessions-view.js').Session[]} sessions */
    render(devices, sessions) {
      if (!code) return;
      const now = Date.now();
      const stands = codeStands(code, devices, now);
      if (stands !== 'waits') {
        hide(stands === 'used' ? 'Paired. The phone has used its code.' : 'That code is not shown any more.');
        return;
      }
      const cover = isWatched(sessions) && !uncovered;
      picture.hidden = cover;
      covered.hidden = !cover;
      say(title, cover ? 'The code is ready' : 'Scan this with the phone’s camera');
      const may = code.role === 'view' ? 'which may only watch' : 'which may see and drive';
      say(whom, code.name === '' ? `For one phone, ${may}.` : `For “${plain(code.name)}”, ${may}.`);
      say(left, `Good until ${dateWords(code.expiresAt, now)}, for another ${leftWords(Date.parse(code.expiresAt) - now)}.`);
    },
  };
}
