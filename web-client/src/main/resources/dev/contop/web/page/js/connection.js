// One try at the computer: a signaling socket, a peer, two channels and a picture. A new try is a new object; this one
// never comes back after close(), and nothing of it is heard after that.

import { judgeAnswer, ownFingerprint } from './fingerprint.js';
import { readEnvelope, writeEnvelope } from './envelope.js';
import { readSignal, writeCandidate, writeOffer } from './signal.js';

/** Past this many waiting bytes a pointer move waits for the next frame instead. */
const FAST_BACKLOG = 16 * 1024;
/** A path that is not there by now is not coming. */
const GIVE_UP_MS = 20_000;
/** After this the page that overtook us has either taken the session or gone (T33 gives it 15 s). */
const OUTLAST_MS = 20_000;
/** Time for a goodbye to leave before the channel under it is closed. */
const GOODBYE_MS = 250;

/**
 * @typedef {object} Terms
 * @property {string} url of the signaling socket
 * @property {string} fingerprint that the answer must carry
 * @property {import('./proof.js').Binding} binding proves the offer, and what the answer must prove
 * @property {string} lifetime
 * @property {string} deviceName
 * @property {import('./seen.js').Seen} seen
 *
 * @typedef {object} Listener
 * @property {(fact: import('./lifecycle.js').Fact) => void} fact
 * @property {(envelope: import('./envelope.js').Envelope) => void} envelope
 * @property {(stream: MediaStream) => void} picture
 * @property {(mark: 'socket-open'|'answer'|'channel-open') => void} mark
 *
 * @param {Terms} terms
 * @param {Listener} listener
 */
export function connect(terms, listener) {
  const peer = new RTCPeerConnection({ bundlePolicy: 'max-bundle' });
  const sure = peer.createDataChannel('contop', { ordered: true });
  const fast = peer.createDataChannel('contop-fast', { ordered: false, maxRetransmits: 0 });
  const socket = new WebSocket(terms.url);
  const ending = new AbortController();
  const { signal } = ending;
  /** @type {number[]} */
  const timers = [];

  /** @param {import('./lifecycle.js').Fact} fact */
  const tell = (fact) => {
    if (!signal.aborted) listener.fact(fact);
  };
  /** @param {() => void} run @param {number} ms */
  const later = (run, ms) => timers.push(setTimeout(run, ms));

  const hangUp = () => {
    socket.close();
    peer.close();
  };
  const fallSilent = () => {
    ending.abort();
    timers.forEach(clearTimeout);
    terms.seen.closed();
  };

  receivePicture(peer, listener, signal);
  signaling({ terms, listener, peer, socket, signal, tell });

  socket.addEventListener(
    'close',
    ({ code }) => {
      tell({ kind: 'socket-closed', code });
      if (code === 4002) later(() => tell({ kind: 'outlasted' }), OUTLAST_MS);
    },
    { signal },
  );
  peer.addEventListener(
    'connectionstatechange',
    () => {
      if (peer.connectionState === 'connected') tell({ kind: 'steadied' });
      if (peer.connectionState === 'disconnected') tell({ kind: 'wavered' });
      if (peer.connectionState === 'failed' || peer.connectionState === 'closed') tell({ kind: 'peer-failed' });
    },
    { signal },
  );
  sure.addEventListener(
    'open',
    () => {
      listener.mark('channel-open');
      terms.seen.opened((seq) => void send('ack', { seq }));
      tell({ kind: 'opened' });
    },
    { signal },
  );
  sure.addEventListener('close', () => tell({ kind: 'channel-closed' }), { signal });
  sure.addEventListener('message', ({ data }) => hear(data), { signal });
  later(() => tell({ kind: 'timed-out' }), GIVE_UP_MS);

  /** @param {unknown} data */
  const hear = (data) => {
    const envelope = readEnvelope(data);
    if (!envelope || !terms.seen.take(envelope.seq)) return;
    if (envelope.type === 'keepalive') send('keepalive');
    else if (envelope.type === 'session_end') tell({ kind: 'host-left', cause: String(envelope.payload.reason ?? '') });
    else listener.envelope(envelope);
  };

  /**
   * @param {string} type @param {Record<string, unknown>} [payload]
   * @returns {boolean} whether the reliable channel took it
   */
  const send = (type, payload) => {
    if (sure.readyState !== 'open') return false;
    sure.send(writeEnvelope(type, payload));
    return true;
  };

  return {
    peer,
    send,
    /**
     * Sends on the lossy channel, or on the reliable one while that is all there is.
     *
     * @param {string} type @param {Record<string, unknown>} payload
     * @returns {boolean} false when it should be tried again a little later
     */
    sendFast(type, payload) {
      if (fast.readyState !== 'open') {
        send(type, payload);
        return true;
      }
      if (fast.bufferedAmount > FAST_BACKLOG) return false;
      fast.send(writeEnvelope(type, payload));
      return true;
    },
    /** Says goodbye, and closes once that had a moment to go out. */
    leave() {
      const said = send('session_end');
      tell({ kind: 'left' });
      fallSilent();
      if (said) setTimeout(hangUp, GOODBYE_MS);
      else hangUp();
    },
    close() {
      fallSilent();
      hangUp();
    },
  };
}

/** @typedef {ReturnType<typeof connect>} Connection */

/** @param {RTCPeerConnection} peer @param {Listener} listener @param {AbortSignal} signal */
function receivePicture(peer, listener, signal) {
  const { receiver } = peer.addTransceiver('video', { direction: 'recvonly' });
  // A desktop is steered by what is seen: show each frame as soon as it is there rather than smoothly. Not every
  // browser knows the wish.
  if ('jitterBufferTarget' in receiver) receiver.jitterBufferTarget = 0;
  peer.addEventListener(
    'track',
    ({ track, streams }) => {
      if (track.kind === 'video') listener.picture(streams[0] ?? new MediaStream([track]));
    },
    { signal },
  );
}

/** @typedef {Extract<import('./signal.js').Signal, {kind: 'challenge'}>} Challenge */

/**
 * Takes the ICE servers that the computer tells of (T80). Without them there are fewer paths, which is no error.
 *
 * @param {RTCPeerConnection} peer
 * @param {import('./signal.js').SharedServer[]} servers
 * @param {string} nonce
 * @param {import('./proof.js').Binding} binding
 */
function useServers(peer, servers, nonce, binding) {
  const iceServers = servers
    .map(({ urls, username, sealed }, place) =>
      sealed ? { urls, username, credential: binding.unsealed(sealed, place, nonce) } : { urls },
    )
    .filter(({ urls }) => urls.length > 0);
  try {
    peer.setConfiguration({ iceServers, bundlePolicy: 'max-bundle' });
  } catch {
    // A server that this browser cannot use.
  }
}

/**
 * Challenge, offer, answer and candidates, trickled both ways (T4 to T6, T96). The offer is made while the socket still
 * opens.
 *
 * @param {object} parts
 * @param {Terms} parts.terms
 * @param {Listener} parts.listener
 * @param {RTCPeerConnection} parts.peer
 * @param {WebSocket} parts.socket
 * @param {AbortSignal} parts.signal
 * @param {(fact: import('./lifecycle.js').Fact) => void} parts.tell
 */
function signaling({ terms, listener, peer, socket, signal, tell }) {
  let offered = false;
  let answered = false;
  /** What the answer must prove. */
  let expected = '';
  /** @type {string[]} */
  let outgoing = [];
  /** @type {(RTCIceCandidateInit | null)[]} */
  let incoming = [];

  /** @param {string} message */
  const say = (message) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(message);
  };

  peer.addEventListener(
    'icecandidate',
    ({ candidate }) => {
      // An empty candidate ends one generation, null ends them all; the host is told once.
      if (candidate && candidate.candidate === '') return;
      const message = writeCandidate(candidate);
      if (offered) say(message);
      else outgoing.push(message);
    },
    { signal },
  );

  socket.addEventListener('open', () => listener.mark('socket-open'), { signal, once: true });
  /** @type {(challenge: Challenge) => void} */
  let challenge = () => {};
  /** @type {Promise<Challenge>} the first one counts, and this page makes no second offer */
  const challenged = new Promise((resolve) => {
    challenge = resolve;
  });
  const offer = async () => {
    const made = await peer.createOffer();
    const { nonce, iceServers } = await challenged;
    if (signal.aborted) return;
    useServers(peer, iceServers, nonce, terms.binding);
    const set = peer.setLocalDescription(made);
    const { binding, deviceName, lifetime, seen } = terms;
    const sdp = made.sdp ?? '';
    const own = ownFingerprint(sdp);
    if (own === '') throw new Error('This browser names no certificate by SHA-256');
    expected = binding.proof('host', nonce, own);
    const proof = binding.proof('phone', nonce, own);
    say(writeOffer({ sdp, proof, deviceName, lifetime, lastSeq: seen.last() }));
    offered = true;
    await set;
    outgoing.forEach(say);
    outgoing = [];
  };

  /** @param {RTCIceCandidateInit | null} candidate */
  const add = async (candidate) => {
    try {
      await peer.addIceCandidate(candidate ?? undefined);
    } catch {
      // A candidate that this browser cannot use is one path fewer, not an error: others may do.
    }
  };

  /** @param {string} sdp @param {string} proof */
  const answer = async (sdp, proof) => {
    if (answered) return;
    answered = true;
    listener.mark('answer');
    const verdict = judgeAnswer(sdp, terms.fingerprint);
    if (!verdict.ok) return tell({ kind: 'mismatched', cause: verdict.reason });
    if (expected === '' || proof !== expected) return tell({ kind: 'mismatched', cause: 'unproven' });
    await peer.setRemoteDescription({ type: 'answer', sdp });
    tell({ kind: 'answered' });
    const waiting = incoming;
    incoming = [];
    for (const candidate of waiting) await add(candidate);
  };

  /** @param {unknown} data */
  const hear = async (data) => {
    const message = readSignal(data);
    if (message?.kind === 'challenge') challenge(message);
    else if (message?.kind === 'answer') await answer(message.sdp, message.proof);
    else if (message?.kind === 'error') tell({ kind: 'host-complained', said: message.message || message.code });
    else if (message?.kind === 'candidate') {
      if (peer.remoteDescription) await add(message.candidate);
      else if (incoming.length < 256) incoming.push(message.candidate);
    }
  };

  // One message after the other: candidates must not overtake the answer they belong to.
  let work = Promise.resolve();
  const failed = () => tell({ kind: 'answer-failed' });
  socket.addEventListener(
    'message',
    ({ data }) => {
      work = work.then(() => (signal.aborted ? undefined : hear(data))).catch(failed);
    },
    { signal },
  );
  offer().catch(failed);
}
