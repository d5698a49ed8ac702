import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './recordings.js';

const { captionReader, clock } = await load('captions.js');
const { mediaType } = await load('growing.js');

const bytes = (text) => new TextEncoder().encode(text);

test('shouldGiveEachCueOnceAsSoonAsItIsWhole (T75)', () => {
  const file = 'WEBVTT\n\n00:00:01.500 --> 00:00:05.500\nRuns: a &lt; b &amp;&amp; “ü”\nsecond line\n\n01:00:00.000 --> 01:00:04.000\nApproved\n\n';
  const all = bytes(file);
  const reader = captionReader();
  const cues = [];
  for (const byte of all) cues.push(...reader.take(Uint8Array.of(byte)));

  assert.deepEqual(
    cues.map(({ from, to, text }) => [from, to, text]),
    [
      [1.5, 5.5, 'Runs: a < b && “ü”\nsecond line'],
      [3600, 3604, 'Approved'],
    ],
  );
  assert.equal(cues[0].markup, 'Runs: a &lt; b &amp;&amp; “ü”\nsecond line');
});

test('shouldPassOverWhatIsNoCue', () => {
  assert.deepEqual(captionReader().take(bytes('WEBVTT\n\nNOTE x\n\n1 --> 2\nx\n\n00:00:00.000 --> 00:00:01.000\n\n')), []);
});

test('shouldSayTimesAsPlayersDo', () => {
  assert.deepEqual([0, 61.9, 3600, 36_061].map(clock), ['00:00', '01:01', '1:00:00', '10:01:01']);
});

test('shouldFindWhatAPlayerMustKnowOfAnMp4', () => {
  const head = Uint8Array.from([0, 0, 0, 0x2c, 0x61, 0x76, 0x63, 0x43, 1, 0x42, 0xc0, 0x1f, 0xff]);
  assert.equal(mediaType('a.mp4', head), 'video/mp4; codecs="avc1.42c01f"');
  assert.equal(mediaType('a.webm', head), 'video/webm; codecs="vp8"');
  assert.equal(mediaType('a.mp4', new Uint8Array(20)), '');
});
