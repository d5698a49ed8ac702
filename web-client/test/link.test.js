import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './page.js';

const { readLink } = await load('link.js');
const { linkKeeper } = await load('keep.js');

const NOW = Date.parse('2026-03-01T12:00:00Z');
const FACTS = {
  t: 'Zm9v-bar_123',
  d: 'AB'.repeat(32),
  h: '192.168.1.20',
  p: '8000',
  e: '2026-03-01T16:00:00Z',
  c: 'temp',
  i: 'dev-1',
};
const fragment = (changes = {}) => {
  const facts = Object.entries({ ...FACTS, ...changes }).filter(([, value]) => value !== undefined);
  return `#${facts.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
};

test('shouldReadAllFactsOfALink (T90)', () => {
  assert.deepEqual(readLink(fragment(), NOW), {
    ok: true,
    link: {
      token: 'Zm9v-bar_123',
      fingerprint: 'ab'.repeat(32),
      host: '192.168.1.20',
      port: 8000,
      expires: '2026-03-01T16:00:00Z',
      lifetime: 'temp',
      deviceId: 'dev-1',
    },
  });
});

test('shouldKeepPlusSignsOfTokenAndOffset', () => {
  const plain = `#t=a+b/c=&d=${FACTS.d}&h=desk.local&p=8000&e=2026-03-01T18:00:00+02:00&c=permanent&i=x`;
  const { ok, link } = readLink(plain, NOW);
  assert.equal(ok, true);
  assert.equal(link.token, 'a+b/c=');
  assert.equal(link.expires, '2026-03-01T18:00:00+02:00');
});

test('shouldIgnoreFactsItDoesNotKnow', () => {
  assert.equal(readLink(`${fragment()}&ts=100.64.0.1&new=1`, NOW).ok, true);
});

test('shouldSayThatThereIsNoLink', () => {
  for (const text of ['', '#', '#section', '#a=b']) assert.deepEqual(readLink(text, NOW), { ok: false, reason: 'absent' });
});

test('shouldRefuseWhatIsMissingOrMalformed', () => {
  for (const name of Object.keys(FACTS)) {
    assert.deepEqual(readLink(fragment({ [name]: undefined }), NOW), { ok: false, reason: 'incomplete' }, name);
    assert.deepEqual(readLink(fragment({ [name]: '' }), NOW), { ok: false, reason: 'incomplete' }, name);
    assert.deepEqual(readLink(fragment({ [name]: '<x> y' }), NOW), { ok: false, reason: 'incomplete' }, name);
  }
  const wrong = [
    { p: '0' }, { p: '65536' }, { p: '-1' }, { p: '8e3' }, { p: '08000' },
    { d: 'ab'.repeat(31) }, { d: 'ab'.repeat(33) }, { d: `AB:${'ab'.repeat(31)}` }, { d: 'zz'.repeat(32) },
    { c: 'forever' }, { c: 'TEMP' },
    { e: 'tomorrow' }, { e: '2026-13-45T99:99:99Z' }, { e: '2026-03-01' }, { e: '99999999999999' },
    { h: 'a b' }, { h: 'evil/path' }, { h: 'user@host' },
    { t: 'a b' }, { t: 'x'.repeat(513) }, { t: 'line\nbreak' }, { i: '../..' },
  ];
  for (const change of wrong) {
    assert.deepEqual(readLink(fragment(change), NOW), { ok: false, reason: 'incomplete' }, JSON.stringify(change));
  }
});

test('shouldRefuseRepeatedFactsAndEndlessText', () => {
  assert.equal(readLink(`${fragment()}&d=${'cd'.repeat(32)}`, NOW).reason, 'incomplete');
  assert.equal(readLink(`${fragment()}&x=${'y'.repeat(5000)}`, NOW).reason, 'incomplete');
});

test('shouldSayThatACodeExpiredFromItsInstantOn', () => {
  const deadline = Date.parse(FACTS.e);
  assert.equal(readLink(fragment(), deadline - 1).ok, true);
  assert.deepEqual(readLink(fragment(), deadline), { ok: false, reason: 'expired' });
});

test('shouldKeepAndForgetTheLinkOfATab', () => {
  const stored = new Map();
  const storage = {
    getItem: (name) => stored.get(name) ?? null,
    setItem: (name, value) => stored.set(name, value),
    removeItem: (name) => stored.delete(name),
  };
  linkKeeper(storage).keep('#t=1');
  const reloaded = linkKeeper(storage);
  assert.equal(reloaded.kept(), '#t=1');
  reloaded.forget();
  assert.equal(reloaded.kept(), '');
  assert.equal(stored.size, 0);
});

test('shouldWorkWhereStorageIsRefused', () => {
  const refuse = () => {
    throw new Error('SecurityError');
  };
  const keeper = linkKeeper({ getItem: refuse, setItem: refuse, removeItem: refuse });
  keeper.keep('#t=1');
  assert.equal(keeper.kept(), '#t=1');
  keeper.forget();
  assert.equal(keeper.kept(), '');
});
