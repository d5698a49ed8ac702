import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load, seeded } from './page.js';

const { gestures } = await load('gesture.js');
const { pointerMoves } = await load('moves.js');
const { buttonChanges } = await load('buttons.js');

const at = (x, y) => ({ x, y });
const kinds = (acts) => acts.map((act) => act.kind);

test('shouldClickWhereAFingerTaps', () => {
  const touch = gestures();
  assert.deepEqual(touch.down(1, at(50, 60), 0), []);
  touch.move(1, at(53, 62));
  assert.deepEqual(touch.up(1, at(53, 62), 120), [{ kind: 'click', at: at(50, 60) }]);
});

test('shouldMoveUnderADraggedFingerWithoutClicking', () => {
  const touch = gestures();
  touch.down(1, at(0, 0), 0);
  assert.deepEqual(touch.move(1, at(5, 0)), []);
  assert.deepEqual(touch.move(1, at(20, 0)), [{ kind: 'move', at: at(20, 0) }]);
  assert.deepEqual(touch.move(1, at(3, 0)), [{ kind: 'move', at: at(3, 0) }]);
  assert.deepEqual(touch.up(1, at(3, 0), 90), []);
});

test('shouldRightClickOnceOnALongPress', () => {
  const touch = gestures();
  touch.down(1, at(9, 9), 1000);
  assert.equal(touch.deadline, 1500);
  assert.deepEqual(touch.tick(1499), []);
  assert.deepEqual(touch.tick(1500), [{ kind: 'right-click', at: at(9, 9) }]);
  assert.deepEqual(touch.tick(1600), []);
  assert.equal(touch.deadline, null);
  assert.deepEqual(touch.up(1, at(9, 9), 1700), []);
});

test('shouldRightClickOnATapOfTwoFingers', () => {
  const touch = gestures();
  touch.down(1, at(10, 10), 0);
  touch.down(2, at(60, 10), 40);
  assert.deepEqual(touch.up(2, at(60, 10), 120), [{ kind: 'right-click', at: at(10, 10) }]);
  assert.deepEqual(touch.up(1, at(10, 10), 130), []);
});

test('shouldClickTwiceOnADoubleTap', () => {
  const touch = gestures();
  touch.down(1, at(10, 10), 0);
  assert.deepEqual(kinds(touch.up(1, at(10, 10), 60)), ['click']);
  touch.down(2, at(12, 10), 160);
  assert.deepEqual(kinds(touch.up(2, at(12, 10), 220)), ['click']);
});

test('shouldHoldTheButtonWhenATapIsFollowedByADrag', () => {
  const touch = gestures();
  touch.down(1, at(10, 10), 0);
  touch.up(1, at(10, 10), 60);
  touch.down(2, at(10, 10), 160);
  assert.deepEqual(touch.move(2, at(40, 10)), [
    { kind: 'press', at: at(10, 10) },
    { kind: 'move', at: at(40, 10) },
  ]);
  assert.deepEqual(touch.up(2, at(50, 10), 300), [{ kind: 'release', at: at(50, 10) }]);
});

test('shouldLookCloserWithTwoFingersAndNotMove', () => {
  const touch = gestures();
  touch.down(1, at(100, 100), 0);
  touch.down(2, at(200, 100), 10);
  assert.deepEqual(touch.move(2, at(205, 100)), []);
  assert.deepEqual(touch.move(2, at(230, 100)), [
    { kind: 'pinch', from: [at(100, 100), at(205, 100)], to: [at(100, 100), at(230, 100)] },
  ]);
  assert.deepEqual(touch.up(1, at(100, 100), 50), []);
  assert.deepEqual(touch.move(2, at(300, 100)), []);
  assert.deepEqual(touch.up(2, at(300, 100), 60), []);
});

test('shouldReleaseAHeldButtonWhenTheTouchIsTakenAway (T34)', () => {
  for (const end of [(touch) => touch.cancel(), (touch) => touch.down(9, at(0, 0), 170)]) {
    const touch = gestures();
    touch.down(1, at(10, 10), 0);
    touch.up(1, at(10, 10), 60);
    touch.down(2, at(10, 10), 160);
    touch.move(2, at(40, 10));
    assert.deepEqual(end(touch), [{ kind: 'release', at: at(40, 10) }]);
    assert.deepEqual(touch.cancel(), []);
  }
});

test('shouldPairEveryPressWithARelease', () => {
  const random = seeded(4);
  const touch = gestures();
  let held = 0;
  let time = 0;
  const count = (acts) => {
    for (const { kind } of acts) {
      if (kind === 'press') held += 1;
      if (kind === 'release') held -= 1;
      assert.ok(held === 0 || held === 1);
    }
  };
  for (let round = 0; round < 20_000; round++) {
    time += random() * 120;
    const id = Math.floor(random() * 3);
    const spot = at(random() * 60, random() * 60);
    const choice = random();
    if (choice < 0.3) count(touch.down(id, spot, time));
    else if (choice < 0.65) count(touch.move(id, spot));
    else if (choice < 0.93) count(touch.up(id, spot, time));
    else if (choice < 0.99) count(touch.tick(time));
    else count(touch.cancel());
  }
  count(touch.cancel());
  assert.equal(held, 0);
});

function movesUnderTest() {
  const frames = [];
  const rests = new Set();
  const sent = [];
  let room = true;
  const moves = pointerMoves({
    nextFrame: (run) => frames.push(run),
    whenAtRest: (run) => {
      rests.add(run);
      return () => rests.delete(run);
    },
    sendFast: (move) => room && sent.push(['fast', move]) > 0,
    sendSure: (move) => sent.push(['sure', move]),
  });
  const frame = () => frames.splice(0).forEach((run) => run());
  const rest = () => [...rests].forEach((run) => (rests.delete(run), run()));
  return { moves, sent, frame, rest, frames, setRoom: (value) => (room = value) };
}

test('shouldSendOnlyTheNewestMoveOfAFrame', () => {
  const { moves, sent, frame, frames } = movesUnderTest();
  for (let x = 0; x < 1000; x++) moves.to(at(x, 1));
  assert.equal(frames.length, 1);
  frame();
  assert.deepEqual(sent, [['fast', { x: 999, y: 1, t: 1 }]]);
});

test('shouldSayTheLastPlaceSurelyOnceThePointerRests (T62)', () => {
  const { moves, sent, frame, rest } = movesUnderTest();
  moves.to(at(1, 1));
  frame();
  moves.to(at(2, 2));
  rest();
  frame();
  rest();
  rest();
  assert.deepEqual(sent, [
    ['fast', { x: 1, y: 1, t: 1 }],
    ['fast', { x: 2, y: 2, t: 2 }],
    ['sure', { x: 2, y: 2, t: 3 }],
  ]);
});

test('shouldWaitForRoomAndThenSendTheNewest', () => {
  const { moves, sent, frame, setRoom } = movesUnderTest();
  setRoom(false);
  moves.to(at(1, 1));
  frame();
  moves.to(at(2, 2));
  frame();
  assert.deepEqual(sent, []);
  setRoom(true);
  frame();
  assert.deepEqual(sent, [['fast', { x: 2, y: 2, t: 1 }]]);
});

test('shouldNotLetAWaitingMoveFollowASureOne (T64)', () => {
  const { moves, sent, frame, rest } = movesUnderTest();
  moves.to(at(1, 1));
  moves.sure(at(5, 5));
  frame();
  rest();
  assert.deepEqual(sent, [['sure', { x: 5, y: 5, t: 1 }]]);
});

test('shouldNameEachButtonThatChanged', () => {
  assert.deepEqual(buttonChanges(0, 1), [{ action: 'mouse_down', button: 'left' }]);
  assert.deepEqual(buttonChanges(1, 3), [{ action: 'mouse_down', button: 'right' }]);
  assert.deepEqual(buttonChanges(3, 4).map(({ action, button }) => `${action} ${button}`), ['mouse_up left', 'mouse_up right', 'mouse_down middle']);
  assert.deepEqual(buttonChanges(8, 24), []);
});
