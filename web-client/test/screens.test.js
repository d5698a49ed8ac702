import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { load } from './page.js';

const { screensView } = await load('screens.js');

function button() {
  return {
    dataset: {},
    attributes: {},
    setAttribute(name, value) {
      this.attributes[name] = value;
    },
    addEventListener(_, run) {
      this.click = run;
    },
  };
}

const before = globalThis.document;
beforeEach(() => (globalThis.document = { createElement: button }));
afterEach(() => (globalThis.document = before));

function stage() {
  const asked = [];
  const place = {
    hidden: false,
    children: [],
    replaceChildren(...made) {
      this.children = made;
    },
  };
  return { asked, place, view: screensView(place, (type, payload) => asked.push([type, payload])) };
}

const LEFT = { id: 'L', name: 'L', width: 960, height: 720, primary: true };
const RIGHT = { id: 'R', name: 'R', width: 320, height: 720, primary: false };

test('shouldOfferEachMonitorAndAllOfThem (T76)', () => {
  const { asked, place, view } = stage();

  view.look();
  view.take({ screens: [LEFT, RIGHT], selected: 'R' });
  place.children[1].click();

  assert.equal(place.hidden, false);
  assert.deepEqual(place.children.map((one) => one.textContent), ['All screens', 'L · 960×720', 'R · 320×720']);
  assert.deepEqual(place.children.map((one) => one.attributes['aria-pressed']), ['false', 'false', 'true']);
  assert.deepEqual(asked, [
    ['screens', {}],
    ['select_screen', { id: 'L' }],
  ]);
});

test('shouldOfferNothingWhereThereIsOneMonitor', () => {
  const { place, view } = stage();
  for (const screens of [[LEFT], [], undefined, 'two', [LEFT, null], [LEFT, { id: 7, name: 'R' }]]) {
    view.take({ screens, selected: 'all' });
    assert.equal(place.hidden, true);
    assert.equal(place.children.length, 0);
  }
});
