// Figures of the running connection, for tests and for the curious.

/**
 * @param {RTCPeerConnection} peer
 * @param {HTMLVideoElement} video
 */
export async function connectionStats(peer, video) {
  /** @type {Record<string, any>[]} */
  const reports = [];
  (await peer.getStats()).forEach((report) => reports.push(report));
  const inbound = reports.find((report) => report.type === 'inbound-rtp' && report.kind === 'video');
  const pair = reports.find((report) => report.type === 'candidate-pair' && report.nominated && report.state === 'succeeded');
  /** @param {string | undefined} id */
  const byId = (id) => reports.find((report) => report.id === id);
  const rtt = pair?.currentRoundTripTime;
  return {
    connection: peer.connectionState,
    framesDecoded: inbound?.framesDecoded ?? 0,
    framesDropped: inbound?.framesDropped ?? 0,
    framesPerSecond: inbound?.framesPerSecond ?? 0,
    freezes: inbound?.freezeCount ?? 0,
    keyFrames: inbound?.keyFramesDecoded ?? 0,
    bytesReceived: inbound?.bytesReceived ?? 0,
    packetsLost: inbound?.packetsLost ?? 0,
    width: video.videoWidth,
    height: video.videoHeight,
    codec: byId(inbound?.codecId)?.mimeType ?? null,
    rttMs: typeof rtt === 'number' ? rtt * 1000 : null,
    path: byId(pair?.remoteCandidateId)?.candidateType ?? null,
  };
}
