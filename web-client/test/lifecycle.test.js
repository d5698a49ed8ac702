import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load, seeded } from './page.js';

const { next, isGoing, isLive } = await load('lifecycle.js');
const { wordsFor, durationWords } = await load('words.js');
const { deviceName } = await load('device-name.js');

const after = (...facts) =>
  facts.reduce((life, fact) => next(life, typeof fact === 'string' ? { kind: fact } : fact), next({}, { kind: 'start' }));
const closed = (code) => ({ kind: 'socket-closed', code });
const LIVE = ['answered', 'opened'];

test('shouldGoFromConnectingToLive', () => {
  assert.equal(after().phase, 'connecting');
  assert.equal(after('answered').phase, 'checking');
  assert.equal(after('answered', 'opened').phase, 'live');
  assert.equal(after('opened').phase, 'live');
});

test('shouldStayLiveWhenTheSocketCloses (T9)', () => {
  for (const code of [1000, 1001, 1006, 1011, 4400]) assert.equal(after(...LIVE, closed(code)).phase, 'live', String(code));
  assert.equal(after('answered', closed(1006)).phase, 'checking');
});

test('shouldTellTheCloseCodesApart (T2, T3, T11)', () => {
  assert.equal(after(closed(4001)).phase, 'refused');
  assert.equal(after(...LIVE, closed(4001)).phase, 'refused');
  assert.equal(after(closed(4002)).phase, 'replaced');
  assert.deepEqual([after(closed(4400)).phase, after(closed(4400)).cause], ['ended', 'not-understood']);
  assert.deepEqual([after(closed(1006)).phase, after(closed(1006)).cause], ['lost', 'unreachable']);
});

test('shouldLeaveALivePeerAloneUntilItsSuccessorHasIt (T33)', () => {
  const overtaken = after(...LIVE, closed(4002));
  assert.equal(overtaken.phase, 'live');
  assert.equal(next(overtaken, { kind: 'channel-closed' }).phase, 'replaced');
  const outlasted = next(overtaken, { kind: 'outlasted' });
  assert.equal(next(outlasted, { kind: 'channel-closed' }).phase, 'lost');
});

test('shouldWaverAndSteady (T30)', () => {
  assert.equal(after(...LIVE, 'wavered').phase, 'unsteady');
  assert.equal(after(...LIVE, 'wavered', 'steadied').phase, 'live');
  assert.equal(after('wavered').phase, 'connecting');
  assert.equal(isLive(after(...LIVE, 'wavered')), true);
});

test('shouldSayWhyItWasLost', () => {
  assert.equal(after(...LIVE, 'peer-failed').cause, 'dropped');
  assert.equal(after('answered', 'peer-failed').cause, 'no-path');
  assert.equal(after('answered', 'timed-out').cause, 'no-path');
  assert.equal(after('timed-out').cause, 'silent');
  assert.equal(after(...LIVE, 'timed-out').phase, 'live');
});

test('shouldKeepTheFirstEndWhateverComesLater', () => {
  const kinds = ['answered', 'opened', 'wavered', 'steadied', 'peer-failed', 'channel-closed', 'timed-out', 'left', 'unsupported', 'answer-failed', 'outlasted'];
  const random = seeded(5);
  for (const fact of [{ kind: 'mismatched', cause: 'different' }, closed(4001), { kind: 'left' }, { kind: 'host-left', cause: '' }]) {
    let life = after(fact);
    const { phase, cause } = life;
    for (let round = 0; round < 200; round++) life = next(life, { kind: kinds[Math.floor(random() * kinds.length)] });
    assert.deepEqual([life.phase, life.cause], [phase, cause]);
    assert.equal(next(life, { kind: 'start' }).phase, 'connecting');
  }
});

test('shouldHaveWordsForEveryEnd', () => {
  const ends = [
    after({ kind: 'unlinked', cause: 'absent' }), after({ kind: 'unlinked', cause: 'incomplete' }), after({ kind: 'unlinked', cause: 'expired' }),
    after({ kind: 'mismatched', cause: 'none' }), after({ kind: 'mismatched', cause: 'different' }), after(closed(4001)), after(closed(4002)),
    after(closed(4400)), after(closed(1006)), after('timed-out'), after('answered', 'timed-out'), after(...LIVE, 'peer-failed'), after('left'),
    after({ kind: 'host-left', cause: '' }), after({ kind: 'host-left', cause: 'replaced' }), after('unsupported'), after('answer-failed'),
  ];
  for (const life of ends) {
    assert.equal(isGoing(life), false);
    const { label, title, detail } = wordsFor(life);
    assert.ok(label && title && detail, `${life.phase} ${life.cause}`);
  }
});

test('shouldSayInWordsThatItIsAnotherComputerAndOfferNoButton (T82)', () => {
  const words = wordsFor(after({ kind: 'mismatched', cause: 'different' }));
  assert.match(words.title, /not the computer that showed the code/);
  assert.equal(words.action, undefined);
});

test('shouldOfferReconnectAfterALoss', () => {
  const words = wordsFor(after(...LIVE, 'channel-closed'));
  assert.equal(words.title, 'Connection lost');
  assert.match(words.detail, /stopped/);
  assert.equal(words.action, 'Reconnect');
});

test('shouldRepeatWhatTheHostComplained', () => {
  const life = after({ kind: 'host-complained', said: 'sdp: line 3' }, closed(4400));
  assert.match(wordsFor(life).detail, /sdp: line 3/);
});

test('shouldSayDurationsInWords', () => {
  assert.deepEqual([0, 999, 1500, 61_000].map(durationWords), ['0 ms', '999 ms', '1.5 s', '1 min 1 s']);
});

test('shouldNameTheDevice (T8)', () => {
  assert.equal(deviceName('Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Mobile/15E148 Safari/604.1'), 'iPhone (Safari)');
  assert.equal(deviceName('Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36'), 'Android phone (Chrome)');
  assert.equal(deviceName(''), 'Browser');
});

test('shouldSendAPhoneThatIsNoLongerPairedForANewCode (T92)', () => {
  for (const cause of ['revoked', 'pairing_expired', 'repaired']) {
    const life = after(...LIVE, { kind: 'host-left', cause });
    assert.deepEqual([life.phase, life.cause], ['refused', 'unknown'], cause);
    assert.match(wordsFor(life).detail, /Show a new code/);
  }
  assert.equal(after(...LIVE, { kind: 'host-left', cause: 'host_stopped' }).phase, 'ended');
});
