import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { load } from './page.js';

const { sharpness } = await load('sharpness.js');

function button() {
  const attributes = new Map();
  return {
    setAttribute: (name, value) => attributes.set(name, value),
    pressed: () => attributes.get('aria-pressed') === 'true',
    addEventListener(_, run) {
      this.click = run;
    },
  };
}

const before = globalThis.document;
beforeEach(() => (globalThis.document = { createElement: button }));
afterEach(() => (globalThis.document = before));

function menu() {
  const asked = [];
  const buttons = [];
  const view = sharpness({ append: (...made) => buttons.push(...made) }, (settings) => asked.push(settings));
  return { asked, buttons, view, pressed: () => buttons.filter((one) => one.pressed()).map((one) => one.textContent) };
}

const inForce = (width, fps) => ({ max_width: width, max_fps: fps, max_width_limit: 1920, max_fps_limit: 30, status: 'success' });

test('shouldAskForWhatIsChosenWithinTheHostsLimits (T77)', () => {
  const { asked, buttons, view } = menu();
  view.take(inForce(1920, 30));

  buttons.forEach((one) => one.click());

  assert.deepEqual(asked, [
    { max_width: 1920, max_fps: 30 },
    { max_width: 1280, max_fps: 20 },
    { max_width: 640, max_fps: 10 },
  ]);
});

test('shouldShowWhatIsInForceAndNotWhatIsWished', () => {
  const { buttons, view, pressed } = menu();
  view.take(inForce(1920, 30));
  assert.deepEqual(pressed(), ['Sharp']);

  buttons[2].click();
  assert.deepEqual(pressed(), ['Sharp']);
  view.take(inForce(640, 10));
  assert.deepEqual(pressed(), ['Small']);
  view.take(inForce(800, 10));
  assert.deepEqual(pressed(), []);
});

test('shouldLearnTheLimitsBeforeItAsksForAnything', () => {
  const { asked, buttons, view } = menu();

  buttons[1].click();
  assert.deepEqual(asked, [{}]);
  view.take(inForce(1920, 30));

  assert.deepEqual(asked, [{}, { max_width: 1280, max_fps: 20 }]);
});

test('shouldWantAStillLikeThePictureThatIsChosen (T74)', () => {
  const { buttons, view } = menu();
  view.take(inForce(1920, 30));

  const wishes = buttons.map((one, index) => {
    one.click();
    const asked = view.still();
    view.take(inForce([1920, 1280, 640][index], [30, 20, 10][index]));
    assert.deepEqual(view.still(), asked, 'the same once it is in force');
    return asked;
  });

  assert.deepEqual(wishes, [
    { quality: 90, max_width: 1920 },
    { quality: 80, max_width: 1280 },
    { quality: 60, max_width: 640 },
  ]);
});

test('shouldWantAStillLikeThePictureThatOthersChose', () => {
  const { buttons, view } = menu();
  assert.deepEqual(view.still(), {}, 'nothing is known yet');
  view.take(inForce(640, 10));
  assert.deepEqual(view.still(), { quality: 60, max_width: 640 });
  view.take(inForce(800, 15));
  assert.deepEqual(view.still(), { max_width: 800 });

  buttons[0].click();
  assert.deepEqual(view.still(), { quality: 90, max_width: 1920 });
  view.take(inForce(800, 15));
  assert.deepEqual(view.still(), { max_width: 800 }, 'what was not done is not wanted any more');
});

test('shouldWantNoStillOfAWidthThatIsNone', () => {
  const { view } = menu();
  view.take({ status: 'success', max_width: 'wide', max_fps: 30, max_width_limit: 1920, max_fps_limit: 30 });
  assert.deepEqual(view.still(), {});
});
