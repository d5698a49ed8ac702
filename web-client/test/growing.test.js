import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './recordings.js';

const { forgetDuration } = await load('growing.js');

/** A track as the encoder's library writes it: a codec, a millisecond a picture, a size. */
const TRACK = '8685565f56503823e383830f4240e00100';

const bytes = (hex) => Uint8Array.from(hex.match(/../g), (byte) => Number.parseInt(byte, 16));

test('shouldMakeAVideoNotSayHowLongEachPictureStands (T75)', () => {
  const head = bytes(`${TRACK}00`);

  forgetDuration(head);

  // An empty element takes as many bytes, and all others stay as they are.
  assert.deepEqual(head, bytes('8685565f565038ec850000000000e0010000'));
});

test('shouldLeaveAllElseAlone (T75)', () => {
  for (const hex of ['8685565f565038e001000000', '23e383', '23e3838300', '23e3838900000000000000000000']) {
    const head = bytes(hex);

    forgetDuration(head);

    assert.deepEqual(head, bytes(hex));
  }
});

test('shouldNotTouchPictures (T75)', () => {
  const piece = new Uint8Array(5000);
  piece.set(bytes(TRACK), 4500);

  forgetDuration(piece);

  assert.deepEqual(piece.slice(4500, 4500 + TRACK.length / 2), bytes(TRACK));
});
