// Puts the parts together: link → connection → picture, pointer and commands.

import { connect } from './connection.js';
import { pointerControl } from './control.js';
import { deviceName } from './device-name.js';
import { linkKeeper } from './keep.js';
import { figuresView } from './figures.js';
import { fillKeyRow } from './keys.js';
import { isGoing, isLive, next } from './lifecycle.js';
import { readLink } from './link.js';
import { firstPicture } from './picture.js';
import { binding } from './proof.js';
import { questionView } from './question-view.js';
import { questionBook } from './questions.js';
import { recordedView } from './recorded.js';
import { roleView } from './role.js';
import { runLog } from './run-log.js';
import { runsView } from './runs-view.js';
import { screensView } from './screens.js';
import { seenMessages } from './seen.js';
import { sharpness } from './sharpness.js';
import { stateView } from './state-view.js';
import { connectionStats } from './stats.js';
import { stillView } from './still.js';
import { followViewport } from './viewport.js';
import { MISSED } from './words.js';
import { toasts } from '../shared/toast.js';

/** @template {HTMLElement} T @param {string} id @param {new () => T} kind @returns {T} */
function byId(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page lacks #${id}`);
  return found;
}

/** What says in words why something was not done. */
const ANSWERS = new Set(['manual_control_result', 'video_settings', 'screens']);

const root = document.documentElement;
const screen = byId('screen', HTMLVideoElement);
const stage = byId('stage', HTMLElement);
const manual = byId('manual', HTMLButtonElement);
const enlarge = byId('enlarge', HTMLButtonElement);
const command = byId('command', HTMLInputElement);
const send = byId('send', HTMLButtonElement);
const reconnect = byId('reconnect', HTMLButtonElement);
const menu = byId('menu', HTMLDetailsElement);
const leave = byId('leave', HTMLButtonElement);
const keyRow = byId('keys', HTMLElement);
const takeStill = byId('take-still', HTMLButtonElement);

const keeper = linkKeeper(sessionStorage);
const role = roleView({
  root,
  badge: byId('view-only', HTMLElement),
  acting: [manual, byId('ask', HTMLElement), byId('begin', HTMLElement)],
});
const log = runLog();
const seen = seenMessages();
const toast = toasts(byId('toast', HTMLElement));
const recorded = recordedView(byId('recorded', HTMLElement), toast);
const cards = runsView(byId('runs', HTMLElement), byId('log', HTMLElement), stopRun);
const questions = questionBook(() => performance.now());
const question = questionView(
  {
    card: byId('question', HTMLElement),
    title: byId('question-title', HTMLElement),
    command: byId('question-command', HTMLElement),
    reason: byId('question-reason', HTMLElement),
    left: byId('question-left', HTMLElement),
    bar: byId('question-bar', HTMLElement),
    status: byId('question-status', HTMLElement),
    approve: byId('approve', HTMLButtonElement),
    reject: byId('reject', HTMLButtonElement),
    dismiss: byId('dismiss', HTMLButtonElement),
  },
  questions,
  answerQuestion,
  () => !role.viewOnly(),
);
const still = stillView({
  card: byId('still', HTMLElement),
  image: byId('still-image', HTMLImageElement),
  save: byId('still-save', HTMLAnchorElement),
  close: byId('still-close', HTMLButtonElement),
});
const video = sharpness(byId('video', HTMLElement), (settings) => void connection?.send('video_settings', settings));
const figures = figuresView(
  byId('figures', HTMLElement),
  byId('show-figures', HTMLButtonElement),
  (enabled) => void connection?.send('stats', { enabled }),
);
const screens = screensView(byId('screens', HTMLElement), (type, payload) => void connection?.send(type, payload));
const states = stateView({
  root,
  state: byId('state', HTMLElement),
  notice: byId('notice', HTMLElement),
  title: byId('notice-title', HTMLElement),
  detail: byId('notice-detail', HTMLElement),
  reconnect,
});

/** @type {import('./lifecycle.js').Life} */
let life = next({ phase: 'connecting', cause: '', said: '', wasLive: false, overtaken: false }, { kind: 'start' });
/** @type {import('./connection.js').Connection | null} */
let connection = null;
let hasPicture = false;
let controlling = false;
let drawing = false;

const control = pointerControl({
  stage,
  video: screen,
  touched: byId('touched', HTMLElement),
  act: (action, more) => void connection?.send('manual_control', { action, ...more }),
  actFast: (action, more) => connection?.sendFast('manual_control', { action, ...more }) ?? true,
  hint: () => isLive(life) && toast(role.viewOnly() ? 'This phone may only watch.' : 'Turn on Control to use the pointer.'),
});

/** Tries the computer once, with the link that this tab keeps. */
function start() {
  connection?.close();
  connection = null;
  hasPicture = false;
  showLost({});
  screen.srcObject = null;
  recorded.reset();
  control.whole();
  const reading = readLink(keeper.kept(), Date.now());
  if (!reading.ok) return become({ kind: 'unlinked', cause: reading.reason });
  const { link } = reading;
  byId('host', HTMLElement).textContent = link.host;
  become({ kind: 'start' });
  if (typeof RTCPeerConnection === 'undefined') return become({ kind: 'unsupported' });
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  connection = connect(
    {
      url: `${scheme}://${location.host}/ws/signaling?device=${encodeURIComponent(link.deviceId)}`,
      fingerprint: link.fingerprint,
      binding: binding(link),
      lifetime: link.lifetime,
      deviceName: deviceName(navigator.userAgent),
      seen,
    },
    { fact: become, envelope: take, picture: showPicture, mark: (name) => performance.mark(`contop:${name}`) },
  );
}

/** @param {import('./lifecycle.js').Fact} fact */
function become(fact) {
  const before = life;
  life = next(life, fact);
  if (fact.kind === 'opened') figures.connected();
  if (fact.kind === 'host-left' && fact.cause !== 'replaced') seen.forget();
  if (!isGoing(life)) {
    connection?.close();
    connection = null;
    setControl(false);
    recorded.reset();
    if (isGoing(before)) log.end(life.phase === 'replaced' ? 'moved' : 'lost');
    if (life.phase === 'replaced') questions.drop('Answer it where this was continued.', 'moved');
    else questions.drop('The connection was lost, so it is not run.');
  }
  render();
}

/** @param {MediaStream} stream */
function showPicture(stream) {
  firstPicture(screen, stream, {
    shown: () => {
      performance.mark('contop:first-frame');
      hasPicture = true;
      render();
    },
    sized: (width, height) => stage.style.setProperty('--aspect', `${width} / ${height}`),
    blocked: () => toast('Tap the picture to start it.'),
  });
}

/** @param {import('./envelope.js').Envelope} envelope */
function take({ type, payload }) {
  if (type === 'state_update') role.take(payload);
  if (type === 'screens') screens.take(payload);
  if (type === 'screen_status') showLost(payload);
  if (type === 'stats') return figures.take(payload);
  if (type === 'video_settings') video.take(payload);
  if (type === 'frame') return void still.show(payload);
  if (type === 'recording') recorded.take(payload);
  if (questions.take(type, payload)) return question.render();
  if (log.take(type, payload)) return draw();
  const message = typeof payload.message === 'string' ? payload.message.slice(0, 300) : '';
  if (type === 'error') {
    toast(message || 'The computer did not accept that.');
    // Control that could not be written down did not begin (T55).
    if (payload.code === 'audit_unavailable' && controlling) {
      setControl(false);
      render();
    }
  }
  if (ANSWERS.has(type) && payload.status === 'error') toast(message || 'That could not be done.');
  if (type === 'agent_status' && payload.type === 'messages_dropped') toast(MISSED);
  if (type === 'resume_gap' && seen.gap(payload)) toast(MISSED);
}

/** Says over the picture why it stands still. @param {Record<string, unknown>} payload of a `screen_status` */
function showLost({ available, message }) {
  const place = byId('screen-lost', HTMLElement);
  place.hidden = available !== false;
  place.textContent = place.hidden ? '' : `The computer's screen cannot be read. ${String(message ?? '').slice(0, 300)}`;
}

/** @param {boolean} wanted */
function setControl(wanted) {
  if (wanted === controlling) return;
  if (!wanted) control.enable(false);
  connection?.send('set_manual_mode', { enabled: wanted });
  if (wanted) control.enable(true);
  controlling = wanted;
}

/** @param {string} id @param {boolean} yes */
function answerQuestion(id, yes) {
  const payload = questions.answer(id, yes);
  if (payload && !connection?.send('agent_confirmation_response', payload)) questions.unsent(id);
  question.render();
}

function stopRun() {
  if (log.stop()) connection?.send('execution_stop');
  draw();
}

function sendCommand() {
  const text = command.value.trim();
  if (text === '' || !connection?.send('user_intent', { text })) return;
  log.ask(text);
  command.value = '';
  render();
}

/** Draws the cards with the next frame, however many messages come until then. */
function draw() {
  if (drawing) return;
  drawing = true;
  requestAnimationFrame(() => {
    drawing = false;
    root.dataset.runs = log.runs.length === 0 ? 'none' : 'some';
    cards.render(log.runs);
  });
}

function render() {
  states.render(life, hasPicture);
  const live = isLive(life);
  manual.disabled = !live;
  takeStill.disabled = !live;
  manual.setAttribute('aria-pressed', String(controlling));
  root.dataset.control = controlling ? 'on' : 'off';
  keyRow.hidden = !controlling;
  send.disabled = !live || command.value.trim() === '';
  leave.hidden = !isGoing(life);
  question.render();
  draw();
}

/** A goodbye on purpose; the connection closes by itself once it was said. */
function sayGoodbye() {
  menu.open = false;
  const left = connection;
  connection = null;
  left?.leave();
}

/** Takes the link out of the address bar: whoever sees the screen, or its history, should not see the secret. */
function takeLink() {
  if (location.hash.length <= 1) return;
  if (location.hash !== keeper.kept()) seen.forget();
  keeper.keep(location.hash);
  history.replaceState(null, '', location.pathname + location.search);
}

fillKeyRow(keyRow, (keys) => void connection?.send('manual_control', { action: 'key_combo', keys }));
followViewport(root);
reconnect.addEventListener('click', start);
manual.addEventListener('click', () => {
  setControl(!controlling);
  render();
});
enlarge.addEventListener('click', () => {
  const large = root.dataset.view !== 'picture';
  root.dataset.view = large ? 'picture' : 'all';
  enlarge.setAttribute('aria-pressed', String(large));
  control.whole();
});
byId('ask', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  sendCommand();
});
command.addEventListener('input', render);
byId('ideas', HTMLElement).addEventListener('click', ({ target }) => {
  if (!(target instanceof HTMLButtonElement)) return;
  command.value = target.textContent ?? '';
  command.focus();
  render();
});
menu.addEventListener('toggle', () => {
  if (!menu.open) return;
  video.look();
  screens.look();
});
byId('show-figures', HTMLButtonElement).addEventListener('click', () => {
  menu.open = false;
});
takeStill.addEventListener('click', () => {
  menu.open = false;
  connection?.send('observe_screen', video.still());
});
leave.addEventListener('click', sayGoodbye);
byId('forget', HTMLButtonElement).addEventListener('click', () => {
  sayGoodbye();
  keeper.forget();
  seen.forget();
  become({ kind: 'unlinked', cause: 'absent' });
});
document.addEventListener('pointerdown', ({ target }) => {
  if (target instanceof Node && !menu.contains(target)) menu.open = false;
});
document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  menu.open = false;
  still.hide();
});
window.addEventListener('hashchange', () => {
  takeLink();
  start();
});

Object.defineProperty(window, 'contop', {
  value: Object.freeze({
    stats: async () => (connection ? connectionStats(connection.peer, screen) : null),
    state: () => ({ phase: life.phase, cause: life.cause, controlling, hasPicture }),
  }),
});

takeLink();
start();
