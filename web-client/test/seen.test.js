import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load, seeded } from './page.js';

const { seenMessages } = await load('seen.js');

/** A clock that runs what waits when it is told to. */
function manualClock() {
  const waiting = new Map();
  let last = 0;
  return {
    set: (run, ms) => {
      assert.equal(ms, 200);
      waiting.set(++last, run);
      return last;
    },
    clear: (timer) => waiting.delete(timer),
    pass() {
      for (const [timer, run] of waiting) {
        waiting.delete(timer);
        run();
      }
    },
    waiting,
  };
}

function connected() {
  const clock = manualClock();
  const seen = seenMessages(clock);
  const acks = [];
  seen.opened((seq) => acks.push(seq));
  return { clock, seen, acks };
}

test('shouldShowEachNumberedMessageOnce (T42)', () => {
  const { seen } = connected();
  assert.deepEqual([1, 2, 3].map(seen.take), [true, true, true]);
  assert.deepEqual([2, 3, 4].map(seen.take), [false, false, true]);
  assert.equal(seen.last(), 4);
});

test('shouldShowEveryMessageThatHasNoNumber', () => {
  const { seen, clock } = connected();
  assert.deepEqual([null, null].map(seen.take), [true, true]);
  assert.equal(seen.last(), 0);
  assert.equal(clock.waiting.size, 0);
});

test('shouldAcknowledgeOnceForAllThatCameWithinAMoment', () => {
  const { seen, clock, acks } = connected();
  [1, 2, 3].forEach(seen.take);
  assert.deepEqual(acks, []);
  clock.pass();
  assert.deepEqual(acks, [3]);
  clock.pass();
  assert.deepEqual(acks, [3]);
});

test('shouldAcknowledgeAtOnceWhenMuchComes', () => {
  const { seen, clock, acks } = connected();
  for (let seq = 1; seq <= 200; seq++) seen.take(seq);
  assert.deepEqual(acks, [64, 128, 192]);
  clock.pass();
  assert.deepEqual(acks, [64, 128, 192, 200]);
  assert.equal(clock.waiting.size, 0);
});

test('shouldAcknowledgeWhatWasOnItsWayTwice', () => {
  const { seen, clock, acks } = connected();
  [1, 2, 3].forEach(seen.take);
  seen.opened((seq) => acks.push(seq));
  seen.take(2);
  clock.pass();
  assert.deepEqual(acks, [3]);
});

test('shouldNotAcknowledgeOverAConnectionThatIsGone', () => {
  const { seen, clock, acks } = connected();
  seen.take(1);
  seen.closed();
  clock.pass();
  for (let seq = 2; seq <= 100; seq++) seen.take(seq);
  clock.pass();
  assert.deepEqual(acks, []);
  assert.equal(seen.last(), 100);
});

test('shouldTellOfAGapOnce (T42)', () => {
  const { seen } = connected();
  seen.take(1);
  seen.opened(() => {});
  assert.equal(seen.gap({ from: 2, to: 9 }), true);
  assert.equal(seen.last(), 9);
  assert.equal(seen.gap({ from: 2, to: 9 }), false);
  assert.equal(seen.take(10), true);
});

test('shouldNotMissWhatWasSaidBeforeThePageWasThere', () => {
  const { seen } = connected();
  assert.equal(seen.gap({ from: 1, to: 480 }), false);
  assert.equal(seen.last(), 480);
  seen.opened(() => {});
  assert.equal(seen.gap({ from: 481, to: 481 }), true);
});

test('shouldBeginAnewWithAnotherSession', () => {
  const { seen } = connected();
  [1, 2, 3].forEach(seen.take);
  seen.forget();
  assert.equal(seen.last(), 0);
  seen.opened(() => {});
  assert.equal(seen.gap({ from: 1, to: 2 }), false);
  assert.equal(seen.take(3), true);
});

test('shouldIgnoreAGapThatIsNone', () => {
  const { seen } = connected();
  seen.opened(() => {});
  for (const to of [undefined, null, '9', 1.5, NaN, Infinity, -1, 0, 2 ** 53, {}]) assert.equal(seen.gap({ from: 1, to }), false);
  assert.equal(seen.last(), 0);
});

test('shouldSeeEverythingOnceAndInOrderOverAnyCuts (T42)', () => {
  const random = seeded(7);
  const clock = manualClock();
  const seen = seenMessages(clock);
  const shown = [];
  let settled = 0;
  let said = 0;
  for (let round = 0; round < 500; round++) {
    seen.opened((seq) => (settled = Math.max(settled, seq)));
    let next = Math.min(seen.last(), said) + 1;
    assert.ok(settled < next, 'what was acknowledged was seen');
    // The host may be asked for less than was seen: the offer was made earlier.
    next = Math.max(settled + 1, next - Math.floor(random() * 5));
    said += Math.floor(random() * 90);
    const cut = next + Math.floor(random() * 90);
    for (; next <= said && next < cut; next++) {
      if (seen.take(next)) shown.push(next);
      if (random() < 0.05) clock.pass();
    }
    seen.closed();
  }
  assert.deepEqual(shown, Array.from({ length: shown.length }, (_, index) => index + 1));
  assert.ok(shown.length > 1000);
});
