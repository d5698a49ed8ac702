import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './page.js';

const { judgeAnswer, fingerprintLines } = await load('fingerprint.js');

const RIGHT = '0123456789abcdef'.repeat(4);
const WRONG = 'f'.repeat(64);
const printed = (hex) => hex.toUpperCase().match(/../g).join(':');
const line = (hex, algorithm = 'sha-256') => `a=fingerprint:${algorithm} ${printed(hex)}`;
const answer = ({ session = [], video = [], data = [] }, end = '\r\n') =>
  [
    'v=0', 'o=- 1 2 IN IP4 127.0.0.1', 's=-', 't=0 0', 'a=group:BUNDLE 0 1', ...session,
    'm=video 9 UDP/TLS/RTP/SAVPF 96', 'a=mid:0', 'a=setup:active', ...video,
    'm=application 9 UDP/DTLS/SCTP webrtc-datachannel', 'a=mid:1', ...data, '',
  ].join(end);
const refused = (sdp, reason) => assert.deepEqual(judgeAnswer(sdp, RIGHT), { ok: false, reason });

test('shouldAcceptTheRightFingerprintAtEitherLevel (T82)', () => {
  assert.deepEqual(judgeAnswer(answer({ session: [line(RIGHT)] }), RIGHT), { ok: true });
  assert.deepEqual(judgeAnswer(answer({ video: [line(RIGHT)], data: [line(RIGHT)] }), RIGHT), { ok: true });
  assert.deepEqual(judgeAnswer(answer({ session: [line(RIGHT)], data: [line(RIGHT)] }, '\n'), RIGHT), { ok: true });
});

test('shouldAcceptAnyCaseOfHexAndAlgorithm', () => {
  const sdp = answer({ session: [line(RIGHT, 'SHA-256').toLowerCase(), line(RIGHT, 'SHA-256')] });
  assert.deepEqual(judgeAnswer(sdp, RIGHT.toUpperCase()), { ok: true });
});

test('shouldRefuseAnAnswerWithoutAny', () => {
  refused(answer({}), 'none');
  refused('', 'none');
});

test('shouldRefuseOneWrongFingerprintAmongRightOnes', () => {
  refused(answer({ session: [line(RIGHT)], video: [line(RIGHT)], data: [line(WRONG)] }), 'different');
  refused(answer({ session: [line(WRONG)], video: [line(RIGHT)], data: [line(RIGHT)] }), 'different');
  refused(answer({ session: [line(RIGHT), line(WRONG)] }), 'different');
  const last = RIGHT.replace(/.$/, '0');
  refused(answer({ session: [line(last)] }), 'different');
});

test('shouldRefuseEveryOtherAlgorithmEvenBesideTheRightOne', () => {
  for (const algorithm of ['sha-1', 'md5', 'sha-512', 'sha-384', 'sha256', 'sha-2560']) {
    refused(answer({ session: [line(RIGHT)], data: [line(RIGHT, algorithm)] }), 'algorithm');
  }
});

test('shouldRefuseWhatIsNotExactlyOneDigest', () => {
  const digest = printed(RIGHT);
  const lines = [
    'a=fingerprint:', 'a=fingerprint', 'a=fingerprint:sha-256', 'a=fingerprint:sha-256 ', `a=fingerprint:sha-256  ${digest}`,
    `a=fingerprint:sha-256 ${digest} ${printed(WRONG)}`, `a=fingerprint:sha-256 ${digest}:00`, `a=fingerprint:sha-256 ${RIGHT}`,
    `a=fingerprint:sha-256 ${digest.slice(3)}`, `a=fingerprint:sha-256\t${digest}`, `a=fingerprint: sha-256 ${digest}`,
    `a=fingerprint:sha-256 ${digest}\u2028`, `a=fingerprint:sha-256 ${digest}\0`, `a=fingerprint:sha-256 ${digest} `,
  ];
  for (const odd of lines) assert.equal(judgeAnswer(answer({ session: [odd] }), RIGHT).ok, false, JSON.stringify(odd));
  for (const odd of lines) {
    assert.equal(judgeAnswer(answer({ session: [line(RIGHT)], data: [odd] }), RIGHT).ok, false, JSON.stringify(odd));
  }
});

test('shouldSeeFingerprintsHoweverTheyAreHidden', () => {
  const hidden = [
    line(WRONG).replace('a=f', 'A=F'), ` ${line(WRONG)}`, line(WRONG).replace('a=', 'a ='), `a=x\r${line(WRONG)}`,
    `${line(WRONG)}\u2028x`, line(WRONG).replace('fingerprint', 'FingerPrint'), line(WRONG).replace('fingerprint:', 'fingerprints:'),
  ];
  for (const odd of hidden) {
    assert.equal(judgeAnswer(answer({ session: [line(RIGHT)], data: [odd] }), RIGHT).ok, false, JSON.stringify(odd));
  }
});

test('shouldNotTakeOtherLinesForFingerprints', () => {
  assert.deepEqual(fingerprintLines(`s=${line(WRONG)}\r\na=note:${line(WRONG)}\r\n`), []);
});

test('shouldNeverAcceptAnythingForAnEmptyExpectation', () => {
  assert.equal(judgeAnswer(answer({ session: ['a=fingerprint:sha-256 '] }), '').ok, false);
  assert.equal(judgeAnswer(answer({ session: [line(RIGHT)] }), '').ok, false);
});

test('shouldJudgeAHugeAnswerQuickly', () => {
  const sdp = `a=fingerprint:${' '.repeat(200_000)}\r\n`.repeat(1) + `${' '.repeat(200_000)}b\r\n`;
  const before = performance.now();
  judgeAnswer(sdp, RIGHT);
  assert.ok(performance.now() - before < 1000);
});
