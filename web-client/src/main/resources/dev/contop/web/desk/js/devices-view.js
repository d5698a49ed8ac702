// The phones that are paired, and how each is sent away.

import { keyedList, make, say } from './element.js';
import { agoWords, dateWords, leftWords, linkWords, pathWords, plain, roleWords } from './words.js';

/**
 * @typedef {object} Device as `GET /api/devices` tells of it
 * @property {string} device_id
 * @property {string} [name]
 * @property {'control'|'view'} role
 * @property {'permanent'|'temp'} connection_type
 * @property {string} expires_at
 * @property {boolean} connected
 * @property {string} [path]
 * @property {string} [address]
 * @property {string} [last_seen]
 * @property {string} [location]
 */

/** @param {Pick<Device, 'name'|'device_id'>} device */
export const nameOf = (device) => plain(device.name || device.device_id);

/** @param {Device} device @param {number} now */
export function presenceWords(device, now) {
  const way = [pathWords(device.path), device.address ? `from ${plain(device.address)}` : ''].filter((part) => part !== '').join(' ');
  if (device.connected) return way === '' ? 'Connected' : `Connected ${way}`;
  if (!device.last_seen) return 'Not used yet';
  const seen = `Seen ${agoWords(now - Date.parse(device.last_seen))}`;
  return way === '' ? seen : `${seen}, ${way}`;
}

/** @param {Device} device @param {number} now */
export function validityWords(device, now) {
  const left = Date.parse(device.expires_at) - now;
  const kind = device.connection_type === 'temp' ? 'Temporary' : 'Permanent';
  return `${kind}, for another ${leftWords(left)} (until ${dateWords(device.expires_at, now)})`;
}

/**
 * @param {object} parts
 * @param {HTMLElement} parts.list
 * @param {HTMLElement} parts.empty
 * @param {HTMLElement} parts.title
 * @param {(device: string) => Promise<boolean>} revoke answers whether it is gone
 */
export function devicesView({ list, empty, title }, revoke) {
  const rows = keyedList(list, (/** @type {Device} */ device) => device.device_id, row);

  /** @param {Device} device */
  function row({ device_id: id }) {
    const root = make('li', 'device');
    root.dataset.device = id;
    const name = make('bdi', 'name');
    const badge = make('span', 'badge');
    const presence = make('p', 'presence');
    const facts = make('p', 'quiet');
    const place = make('p', 'quiet');
    const ask = make('button', 'danger', 'Revoke');
    ask.type = 'button';
    const sure = make('div', 'sure');
    const question = make('p');
    const keep = make('button', '', 'Keep it');
    keep.type = 'button';
    const go = make('button', 'danger full', 'Revoke it');
    go.type = 'button';
    sure.hidden = true;
    sure.setAttribute('role', 'group');
    const answers = make('div', 'beside');
    answers.append(keep, go);
    sure.append(question, answers);
    const head = make('div', 'head');
    head.append(name, badge, ask);
    root.append(head, presence, facts, place, sure);

    const decided = () => {
      sure.hidden = true;
      ask.hidden = false;
    };
    ask.addEventListener('click', () => {
      sure.hidden = false;
      ask.hidden = true;
      keep.focus();
    });
    keep.addEventListener('click', () => {
      decided();
      ask.focus();
    });
    sure.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') keep.click();
    });
    go.addEventListener('click', async () => {
      go.disabled = keep.disabled = true;
      const gone = await revoke(id);
      go.disabled = keep.disabled = false;
      decided();
      // Its row leaves, and the focus with it.
      (gone ? title : ask).focus();
    });

    return {
      root,
      /** @param {Device} device */
      render(device) {
        const now = Date.now();
        const called = nameOf(device);
        root.dataset.connected = String(device.connected);
        root.dataset.tone = device.connected ? linkWords('connected').tone : 'calm';
        say(name, called);
        say(badge, roleWords(device.role));
        say(presence, presenceWords(device, now));
        say(facts, validityWords(device, now));
        say(place, device.location ? `Says that it is in ${plain(device.location)}` : '');
        say(question, `Revoke “${called}”? It is disconnected at once, what it runs is ended, and it has to be paired again.`);
        ask.setAttribute('aria-label', `Revoke ${called}`);
        sure.setAttribute('aria-label', `Revoke ${called}?`);
      },
    };
  }

  return {
    /** @param {readonly Device[]} devices */
    render(devices) {
      empty.hidden = devices.length > 0;
      // The newest pairing first.
      rows([...devices].reverse());
    },
  };
}
