import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFileSync } from 'node:fs';
import { load } from './desk.js';

const { agoWords, clockWords, dateWords, lastingWords, leftWords, lineTime, plain } = await load('words.js');
const { auditWords } = await load('audit-words.js');

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

test('shouldSayHowLongSomethingHolds', () => {
  assert.equal(leftWords(-5), 'no time');
  assert.equal(leftWords(59_999), 'less than a minute');
  assert.equal(leftWords(MINUTE), '1 min');
  assert.equal(leftWords(4 * HOUR - 1), '3 h 59 min');
  assert.equal(leftWords(DAY), '1 day');
  assert.equal(leftWords(30 * DAY - 1), '29 days');
});

test('shouldSayHowLongAgoSomethingWas', () => {
  assert.equal(agoWords(-1000), 'just now');
  assert.equal(agoWords(5 * MINUTE), '5 min ago');
  assert.equal(agoWords(2 * HOUR), '2 h ago');
  assert.equal(agoWords(DAY), '1 day ago');
});

test('shouldCountDownToZeroAndNotBelow', () => {
  assert.deepEqual([297_001, 1, 0, -4].map(clockWords), ['4:58', '0:01', '0:00', '0:00']);
  assert.deepEqual([900, 61_000, 3 * HOUR + MINUTE].map(lastingWords), ['0 s', '1 min 1 s', '3 h 1 min']);
});

test('shouldLeaveTheDayOutWhereItIsToday', () => {
  const now = Date.parse('2030-01-02T12:00:00Z');
  assert.doesNotMatch(lineTime('2030-01-02T11:00:00Z', now, 'en-GB'), /Jan/);
  assert.match(lineTime('2029-12-30T11:00:00Z', now, 'en-GB'), /30 Dec/);
  assert.equal(lineTime('nonsense', now), '');
  assert.equal(dateWords('nonsense', now), '');
  assert.match(dateWords('2039-12-30T11:00:00Z', now, 'en-GB'), /2039/);
  assert.doesNotMatch(dateWords('2030-12-30T11:00:00Z', now, 'en-GB'), /2030/);
});

test('shouldShowNothingUnseenInTextOfPhones', () => {
  assert.equal(plain('rm \u202etxt.exe\u200b\u0007'), 'rm \ufffdtxt.exe\ufffd\ufffd');
  assert.equal(plain('Ada’s phone 📱\n\t'), 'Ada’s phone 📱\n\t');
});

test('shouldHaveWordsForEveryKindOfLine', () => {
  const document = readFileSync(new URL('../../docs/audit.md', import.meta.url), 'utf8');
  const lines = [...document.matchAll(/^\{"seq":.*\}$/gm)].map(([line]) => JSON.parse(line));
  assert.ok(lines.length > 15);
  for (const line of lines) {
    const { text } = auditWords(line);
    assert.ok(text !== '' && text !== line.kind.replaceAll('_', ' '), line.kind);
    assert.doesNotMatch(text, /undefined|null|NaN|\[object/, line.kind);
  }
});

test('shouldSayWhoRejected', () => {
  const said = (cause) => auditWords({ kind: 'confirmation_answered', time: '', facts: { outcome: 'rejected', cause } }).text;
  assert.equal(said('desk'), 'Rejected at this computer');
  assert.equal(said('user'), 'Rejected on the phone');
});

test('shouldSurviveLinesThatSomebodyElseWrote', () => {
  for (const line of [{}, { kind: 'constructor' }, { kind: 'step_ended' }, { kind: 7, facts: 3 }, { kind: 'paired', facts: null }]) {
    assert.equal(typeof auditWords(line).text, 'string', JSON.stringify(line));
  }
  assert.equal(auditWords({ kind: 'something_new', time: '', facts: {} }).text, 'something new');
});
