// What the page does when somebody stands between it and the computer (T82, T96).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './page.js';

const HOST = '0123456789abcdef'.repeat(4);
const PHONE = 'fedcba9876543210'.repeat(4);
const RELAY = '66'.repeat(32);
const NONCE = '00112233445566778899aabbccddeeff'.repeat(2);
const TOKEN = 'q7Vn0Yf3m2a1b8cQxWzKp5Rr-9_LdTeUiOjHgFsAaBc';
const LINK = { token: TOKEN, deviceId: 'phone-1', fingerprint: HOST };
const sdp = (hex) => `v=0\r\na=fingerprint:sha-256 ${hex.toUpperCase().match(/../g).join(':')}\r\nm=video 9 x\r\n`;

/** As much of a WebSocket and a peer connection as the page uses. */
class FakeSocket extends EventTarget {
  static OPEN = 1;
  readyState = 1;
  sent = [];
  constructor(url) {
    super();
    this.url = url;
    FakeSocket.last = this;
  }
  send(text) {
    this.sent.push(text);
  }
  close() {}
  hear(message) {
    this.dispatchEvent(Object.assign(new Event('message'), { data: JSON.stringify(message) }));
  }
}

class FakePeer extends EventTarget {
  applied = [];
  configured = [];
  remoteDescription = null;
  constructor() {
    super();
    FakePeer.last = this;
  }
  createDataChannel() {
    return Object.assign(new EventTarget(), { readyState: 'connecting' });
  }
  addTransceiver() {
    return { receiver: {} };
  }
  createOffer() {
    return Promise.resolve({ type: 'offer', sdp: sdp(PHONE) });
  }
  setLocalDescription() {
    return Promise.resolve();
  }
  setConfiguration(configuration) {
    this.configured.push(configuration);
  }
  setRemoteDescription(description) {
    this.applied.push(description);
    return Promise.resolve();
  }
  close() {}
}

globalThis.WebSocket = FakeSocket;
globalThis.RTCPeerConnection = FakePeer;

const { connect } = await load('connection.js');
const { binding } = await load('proof.js');
const { next, isGoing } = await load('lifecycle.js');
const { wordsFor } = await load('words.js');

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A page that was challenged and has offered. */
async function offered(servers = []) {
  const facts = [];
  const connection = connect(
    {
      url: 'ws://desk/ws/signaling?device=phone-1',
      fingerprint: HOST,
      binding: binding(LINK),
      lifetime: 'temp',
      deviceName: 'x',
      seen: { last: () => 0, closed: () => {} },
    },
    { fact: (fact) => facts.push(fact), envelope: () => {}, picture: () => {}, mark: () => {} },
  );
  const [socket, peer] = [FakeSocket.last, FakePeer.last];
  await settled();
  assert.deepEqual(socket.sent, [], 'nothing is offered before the challenge');
  socket.hear({ type: 'challenge', nonce: NONCE, ice_servers: servers });
  await settled();
  const offer = JSON.parse(socket.sent[0]);
  return { facts, socket, peer, offer, close: () => connection.close() };
}

const answered = async (page, fingerprint, proof) => {
  page.socket.hear({ type: 'answer', sdp: sdp(fingerprint), peer_id: 'p', proof, nonce: RELAY });
  await settled();
  page.close();
};
const refusal = (page, cause) => {
  assert.deepEqual(page.facts, [{ kind: 'mismatched', cause }]);
  assert.deepEqual(page.peer.applied, [], 'no description is applied');
};
const right = binding(LINK).proof('host', NONCE, PHONE);

test('shouldProveItsOfferAndApplyAProvenAnswer', async () => {
  const page = await offered();
  assert.equal(page.offer.proof, binding(LINK).proof('phone', NONCE, PHONE));
  await answered(page, HOST, right);
  assert.deepEqual(page.facts, [{ kind: 'answered' }]);
  assert.equal(page.peer.applied.length, 1);
});

test('shouldRefuseAnAnswerWhoseFingerprintARelayExchanged', async () => {
  const page = await offered();
  await answered(page, RELAY, right);
  refusal(page, 'different');
});

test('shouldRefuseTheRightFingerprintWithoutTheRightProof', async () => {
  // The last: a relay that exchanged the offer's fingerprint, and let the computer sign what it got.
  const wrong = [undefined, '', 7, RELAY, right.toUpperCase(), binding(LINK).proof('host', NONCE, RELAY)];
  for (const proof of wrong) {
    const page = await offered();
    await answered(page, HOST, proof);
    refusal(page, 'unproven');
  }
});

test('shouldRefuseItsOwnProofReflected', async () => {
  const page = await offered();
  await answered(page, HOST, page.offer.proof);
  refusal(page, 'unproven');
});

test('shouldRefuseAnAnswerReplayedFromAnotherConnection', async () => {
  const page = await offered();
  await answered(page, HOST, binding(LINK).proof('host', RELAY, PHONE));
  refusal(page, 'unproven');
});

test('shouldRefuseAnAnswerToNoOffer', async () => {
  const page = await offered();
  const early = { ...page, facts: [] };
  page.close();
  const facts = [];
  const connection = connect(
    { url: 'ws://x', fingerprint: HOST, binding: binding(LINK), lifetime: 'temp', deviceName: 'x', seen: { last: () => 0, closed: () => {} } },
    { fact: (fact) => facts.push(fact), envelope: () => {}, picture: () => {}, mark: () => {} },
  );
  const [socket, peer] = [FakeSocket.last, FakePeer.last];
  await answered({ ...early, socket, peer, close: () => connection.close() }, HOST, '');
  refusal({ facts, peer }, 'unproven');
});

test('shouldOfferOnceHoweverOftenItIsChallenged', async () => {
  const page = await offered();
  page.socket.hear({ type: 'challenge', nonce: RELAY, ice_servers: [] });
  await settled();
  page.close();
  assert.equal(page.socket.sent.length, 1);
});

test('shouldNeverSendTheSecret', async () => {
  const page = await offered();
  await answered(page, HOST, right);
  assert.doesNotMatch(page.socket.url + page.socket.sent.join(), new RegExp(TOKEN));
});

test('shouldUseTheServersThatItIsToldOf (T80)', async () => {
  const turn = { urls: ['turn:192.0.2.1'], username: 'u', sealed_credential: 'f42d1fbba983' };
  const page = await offered([{ urls: ['stun:192.0.2.1'] }, turn, { urls: 'x' }]);
  page.close();
  assert.deepEqual(page.peer.configured, [
    {
      iceServers: [{ urls: ['stun:192.0.2.1'] }, { urls: ['turn:192.0.2.1'], username: 'u', credential: 'secret' }],
      bundlePolicy: 'max-bundle',
    },
  ]);
});

test('shouldSayInWordsWhatIsWrong', () => {
  const start = next({ phase: 'connecting' }, { kind: 'start' });
  const words = (fact) => {
    const life = next(start, fact);
    assert.equal(isGoing(life), false);
    return wordsFor(life);
  };
  assert.match(words({ kind: 'mismatched', cause: 'different' }).title, /not the computer that showed the code/);
  assert.match(words({ kind: 'mismatched', cause: 'unproven' }).title, /stands in between/);
  assert.match(words({ kind: 'socket-closed', code: 4001 }).detail, /something between this phone and the computer.*[Ss]how a new code/);
});
