// Lists the recordings and the phones, again and again, and plays what is chosen.

import { askHost, ownersKey } from './ask.js';
import { player } from './player.js';

const LOOK_MS = 1500;

/** @template {HTMLElement} T @param {string} id @param {new () => T} kind @returns {T} */
function byId(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page lacks #${id}`);
  return found;
}

/**
 * @typedef {{name: string, captions: string, device: string, began_at: string, bytes: number, running: boolean}} Kept
 * @typedef {{device_id: string, wanted: boolean, running: boolean, failure?: string}} Standing
 */

const ask = askHost(ownersKey(sessionStorage, location.hash));
if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search);

const said = byId('said', HTMLElement);
const list = byId('kept', HTMLElement);
const phones = byId('phones', HTMLElement);
const title = byId('title', HTMLElement);
/** @type {Kept[]} */
let kept = [];
let chosen = '';
let shown = '';

const screen = player({
  video: byId('video', HTMLVideoElement),
  cues: byId('cues', HTMLElement),
  trouble: byId('trouble', HTMLElement),
  now: byId('now', HTMLElement),
  ask,
  isRunning: (name) => kept.some((one) => one.name === name && one.running),
});

/** @param {Kept} recording */
function choose(recording) {
  chosen = recording.name;
  byId('player', HTMLElement).hidden = false;
  title.textContent = `${recording.device}, ${began(recording)}`;
  screen.open(recording);
  render();
}

/** @param {Kept} recording */
function began(recording) {
  return new Date(recording.began_at).toLocaleString();
}

/** @param {number} bytes */
function size(bytes) {
  return bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** @param {string} text @param {string} [style] */
function line(text, style = '') {
  const span = document.createElement('span');
  span.textContent = text;
  span.className = style;
  return span;
}

function render() {
  byId('none', HTMLElement).hidden = kept.length > 0;
  list.replaceChildren(
    ...kept.map((recording) => {
      const item = document.createElement('li');
      const button = document.createElement('button');
      button.type = 'button';
      button.dataset.name = recording.name;
      button.setAttribute('aria-pressed', String(recording.name === chosen));
      button.append(line(`${recording.device}, ${began(recording)}`), line(size(recording.bytes), 'facts'));
      if (recording.running) button.append(line('Recording now', 'live'));
      button.addEventListener('click', () => choose(recording));
      item.append(button);
      return item;
    }),
  );
}

/** @param {{device_id: string, name?: string, connected: boolean}[]} paired @param {Standing[]} standings */
function renderPhones(paired, standings) {
  phones.replaceChildren(
    ...paired.map((phone) => {
      const standing = standings.find((one) => one.device_id === phone.device_id);
      const item = document.createElement('li');
      const words = document.createElement('div');
      words.append(line(phone.name ?? phone.device_id));
      if (standing?.running) words.append(line('Is being recorded', 'facts live'));
      else if (standing?.failure) words.append(line(standing.failure, 'facts live'));
      else if (standing?.wanted) words.append(line('Will be recorded when it connects', 'facts'));
      const button = document.createElement('button');
      button.type = 'button';
      button.dataset.device = phone.device_id;
      button.textContent = standing?.wanted ? 'Stop recording' : 'Record';
      button.addEventListener('click', () => void change(phone.device_id, !standing?.wanted));
      item.append(words, button);
      return item;
    }),
  );
}

/** @param {string} device @param {boolean} wanted */
async function change(device, wanted) {
  try {
    await ask.json(`/api/recordings/${wanted ? 'start' : 'stop'}?${new URLSearchParams({ device_id: device })}`, 'POST');
    await look();
  } catch (error) {
    said.textContent = words(error);
  }
}

/** @param {unknown} error */
function words(error) {
  return error instanceof Error && !(error instanceof TypeError) && error.message !== '' ? error.message : 'The host does not answer.';
}

async function look() {
  const [{ recordings, devices }, paired] = await Promise.all([ask.json('/api/recordings'), ask.json('/api/devices')]);
  kept = recordings;
  const seen = JSON.stringify([recordings, devices, paired.devices]);
  // Buttons are not taken from under a finger, nor the focus from a keyboard, when nothing changed.
  if (seen !== shown) {
    shown = seen;
    const held = document.activeElement instanceof HTMLElement ? { ...document.activeElement.dataset } : {};
    render();
    renderPhones(paired.devices, devices);
    const again = held.name ? `[data-name="${held.name}"]` : held.device ? `[data-device="${CSS.escape(held.device)}"]` : '';
    const button = again === '' ? null : document.querySelector(again);
    if (button instanceof HTMLElement) button.focus();
  }
  said.textContent = kept.some((one) => one.running) ? 'A phone is being recorded.' : 'Nothing is being recorded.';
}

async function follow() {
  for (;;) {
    try {
      await look();
    } catch (error) {
      said.textContent = words(error);
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

void follow();
