import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './page.js';

const { figureLines, figuresView } = await load('figures.js');

const STATS = {
  frames_per_second: 30.0, width: 1280, height: 720, codec: 'VP8', target_bitrate: 5000000, sent_bitrate: 4211000, quantiser: 37.2, round_trip_ms: 4.2, loss: 0.0039, path: 'direct', grab_ms: 0.912, convert_ms: 1.304, scale_ms: 0.61, encode_ms: 9.12,
};

test('shouldSayHowTheVideoFaresInFourLines', () => {
  assert.equal(
    figureLines(STATS),
    '30 frames/s · 1280×720 · VP8\n4.2 of 5.0 Mbit/s · quantiser 37\nround trip 4 ms · loss 0.4 % · direct\n' +
      'grab 0.9, convert 1.3, scale 0.6, encode 9.1 ms',
  );
});

test('shouldLeaveOutALineOfWhichNothingIsKnown', () => {
  assert.equal(figureLines({}), '');
  assert.equal(figureLines({ codec: 'VP8', path: 'direct' }), 'VP8\ndirect');
});

test('shouldAskOnlyWhileTheyAreShown', () => {
  const asked = [];
  const pressed = [];
  const overlay = { hidden: true, textContent: '' };
  const button = {
    setAttribute: (_, value) => pressed.push(value),
    addEventListener(_, run) {
      this.click = run;
    },
  };
  const view = figuresView(overlay, button, (enabled) => asked.push(enabled));

  view.connected();
  assert.deepEqual(asked, []);
  button.click();
  view.take(STATS);
  assert.equal(overlay.hidden, false);
  view.connected();
  button.click();
  view.take(STATS);

  assert.deepEqual(asked, [true, true, false]);
  assert.equal(overlay.hidden, true);
  assert.deepEqual(pressed.slice(0, 1), ['true']);
});
