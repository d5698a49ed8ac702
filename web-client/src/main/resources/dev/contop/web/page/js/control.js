// The picture under fingers and mouse: what they do there becomes `manual_control` (T60 to T64), or a closer look.

import { buttonChanges } from './buttons.js';
import { pixelAt } from './geometry.js';
import { gestures } from './gesture.js';
import { pointerMoves } from './moves.js';
import { WHOLE, panned, pinched, within } from './zoom.js';

/**
 * @typedef {import('./geometry.js').Point} Point
 * @typedef {import('./gesture.js').Act} Act
 * @typedef {import('./zoom.js').View} View
 */

/** The pointer rests when it did not move for this long. */
const REST_MS = 90;

/**
 * @param {object} parts
 * @param {HTMLElement} parts.stage takes the events; holds the video
 * @param {HTMLVideoElement} parts.video
 * @param {HTMLElement} parts.touched shows where a tap went
 * @param {(action: string, more: Record<string, unknown>) => void} parts.act over the reliable channel
 * @param {(action: string, more: Record<string, unknown>) => boolean} parts.actFast over the lossy one
 * @param {() => void} parts.hint a tap came while control is off
 */
export function pointerControl({ stage, video, touched, act, actFast, hint }) {
  const fingers = gestures();
  const moves = pointerMoves({
    nextFrame: (run) => requestAnimationFrame(run),
    whenAtRest: (run) => {
      const timer = setTimeout(run, REST_MS);
      return () => clearTimeout(timer);
    },
    sendFast: (move) => actFast('mouse_move', { ...move }),
    sendSure: (move) => act('mouse_move', { ...move }),
  });
  let on = false;
  let held = 0;
  let view = WHOLE;
  /** @type {number | undefined} */
  let pressTimer;
  /** @type {Point | null} */
  let lastPan = null;

  /** A place of the picture with the size that the picture has now. @param {Point} at @returns {import('./moves.js').Place | null} */
  const pixel = (at) => {
    const { videoWidth: w, videoHeight: h } = video;
    const place = pixelAt(at, video.getBoundingClientRect(), { width: w, height: h });
    return place && { ...place, w, h };
  };

  /** @param {View} wanted */
  const look = (wanted) => {
    view = wanted;
    video.style.transform = view.scale === 1 ? '' : `translate(${view.x}px, ${view.y}px) scale(${view.scale})`;
  };
  const stageSize = () => ({ width: stage.clientWidth, height: stage.clientHeight });

  /** @param {Point} at */
  const show = (at) => {
    const box = stage.getBoundingClientRect();
    touched.style.left = `${at.x - box.left}px`;
    touched.style.top = `${at.y - box.top}px`;
    touched.classList.remove('shown');
    void touched.offsetWidth;
    touched.classList.add('shown');
  };

  /** @param {Act} gesture */
  const perform = (gesture) => {
    if (gesture.kind === 'pinch') {
      const box = stage.getBoundingClientRect();
      /** @param {[Point, Point]} pair @returns {[Point, Point]} */
      const local = ([a, b]) => [
        { x: a.x - box.left, y: a.y - box.top },
        { x: b.x - box.left, y: b.y - box.top },
      ];
      return look(pinched(view, local(gesture.from), local(gesture.to), stageSize()));
    }
    if (!on) return performOff(gesture);
    const at = pixel(gesture.at);
    if (!at) return;
    switch (gesture.kind) {
      case 'move':
        return moves.to(at);
      case 'press':
        moves.sure(at);
        return act('mouse_down', { button: 'left' });
      case 'release':
        moves.sure(at);
        return act('mouse_up', { button: 'left' });
      case 'click':
        moves.stop();
        show(gesture.at);
        return act('click', { ...at });
      case 'right-click':
        moves.stop();
        show(gesture.at);
        navigator.vibrate?.(12);
        return act('right_click', { ...at });
    }
  };

  /** Without control, one finger shifts a closer look. @param {Exclude<Act, {kind: 'pinch'}>} gesture */
  const performOff = ({ kind, at }) => {
    if (kind === 'click' || kind === 'right-click') return hint();
    if (kind !== 'move') return;
    if (lastPan) look(panned(view, at.x - lastPan.x, at.y - lastPan.y, stageSize()));
    lastPan = at;
  };

  const awaitPress = () => {
    clearTimeout(pressTimer);
    const due = fingers.deadline;
    if (due === null) return;
    const tick = () => fingers.tick(performance.now()).forEach(perform);
    pressTimer = setTimeout(tick, Math.max(0, due - performance.now()) + 1);
  };

  /** @param {PointerEvent} event */
  const mouse = (event) => {
    if (!on) return;
    const at = pixel({ x: event.clientX, y: event.clientY });
    if (!at) return;
    // A button that went down elsewhere on the page is not meant for the computer.
    const buttons = held === 0 && event.type !== 'pointerdown' ? 0 : event.buttons;
    const changes = buttonChanges(held, buttons);
    held = buttons;
    if (changes.length === 0) return moves.to(at);
    moves.sure(at);
    for (const { action, button } of changes) act(action, { button });
  };

  const letGo = () => {
    moves.stop();
    for (const { action, button } of buttonChanges(held, 0)) act(action, { button });
    held = 0;
    clearTimeout(pressTimer);
    fingers.cancel().forEach(perform);
    lastPan = null;
  };

  /** @param {PointerEvent} event @param {(at: Point) => Act[]} touch */
  const handle = (event, touch) => {
    if (event.target instanceof Element && event.target.closest('button, a')) return;
    if (event.pointerType === 'mouse') return mouse(event);
    touch({ x: event.clientX, y: event.clientY }).forEach(perform);
    awaitPress();
  };

  stage.addEventListener('pointerdown', (event) => {
    lastPan = null;
    if (on && event.pointerType === 'mouse') stage.setPointerCapture(event.pointerId);
    if (!on && event.pointerType === 'mouse' && event.button === 0) hint();
    handle(event, (at) => fingers.down(event.pointerId, at, performance.now()));
  });
  stage.addEventListener('pointermove', (event) => handle(event, (at) => fingers.move(event.pointerId, at)));
  stage.addEventListener('pointerup', (event) => {
    handle(event, (at) => fingers.up(event.pointerId, at, performance.now()));
  });
  stage.addEventListener('pointercancel', letGo);
  stage.addEventListener('contextmenu', (event) => on && event.preventDefault());
  window.addEventListener('blur', letGo);
  window.addEventListener('resize', () => look(view.scale === 1 ? WHOLE : within(view, stageSize())));
  document.addEventListener('visibilitychange', () => document.hidden && letGo());

  return {
    /** @param {boolean} wanted */
    enable(wanted) {
      if (!wanted) letGo();
      on = wanted;
    },
    whole: () => look(WHOLE),
  };
}
