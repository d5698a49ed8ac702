import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './shared.js';

const { figureWords, inOneLine } = await load('figure-words.js');

const STATS = {
  frames_per_second: 30.0, width: 1280, height: 720, codec: 'VP8', target_bitrate: 5000000, sent_bitrate: 4211000, quantiser: 37.2, round_trip_ms: 4.2, loss: 0.0039, path: 'direct', grab_ms: 0.912, convert_ms: 1.304, scale_ms: 0.61, encode_ms: 9.12,
};

test('shouldSayAllThatIsMeasured', () => {
  assert.deepEqual(figureWords(STATS), {
    picture: ['30 frames/s', '1280×720', 'VP8'],
    rate: ['4.2 of 5.0 Mbit/s', 'quantiser 37'],
    link: ['round trip 4 ms', 'loss 0.4 %', 'direct'],
    frame: ['grab 0.9, convert 1.3, scale 0.6, encode 9.1 ms'],
  });
});

test('shouldSayThatNothingIsLostAndWhenAPeerIsReachedByARelay', () => {
  assert.deepEqual(figureWords({ loss: 0, path: 'relay' }).link, ['loss 0.0 %', 'relay']);
});

test('shouldLeaveOutWhatIsNotKnownOrNotANumber', () => {
  const none = { picture: [], rate: [], link: [], frame: [] };
  assert.deepEqual(figureWords({}), none);
  assert.deepEqual(figureWords({ width: 10, codec: 7, loss: 'much', round_trip_ms: null, path: '<b>', quantiser: NaN, encode_ms: '9' }), none);
  assert.deepEqual(figureWords({ frames_per_second: 0.4 }).picture, ['0 frames/s']);
  assert.deepEqual(figureWords({ sent_bitrate: 90_000 }).rate, ['0.1 Mbit/s']);
  assert.deepEqual(figureWords({ target_bitrate: 1_500_000 }).rate, ['up to 1.5 Mbit/s']);
  assert.deepEqual(figureWords({ grab_ms: 1, encode_ms: 9.06 }).frame, ['grab 1.0, encode 9.1 ms']);
});

test('shouldPutTheWordsOfALineBesideOneAnother', () => {
  assert.equal(inOneLine(['4.2 Mbit/s', 'quantiser 37']), '4.2 Mbit/s · quantiser 37');
  assert.equal(inOneLine([]), '');
});
