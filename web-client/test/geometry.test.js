import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load, seeded } from './page.js';

const { pictureBox, pixelAt } = await load('geometry.js');
const { WHOLE, pinched, panned } = await load('zoom.js');

const HD = { width: 1280, height: 720 };
const box = (left, top, width, height) => ({ left, top, width, height });

test('shouldLeaveBarsAboveAndBelowOrBesideThePicture', () => {
  assert.deepEqual(pictureBox(box(0, 0, 640, 640), HD), box(0, 140, 640, 360));
  assert.deepEqual(pictureBox(box(10, 20, 1000, 360), HD), box(190, 20, 640, 360));
});

test('shouldGiveThePixelUnderThePoint (T61)', () => {
  const at = (x, y) => pixelAt({ x, y }, box(0, 50, 390, 800), HD);
  const shown = pictureBox(box(0, 50, 390, 800), HD);
  assert.deepEqual(at(0, shown.top), { x: 0, y: 0 });
  assert.deepEqual(at(195, shown.top + shown.height / 2), { x: 640, y: 360 });
  assert.deepEqual(at(389.9, shown.top + shown.height - 0.1), { x: 1279, y: 719 });
});

test('shouldClampPointsBesideThePicture (T62)', () => {
  const frame = box(100, 100, 640, 640);
  assert.deepEqual(pixelAt({ x: -1e9, y: -1e9 }, frame, HD), { x: 0, y: 0 });
  assert.deepEqual(pixelAt({ x: 1e9, y: 1e9 }, frame, HD), { x: 1279, y: 719 });
  assert.deepEqual(pixelAt({ x: 420, y: 101 }, frame, HD), { x: 640, y: 0 });
});

test('shouldGiveNothingWithoutAPicture', () => {
  const point = { x: 1, y: 1 };
  assert.equal(pixelAt(point, box(0, 0, 0, 0), HD), null);
  assert.equal(pixelAt(point, box(0, 0, 10, 10), { width: 0, height: 0 }), null);
  assert.equal(pixelAt({ x: NaN, y: 1 }, box(0, 0, 10, 10), HD), null);
  assert.equal(pixelAt(point, box(0, 0, Infinity, 10), HD), null);
});

test('shouldAlwaysGiveAPixelOfThePicture', () => {
  const random = seeded(2);
  for (let round = 0; round < 2000; round++) {
    const size = { width: 1 + Math.floor(random() * 4000), height: 1 + Math.floor(random() * 3000) };
    const frame = box(random() * 100 - 50, random() * 100 - 50, 1 + random() * 2000, 1 + random() * 2000);
    const { x, y } = pixelAt({ x: random() * 3000 - 500, y: random() * 3000 - 500 }, frame, size);
    assert.ok(Number.isInteger(x) && x >= 0 && x < size.width, `${x} of ${size.width}`);
    assert.ok(Number.isInteger(y) && y >= 0 && y < size.height, `${y} of ${size.height}`);
  }
});

test('shouldZoomAroundWhatIsBetweenTheFingers', () => {
  const stage = { width: 400, height: 200 };
  const from = [{ x: 150, y: 100 }, { x: 250, y: 100 }];
  const to = [{ x: 100, y: 100 }, { x: 300, y: 100 }];
  assert.deepEqual(pinched(WHOLE, from, to, stage), { scale: 2, x: -200, y: -100 });
});

test('shouldNeverShowAnythingBesideThePictureNorLeaveTheBounds', () => {
  const random = seeded(3);
  const stage = { width: 390, height: 220 };
  const point = () => ({ x: random() * 390, y: random() * 220 });
  let view = WHOLE;
  for (let round = 0; round < 2000; round++) {
    view = random() < 0.7 ? pinched(view, [point(), point()], [point(), point()], stage) : panned(view, random() * 99, -random() * 99, stage);
    assert.ok(view.scale >= 1 && view.scale <= 6);
    assert.ok(view.x <= 0 && view.x >= stage.width * (1 - view.scale) - 1e-9);
    assert.ok(view.y <= 0 && view.y >= stage.height * (1 - view.scale) - 1e-9);
  }
  const same = { x: 5, y: 5 };
  assert.ok(Number.isFinite(pinched(view, [same, same], [same, same], stage).x));
});
