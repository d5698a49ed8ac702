// The messages of the signaling socket, in both directions (T4, T5, T11, T96).

import { isRecord, parseJson } from './envelope.js';

const LIMIT = 256 * 1024;

const NONCE = /^[0-9a-f]{64}$/;
const SEALED = /^([0-9a-f]{2}){1,1024}$/;

/**
 * @typedef {{urls: string[], username?: string, sealed?: string}} SharedServer
 *
 * @typedef {{kind: 'challenge', nonce: string, iceServers: SharedServer[]}
 *   | {kind: 'answer', sdp: string, peerId: string, proof: string}
 *   | {kind: 'candidate', candidate: RTCIceCandidateInit | null}
 *   | {kind: 'error', code: string, message: string}} Signal
 */

/**
 * @param {unknown} data
 * @returns {Signal | null} null for what is malformed or of no concern to this page
 */
export function readSignal(data) {
  if (typeof data !== 'string' || data.length > LIMIT) return null;
  const value = parseJson(data);
  if (!isRecord(value)) return null;
  switch (value.type) {
    case 'challenge':
      if (typeof value.nonce !== 'string' || !NONCE.test(value.nonce)) return null;
      return { kind: 'challenge', nonce: value.nonce, iceServers: readServers(value.ice_servers) };
    case 'answer':
      if (typeof value.sdp !== 'string' || value.sdp === '') return null;
      return { kind: 'answer', sdp: value.sdp, peerId: text(value.peer_id), proof: text(value.proof) };
    case 'ice_candidate':
      return readCandidate(value.candidate ?? null);
    case 'error':
      return { kind: 'error', code: words(value.code), message: words(value.message) };
    default:
      return null;
  }
}

/**
 * @param {unknown} value
 * @returns {SharedServer[]} at their places; one that is malformed has no URL
 */
function readServers(value) {
  if (!Array.isArray(value)) return [];
  return value.slice(0, 64).map((server) => {
    if (!isRecord(server) || !Array.isArray(server.urls)) return { urls: [] };
    const urls = server.urls.filter((url) => typeof url === 'string');
    if (server.username === undefined) return { urls };
    const sealed = text(server.sealed_credential);
    return SEALED.test(sealed) ? { urls, username: text(server.username), sealed } : { urls: [] };
  });
}

/** @param {unknown} value */
const text = (value) => (typeof value === 'string' ? value : '');

/** @param {unknown} value @returns {Signal | null} a null candidate is the end of candidates */
function readCandidate(value) {
  if (value === null || value === '') return { kind: 'candidate', candidate: null };
  if (!isRecord(value)) return null;
  const { candidate, sdpMid, sdpMLineIndex } = value;
  if (candidate === null || candidate === undefined || candidate === '') return { kind: 'candidate', candidate: null };
  if (typeof candidate !== 'string') return null;
  const mid = typeof sdpMid === 'string' ? sdpMid : null;
  const line = typeof sdpMLineIndex === 'number' ? sdpMLineIndex : null;
  if (mid === null && line === null) return null;
  return { kind: 'candidate', candidate: { candidate, sdpMid: mid, sdpMLineIndex: line } };
}

/** @param {unknown} value a code or sentence from the host, kept short enough to show */
function words(value) {
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 300) : '';
}

/**
 * @param {{sdp: string, proof: string, deviceName: string, lifetime: string, lastSeq: number}} offer asks to resume after
 *     `lastSeq`
 */
export function writeOffer({ sdp, proof, deviceName, lifetime, lastSeq }) {
  const resume = { last_seq: lastSeq };
  return JSON.stringify({ type: 'offer', sdp, proof, device_name: deviceName, connection_type: lifetime, resume });
}

/** @param {{candidate: string, sdpMid: string | null, sdpMLineIndex: number | null} | null} candidate null ends them */
export function writeCandidate(candidate) {
  const { candidate: line, sdpMid, sdpMLineIndex } = candidate ?? { candidate: '', sdpMid: '0', sdpMLineIndex: 0 };
  return JSON.stringify({ type: 'ice_candidate', candidate: { candidate: line, sdpMid, sdpMLineIndex } });
}
