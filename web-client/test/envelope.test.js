import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load, seeded } from './page.js';

const { readEnvelope, writeEnvelope, uuid, ENVELOPE_LIMIT } = await load('envelope.js');
const { readSignal, writeCandidate, writeOffer } = await load('signal.js');

const ID = '6f1c3d4e-0000-4000-8000-0123456789ab';

test('shouldMakeVersionFourIdsFromRandomBytes', () => {
  assert.equal(uuid((bytes) => bytes.fill(0)), '00000000-0000-4000-8000-000000000000');
  assert.equal(uuid((bytes) => bytes.fill(255)), 'ffffffff-ffff-4fff-bfff-ffffffffffff');
  const ids = new Set(Array.from({ length: 1000 }, () => uuid()));
  assert.equal(ids.size, 1000);
});

test('shouldWriteAllThreeFields (T12)', () => {
  const message = JSON.parse(writeEnvelope('user_intent', { text: 'ls' }));
  assert.deepEqual(Object.keys(message), ['type', 'id', 'payload']);
  assert.deepEqual(message.payload, { text: 'ls' });
  assert.deepEqual(JSON.parse(writeEnvelope('keepalive')).payload, {});
});

test('shouldReadWhatItWrites', () => {
  const read = readEnvelope(writeEnvelope('manual_control', { action: 'click', x: 1, y: 2 }));
  assert.equal(read.type, 'manual_control');
  assert.deepEqual(read.payload, { action: 'click', x: 1, y: 2 });
});

test('shouldGiveNothingForWhatIsNoEnvelope (T13)', () => {
  const bad = [
    '', 'x', '{', 'null', '1', '"a"', '[]', '{}', undefined, null, 7, new ArrayBuffer(4), {},
    JSON.stringify({ type: 'a', id: ID }),
    JSON.stringify({ type: 'a', payload: {} }),
    JSON.stringify({ id: ID, payload: {} }),
    JSON.stringify({ type: 'a', id: ID, payload: null }),
    JSON.stringify({ type: 'a', id: ID, payload: [] }),
    JSON.stringify({ type: 'a', id: ID, payload: 'x' }),
    JSON.stringify({ type: 'a', id: 'not-a-uuid', payload: {} }),
    JSON.stringify({ type: 'a', id: 5, payload: {} }),
    JSON.stringify({ type: 5, id: ID, payload: {} }),
    JSON.stringify({ type: 'Upper', id: ID, payload: {} }),
    JSON.stringify({ type: '', id: ID, payload: {} }),
    JSON.stringify({ type: 'a'.repeat(65), id: ID, payload: {} }),
    `${JSON.stringify({ type: 'a', id: ID, payload: {} })} trailing`,
    JSON.stringify({ type: 'a', id: ID, payload: { text: 'x'.repeat(ENVELOPE_LIMIT) } }),
    '['.repeat(100_000),
  ];
  for (const text of bad) assert.equal(readEnvelope(text), null, String(text).slice(0, 60));
});

test('shouldReadTheNumberWhereThereIsOne (T42)', () => {
  const read = (seq) => readEnvelope(JSON.stringify({ type: 'a', id: ID, payload: {}, seq }));
  assert.equal(read(7).seq, 7);
  assert.equal(read(2 ** 53 - 1).seq, 2 ** 53 - 1);
  assert.equal(read(undefined).seq, null);
  assert.equal(read(null).seq, null);
  for (const seq of [0, -1, 1.5, 2 ** 53, '7', true, [], {}]) assert.equal(read(seq), null, String(seq));
});

test('shouldSayWhereItStands (T42)', () => {
  const offer = JSON.parse(writeOffer({ sdp: 'v=0', proof: 'ab', deviceName: 'x', lifetime: 'temp', lastSeq: 57 }));
  assert.deepEqual(offer.resume, { last_seq: 57 });
});

test('shouldNotLetAPayloadTouchPrototypes', () => {
  const read = readEnvelope(`{"type":"a","id":"${ID}","payload":{"__proto__":{"polluted":true}}}`);
  assert.notEqual(read, null);
  assert.equal({}.polluted, undefined);
  assert.equal(read.polluted, undefined);
});

test('shouldSurviveAThousandMutationsOfValidMessages', () => {
  const random = seeded(1);
  const samples = [writeEnvelope('agent_progress', { step: 1, stdout: 'ä\n' }), writeOffer({ sdp: 'v=0', proof: 'ab', deviceName: 'x', lifetime: 'temp', lastSeq: 0 })];
  for (let round = 0; round < 1000; round++) {
    const letters = [...samples[round % 2]];
    for (let change = 0; change < 4; change++) {
      const at = Math.floor(random() * letters.length);
      letters.splice(at, random() < 0.5 ? 1 : 0, String.fromCharCode(Math.floor(random() * 0x3000)));
    }
    const read = readEnvelope(letters.join(''));
    if (read) assert.equal(typeof read.payload, 'object');
    readSignal(letters.join(''));
  }
});

test('shouldReadSignals (T5, T11)', () => {
  assert.deepEqual(readSignal('{"type":"answer","sdp":"v=0","peer_id":"p"}'), { kind: 'answer', sdp: 'v=0', peerId: 'p', proof: '' });
  assert.deepEqual(readSignal('{"type":"answer","sdp":"v=0","peer_id":"p","proof":"ab","nonce":"cd"}'), { kind: 'answer', sdp: 'v=0', peerId: 'p', proof: 'ab' });
  assert.deepEqual(readSignal('{"type":"error","code":"bad_shape","message":"no sdp"}'), { kind: 'error', code: 'bad_shape', message: 'no sdp' });
  const candidate = { candidate: 'candidate:1 1 udp 1 10.0.0.1 5 typ host', sdpMid: '0', sdpMLineIndex: 0 };
  assert.deepEqual(readSignal(JSON.stringify({ type: 'ice_candidate', candidate })), { kind: 'candidate', candidate });
});

test('shouldReadChallenges (T80, T96)', () => {
  const nonce = '0123456789abcdef'.repeat(4);
  const read = (servers) => readSignal(JSON.stringify({ type: 'challenge', nonce, ice_servers: servers }));
  const turn = { urls: ['turn:192.0.2.1'], username: 'u', sealed_credential: 'abcd' };
  assert.deepEqual(read([{ urls: ['stun:192.0.2.1', 7] }, turn]), {
    kind: 'challenge',
    nonce,
    iceServers: [{ urls: ['stun:192.0.2.1'] }, { urls: ['turn:192.0.2.1'], username: 'u', sealed: 'abcd' }],
  });
  for (const servers of [undefined, null, 7, {}, 'stun:x']) assert.deepEqual(read(servers).iceServers, []);
  // What is malformed keeps its place, which counts in what is sealed.
  const odd = [null, 7, {}, { urls: 'stun:x' }, { ...turn, sealed_credential: 'abc' }, { ...turn, sealed_credential: undefined }];
  assert.deepEqual(read(odd).iceServers, odd.map(() => ({ urls: [] })));
  for (const bad of [undefined, 7, '', 'AB'.repeat(32), 'ab'.repeat(31), `${nonce}\n`]) {
    assert.equal(readSignal(JSON.stringify({ type: 'challenge', nonce: bad, ice_servers: [] })), null, String(bad));
  }
});

test('shouldTakeEveryFormOfTheEndOfCandidates (T4)', () => {
  for (const candidate of [null, '', { candidate: '' }, { candidate: null }, { candidate: '', sdpMid: '0' }, undefined]) {
    assert.deepEqual(readSignal(JSON.stringify({ type: 'ice_candidate', candidate })), { kind: 'candidate', candidate: null });
  }
  assert.equal(JSON.parse(writeCandidate(null)).candidate.candidate, '');
});

test('shouldGiveNothingForSignalsThatAreNone', () => {
  const bad = [
    '', '[]', '{}', '{"type":"answer"}', '{"type":"answer","sdp":7}', '{"type":"answer","sdp":""}', '{"type":"offer","sdp":"v=0"}',
    '{"type":"ice_candidate","candidate":5}', '{"type":"ice_candidate","candidate":[]}', '{"type":"ice_candidate","candidate":"candidate:1"}',
    '{"type":"ice_candidate","candidate":{"candidate":"candidate:1"}}', '{"type":"ice_candidate","candidate":{"candidate":{}}}', 3, null,
    JSON.stringify({ type: 'answer', sdp: 'x'.repeat(300_000) }),
  ];
  for (const text of bad) assert.equal(readSignal(text), null, String(text).slice(0, 60));
});

test('shouldShortenWhatAHostComplains', () => {
  assert.equal(readSignal(JSON.stringify({ type: 'error', message: 'm'.repeat(1000) })).message.length, 300);
});
