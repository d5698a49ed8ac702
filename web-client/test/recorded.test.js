import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './page.js';

const { recordedView } = await load('recorded.js');

function shown() {
  const badge = { hidden: true };
  const told = [];
  return { badge, told, view: recordedView(badge, (words) => told.push(words)) };
}

test('shouldShowAMarkWhileThePhoneIsRecorded (T75)', () => {
  const { badge, told, view } = shown();
  view.take({ state: 'on' });
  assert.equal(badge.hidden, false);
  view.take({ state: 'off' });
  assert.deepEqual([badge.hidden, told], [true, []]);
});

test('shouldSayWhyARecordingStopped (T75)', () => {
  const { badge, told, view } = shown();
  view.take({ state: 'on' });
  view.take({ state: 'off', reason: 'The disk is full.' });
  assert.deepEqual([badge.hidden, told], [true, ['Recording stopped: The disk is full.']]);
});

test('shouldTakeANewConnectionForOneThatIsNotRecorded', () => {
  const { badge, view } = shown();
  view.take({ state: 'on' });
  view.reset();
  assert.equal(badge.hidden, true);
});
