// Puts the dashboard together: one look at the host after another, each shown everywhere at once.

import { askHost, query } from './ask.js';
import { auditView } from './audit-view.js';
import { devicesView, nameOf } from './devices-view.js';
import { byId, say } from './element.js';
import { extras } from './extras.js';
import { pairView } from './pair-view.js';
import { polling } from './polling.js';
import { isBusy, isLive, sessionsView } from './sessions-view.js';
import { dateWords, plain } from './words.js';
import { keyIn, keyInFragment, keyKeeper } from '../shared/key.js';
import { toasts } from '../shared/toast.js';

const LINES = 30;
const GONE = 'The host does not answer. Start it with ./contop-host; this page goes on by itself.';

const root = document.documentElement;
const keeper = keyKeeper(sessionStorage);
const shown = keyInFragment(location.hash);
if (shown !== '') {
  keeper.keep(shown);
  // So that it is not in sight, nor in a bookmark.
  history.replaceState(null, '', location.pathname);
}
const ask = askHost((path, init) => fetch(path, init), () => keeper.kept());
const toast = toasts(byId('toast'));

/** @template T @param {string} id @param {new (...args: any[]) => T} type @returns {T} */
function part(id, type) {
  const found = byId(id);
  if (!(found instanceof type)) throw new Error(`#${id} is something else`);
  return found;
}

/** @param {import('./ask.js').Failed} answer */
const failed = (answer) => (answer.kind === 'refused' ? answer.words : answer.kind === 'gone' ? GONE : 'This page needs its key.');

/** @param {string} method @param {string} path @param {string} done @returns {Promise<boolean>} */
async function change(method, path, done) {
  const answer = await ask.json(method, path);
  const warning = answer.kind === 'done' ? answer.json.warning : undefined;
  toast(answer.kind !== 'done' ? failed(answer) : typeof warning === 'string' ? warning : done);
  await poll.now();
  return answer.kind === 'done';
}

const sessionsShown = sessionsView(
  { list: byId('sessions'), empty: byId('live-empty') },
  {
    stop: (device) => change('POST', query('/api/sessions/stop', { device_id: device }), 'Stopping.'),
    reject: (device, request) => change('POST', query('/api/confirmations/reject', { device_id: device, request_id: request }), 'Rejected.'),
    record: (device, on) =>
      change('POST', query(`/api/recordings/${on ? 'start' : 'stop'}`, { device_id: device }), on ? 'Recording.' : 'Not recorded any more.'),
  },
);
const devicesShown = devicesView({ list: byId('devices'), empty: byId('phones-empty'), title: byId('phones-title') }, (device) =>
  change('DELETE', query('/api/pair', { device_id: device }), 'Revoked. Nothing of it works any more.'),
);
const auditShown = auditView({ list: byId('audit'), empty: byId('activity-empty'), note: byId('activity-note') });
const pairShown = pairView(
  {
    form: part('pair-form', HTMLFormElement),
    name: part('pair-name', HTMLInputElement),
    go: part('pair-go', HTMLButtonElement),
    said: byId('pair-said'),
    panel: byId('code'),
    picture: byId('code-picture'),
    image: part('code-image', HTMLImageElement),
    covered: byId('code-covered'),
    uncover: byId('code-uncover'),
    title: byId('code-title'),
    whom: byId('code-for'),
    left: byId('code-left'),
    copy: byId('code-copy'),
    done: byId('code-done'),
  },
  { ask, failed, toast, changed: () => void poll.now() },
);
const more = extras(byId('extras'), ask);

/** @param {'here'|'gone'|'locked'} state @param {string} words */
function hostIs(state, words) {
  root.dataset.host = state;
  say(byId('host'), words);
  say(byId('gone'), state === 'gone' ? GONE : '');
  byId('locked').hidden = state !== 'locked';
  byId('desk').hidden = state === 'locked';
  // What is shown is old: nothing of it can be acted upon.
  byId('desk').inert = state !== 'here';
}

/** @param {{host: string, port: number, tailscale?: string, fingerprint: string, certificate_expires_at: string}} info */
function showReach(info) {
  const also = info.tailscale ? `, and in Tailscale at ${info.tailscale}` : '';
  say(byId('reach'), `Phones reach this computer at ${info.host}, port ${info.port}${also}.`);
  say(byId('certificate'), `Fingerprint ${info.fingerprint}, until ${dateWords(info.certificate_expires_at, Date.now())}.`);
}

/** What is asked only while somebody is here: measuring costs the host a little. */
async function beside() {
  const [video, recordings] = await Promise.all([ask.json('GET', '/api/statistics'), ask.json('GET', '/api/recordings')]);
  /** @param {import('./ask.js').Answer} answer @param {string} name */
  const byId = (answer, name) => new Map(answer.kind === 'done' ? answer.json[name].map((/** @type {any} */ one) => [one.device_id, one]) : []);
  const [measured, recorded] = [byId(video, 'peers'), byId(recordings, 'devices')];
  return { video: (/** @type {string} */ id) => measured.get(id), recorded: (/** @type {string} */ id) => recorded.get(id) };
}

/** @returns {Promise<'busy'|'calm'|'gone'|'stop'>} */
async function round() {
  const [sessions, devices, audit, info] = await Promise.all([
    ask.json('GET', '/api/sessions'),
    ask.json('GET', '/api/devices'),
    ask.json('GET', query('/api/audit', { last: String(LINES) })),
    ask.json('GET', '/api/connection-info'),
  ]);
  if ([sessions, devices, audit, info].some((answer) => answer.kind === 'key')) {
    if (keeper.kept() !== '') say(byId('unlock-said'), 'That key is not the one of the host that runs now.');
    keeper.forget();
    hostIs('locked', 'Locked');
    byId('key').focus();
    return 'stop';
  }
  if (sessions.kind !== 'done' || devices.kind !== 'done') {
    const problem = sessions.kind !== 'done' ? sessions : devices;
    hostIs('gone', 'No answer');
    if (problem.kind === 'refused') say(byId('gone'), problem.words);
    return 'gone';
  }
  /** @type {import('./devices-view.js').Device[]} */
  const paired = devices.json.devices;
  /** @type {import('./sessions-view.js').Session[]} */
  const open = sessions.json.sessions;
  const byDevice = new Map(paired.map((device) => [device.device_id, device]));
  /** @param {string} id */
  const called = (id) => nameOf(byDevice.get(id) ?? { device_id: plain(id) });
  const live = open.filter(isLive).length;
  hostIs('here', live === 0 ? 'Running, nobody connected' : `Running, ${live === 1 ? 'one phone' : `${live} phones`} here`);
  sessionsShown.render(open, (id) => byDevice.get(id), called, live > 0 ? await beside() : undefined);
  devicesShown.render(paired);
  pairShown.render(paired, open);
  if (audit.kind === 'done') auditShown.render(audit.json.lines, audit.json.unreadable, called);
  else auditShown.fail(failed(audit));
  if (info.kind === 'done') showReach(info.json);
  await more.refresh();
  return open.some(isBusy) ? 'busy' : 'calm';
}

const poll = polling({
  round,
  visible: () => document.visibilityState === 'visible',
  after: (action, ms) => setTimeout(action, ms),
  cancel: (timer) => clearTimeout(timer),
});
document.addEventListener('visibilitychange', () => void poll.seen());
part('unlock', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  const field = part('key', HTMLInputElement);
  const key = keyIn(field.value);
  field.value = '';
  if (key === '') say(byId('unlock-said'), 'That is no key. It is the whole line of the file, or what follows “Bearer”.');
  else {
    keeper.keep(key);
    say(byId('unlock-said'), '');
    void poll.now();
  }
});
void poll.now();
