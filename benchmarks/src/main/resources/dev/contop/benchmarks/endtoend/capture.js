// Chromium as the host: gives its screen, by getDisplayMedia, to whoever sends an offer through the socket.
window.share = async url => {
  const BITS_PER_SECOND = 5_000_000, WIDTH = 1280;
  const stream = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: 30 }, audio: false });
  const [track] = stream.getVideoTracks();
  const line = new WebSocket(url);
  let peer;

  // As the host does it: the encoder starts at its rate instead of finding it over some seconds.
  const hinted = sdp => sdp.replace(/(a=rtpmap:(\d+) VP8\/90000\r\n)/, `$1a=fmtp:$2 x-google-start-bitrate=${BITS_PER_SECOND / 1000}\r\n`);

  async function answer(sdp) {
    peer?.close();
    peer = new RTCPeerConnection({ iceServers: [] });
    const mine = peer;
    mine.onicecandidate = event => { if (event.candidate) line.send(JSON.stringify({ type: 'ice_candidate', candidate: event.candidate })); };
    await mine.setRemoteDescription({ type: 'offer', sdp: hinted(sdp) });
    const sender = mine.addTrack(track, stream);
    await mine.setLocalDescription();
    line.send(JSON.stringify({ type: 'answer', sdp: mine.localDescription.sdp }));
    const settings = sender.getParameters();
    Object.assign(settings.encodings[0], {
      maxBitrate: BITS_PER_SECOND, maxFramerate: 30, scaleResolutionDownBy: Math.max(1, track.getSettings().width / WIDTH),
    });
    await sender.setParameters(settings);
  }

  // One after the other: candidates may overtake the offer's handling.
  let done = Promise.resolve();
  line.onmessage = event => {
    const message = JSON.parse(event.data);
    if (message.type === 'offer') done = done.then(() => answer(message.sdp));
    if (message.type === 'ice_candidate') done = done.then(() => peer.addIceCandidate(message.candidate)).catch(() => {});
  };
  await new Promise((resolve, reject) => { line.onopen = resolve; line.onerror = () => reject(new Error('socket')); });
  return track.getSettings();
};
