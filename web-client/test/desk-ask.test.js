import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './desk.js';
import { load as loadShared } from './shared.js';

const { askHost, query } = await load('ask.js');
const { keyIn, keyInFragment, keyKeeper } = await loadShared('key.js');

const KEY = 'k'.repeat(43);
const json = (status, body) => new Response(body, { status, headers: { 'content-type': 'application/json' } });

/** Asks, and gives what was sent. */
async function asking(method, answer, key = '') {
  const sent = [];
  const ask = askHost(async (path, init) => {
    sent.push({ path, ...init });
    return answer();
  }, () => key);
  return { result: await ask.json(method, '/api/x'), sent: sent[0] };
}

test('shouldMarkWhatChangesSomething (T93)', async () => {
  assert.equal((await asking('POST', () => json(200, '{}'))).sent.headers['x-contop'], '1');
  assert.equal((await asking('DELETE', () => json(200, '{}'))).sent.headers['x-contop'], '1');
  assert.equal((await asking('GET', () => json(200, '{}'))).sent.headers['x-contop'], undefined);
});

test('shouldShowTheKeyAsAHeaderAndNeverSendCookies', async () => {
  const { sent } = await asking('GET', () => json(200, '{}'), KEY);
  assert.equal(sent.headers.authorization, `Bearer ${KEY}`);
  assert.equal(sent.credentials, 'omit');
  assert.equal((await asking('GET', () => json(200, '{}'))).sent.headers.authorization, undefined);
});

test('shouldTellWhatBecameOfARequest', async () => {
  const kinds = [
    [() => json(200, '{"a":1}'), { kind: 'done', json: { a: 1 } }],
    [() => json(401, '{}'), { kind: 'key' }],
    [() => json(404, '{"error":{"code":"not_paired","message":"There is no such device."}}'), { kind: 'refused', words: 'There is no such device.' }],
    [
      () => {
        throw new TypeError('Failed to fetch');
      },
      { kind: 'gone' },
    ],
  ];
  for (const [answer, expected] of kinds) assert.deepEqual((await asking('GET', answer)).result, expected);
  assert.match((await asking('GET', () => json(500, '<html>'))).result.words, /status 500/);
  assert.match((await asking('GET', () => json(200, 'nonsense'))).result.words, /Reload/);
});

test('shouldLeaveOutParametersWithoutAValue', () => {
  assert.equal(query('/api/pair', { name: '', role: 'view' }), '/api/pair?role=view');
  assert.equal(query('/api/pair', { name: '' }), '/api/pair');
  assert.equal(query('/api/pair', { name: 'a&b=c ü' }), '/api/pair?name=a%26b%3Dc+%C3%BC');
});

test('shouldFindTheKeyInWhatAPersonPastes', () => {
  assert.equal(keyIn(`Authorization: Bearer ${KEY}\n`), KEY);
  assert.equal(keyIn(`  bearer ${KEY}`), KEY);
  assert.equal(keyIn(KEY), KEY);
  for (const wrong of ['', 'short', `${KEY} x`, `Basic ${KEY}`, '<script>alert(1)</script>']) assert.equal(keyIn(wrong), '');
  assert.equal(keyInFragment(`#key=${KEY}`), KEY);
  assert.equal(keyInFragment('#pair'), '');
  assert.equal(keyInFragment(''), '');
});

test('shouldKeepTheKeyWhereStorageRefuses', () => {
  const refuse = () => {
    throw new Error('private window');
  };
  const keeper = keyKeeper({ getItem: refuse, setItem: refuse, removeItem: refuse });
  keeper.keep(KEY);
  assert.equal(keeper.kept(), KEY);
  keeper.forget();
  assert.equal(keeper.kept(), '');
});
