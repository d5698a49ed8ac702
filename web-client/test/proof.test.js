import assert from 'node:assert/strict';
import { createHmac, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { load } from './page.js';

const { binding } = await load('proof.js');
const { ownFingerprint } = await load('fingerprint.js');

// The example of docs/protocol.md, which the computer's own tests use too.
const LINK = {
  token: 'q7Vn0Yf3m2a1b8cQxWzKp5Rr-9_LdTeUiOjHgFsAaBc',
  deviceId: 'phone-1',
  fingerprint: '0123456789abcdef'.repeat(4),
};
const NONCE = '00112233445566778899aabbccddeeff'.repeat(2);
const PHONE = 'fedcba9876543210'.repeat(4);

test('shouldProveAsTheProtocolSays (T96)', () => {
  const { proof } = binding(LINK);
  assert.equal(proof('phone', NONCE, PHONE), '6335c6c0952b7ffed64305870a60a33358daca3f14b07b0f8cd36357442639d2');
  assert.equal(proof('host', NONCE, PHONE), '63b8728b9f8f4af71c0a7d32371cffeba31e117241df482baedfc7dbb75dbe20');
});

test('shouldProveSomethingElseForEveryOtherFact', () => {
  const other = { token: `${LINK.token.slice(1)}A`, deviceId: 'phone-2', fingerprint: PHONE };
  const proofs = [
    binding(LINK).proof('phone', NONCE, PHONE),
    binding(LINK).proof('host', NONCE, PHONE),
    binding(LINK).proof('phone', PHONE, PHONE),
    binding(LINK).proof('phone', NONCE, NONCE),
    ...Object.entries(other).map(([name, value]) => binding({ ...LINK, [name]: value }).proof('phone', NONCE, PHONE)),
  ];
  assert.equal(new Set(proofs).size, 7);
});

test('shouldHashAsEveryoneElseDoes', () => {
  const hmac = (key, text) => createHmac('sha256', key).update(text).digest();
  for (let round = 0; round < 50; round++) {
    const token = randomBytes(32).toString('base64url');
    const [nonce, phone, fingerprint] = [1, 2, 3].map(() => randomBytes(32).toString('hex'));
    const deviceId = 'd'.repeat(1 + (round % 64));
    const text = ['contop binding v1', 'host', nonce, deviceId, phone, fingerprint].map((part) => `${part.length}:${part},`).join('');
    const expected = hmac(hmac(token, 'contop pairing key v1'), text).toString('hex');
    assert.equal(binding({ token, deviceId, fingerprint }).proof('host', nonce, phone), expected);
  }
});

test('shouldUnsealThePasswordOfAServer (T80)', () => {
  const sealed = 'e6680ca8bf8425010c0b320f210297a08fbf6fe4429d34e8746ace8c407371042ad94d381dc68caf537d858515';
  assert.equal(binding(LINK).unsealed(sealed, 1, NONCE), 'a password of more than thirty-two characters');
  assert.equal(binding(LINK).unsealed('f42d1fbba983', 1, NONCE), 'secret');
  assert.notEqual(binding(LINK).unsealed('f42d1fbba983', 0, NONCE), 'secret');
});

test('shouldReadItsOwnFingerprintOrNone', () => {
  const line = (hex, algorithm = 'sha-256') => `a=fingerprint:${algorithm} ${hex.toUpperCase().match(/../g).join(':')}\r\n`;
  assert.equal(ownFingerprint(`v=0\r\n${line(PHONE)}m=video 9 x\r\n${line(PHONE)}`), PHONE);
  assert.equal(ownFingerprint(`v=0\r\n${line(PHONE)}${line(NONCE)}`), '');
  assert.equal(ownFingerprint(`v=0\r\n${line(PHONE)}${line(PHONE, 'sha-512')}`), '');
  assert.equal(ownFingerprint('v=0\r\n'), '');
});
