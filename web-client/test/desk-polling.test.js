import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './desk.js';

const { BUSY_MS, CALM_MS, polling } = await load('polling.js');

/** A host that answers when the test says so, and a clock that only the test moves. */
function stage() {
  const it = { asked: 0, visible: true, timers: [], answers: [] };
  const poll = polling({
    round: () => {
      it.asked++;
      return new Promise((done, fail) => it.answers.push({ done, fail }));
    },
    visible: () => it.visible,
    after: (action, ms) => {
      const timer = { action, ms };
      it.timers.push(timer);
      return timer;
    },
    cancel: (timer) => {
      it.timers = it.timers.filter((one) => one !== timer);
    },
  });
  const settle = () => new Promise((done) => setImmediate(done));
  const answer = async (outcome) => {
    it.answers.shift().done(outcome);
    await settle();
  };
  const elapse = async () => {
    it.timers.shift().action();
    await settle();
  };
  return { it, poll, answer, elapse, settle };
}

test('shouldAskOftenWhileSomethingHappensAndSeldomWhileNothingDoes', async () => {
  const { it, poll, answer, elapse } = stage();
  void poll.now();
  await answer('busy');
  assert.equal(it.timers[0].ms, BUSY_MS);
  await elapse();
  await answer('calm');
  assert.equal(it.timers[0].ms, CALM_MS);
  assert.equal(it.asked, 2);
});

test('shouldAskEverMoreSeldomWhileTheHostIsGone', async () => {
  const { it, poll, answer, elapse } = stage();
  void poll.now();
  const waits = [];
  for (let i = 0; i < 6; i++) {
    await answer('gone');
    waits.push(it.timers[0].ms);
    await elapse();
  }
  assert.deepEqual(waits, [2500, 5000, 10_000, 15_000, 15_000, 15_000]);
  await answer('calm');
  assert.equal(it.timers[0].ms, CALM_MS);
});

test('shouldNotAskWhileNobodyLooks', async () => {
  const { it, poll, answer } = stage();
  void poll.now();
  await answer('calm');
  it.visible = false;
  await poll.seen();
  assert.equal(it.timers.length, 0);
  it.visible = true;
  void poll.seen();
  assert.equal(it.asked, 2);
});

test('shouldAskOnceMoreAfterWhatIsUnderWay', async () => {
  const { it, poll, answer } = stage();
  void poll.now();
  void poll.now();
  void poll.now();
  assert.equal(it.asked, 1);
  await answer('calm');
  assert.equal(it.asked, 2);
  await answer('calm');
  assert.equal(it.asked, 2);
  assert.equal(it.timers.length, 1);
});

test('shouldGoOnAfterAnAnswerThatMakesNoSense', async () => {
  const { it, poll, settle } = stage();
  void poll.now();
  it.answers.shift().fail(new TypeError('no devices'));
  await settle();
  assert.equal(it.timers[0].ms, CALM_MS);
});

test('shouldStopUntilItIsToldToGoOn', async () => {
  const { it, poll, answer } = stage();
  void poll.now();
  await answer('stop');
  assert.equal(it.timers.length, 0);
});
