// A phone that measures: speaks the host's protocol from inside a page, and reads the clock strip of the scene
// in the decoded video. Marks are milliseconds since the socket opened. Needs strip.js.
window.probe = (() => {
  const { epoch, spread, ages } = window.strip;
  const uuid = () => {
    const b = crypto.getRandomValues(new Uint8Array(16));
    b[6] = (b[6] & 15) | 64; b[8] = (b[8] & 63) | 128;
    const h = [...b].map(x => x.toString(16).padStart(2, '0')).join('');
    return [h.slice(0, 8), h.slice(8, 12), h.slice(12, 16), h.slice(16, 20), h.slice(20)].join('-');
  };

  const state = { waiting: [], marks: {} };
  let socket, peer, channel, video, screenWidth, opened;

  const send = (type, payload) => channel.send(JSON.stringify({ type, id: uuid(), payload }));
  const answerTo = type => new Promise(resolve => state.waiting.push({ type, resolve }));

  function heard(text) {
    const message = JSON.parse(text);
    if (message.type === 'keepalive') send('keepalive', {});
    const i = state.waiting.findIndex(w => w.type === message.type);
    if (i >= 0) state.waiting.splice(i, 1)[0].resolve(message);
  }

  async function connect(url, width) {
    screenWidth = width;
    socket = new WebSocket(url);
    await new Promise((resolve, reject) => { socket.onopen = resolve; socket.onerror = () => reject(new Error('socket')); });
    opened = epoch();
    const since = name => { state.marks[name] ??= epoch() - opened; };
    const line = socket;
    peer = new RTCPeerConnection({ iceServers: [] });
    peer.addTransceiver('video', { direction: 'recvonly' });
    channel = peer.createDataChannel('contop');
    const fast = peer.createDataChannel('contop-fast', { ordered: false, maxRetransmits: 0 });
    const ready = new Promise((resolve, reject) => {
      channel.onopen = () => { since('channel'); resolve(); };
      setTimeout(() => reject(new Error('no channel within 10 s')), 10000);
    });
    channel.onmessage = event => heard(event.data);
    peer.ontrack = event => watch(event.streams[0] ?? new MediaStream([event.track]), since);
    peer.onicecandidate = event => {
      if (event.candidate && line.readyState === 1) line.send(JSON.stringify({ type: 'ice_candidate', candidate: event.candidate }));
    };
    // Some servers send candidates ahead of their answer.
    let described;
    const answered = new Promise(resolve => { described = resolve; });
    line.onmessage = event => {
      const message = JSON.parse(event.data);
      if (message.type === 'answer') {
        since('answer');
        peer.setRemoteDescription({ type: 'answer', sdp: message.sdp }).then(described);
      }
      if (message.type === 'ice_candidate' && message.candidate) answered.then(() => peer.addIceCandidate(message.candidate)).catch(() => {});
    };
    await peer.setLocalDescription();
    line.send(JSON.stringify({ type: 'offer', sdp: peer.localDescription.sdp, device_name: 'benchmark' }));
    await ready;
    state.fast = fast;
    const deadline = performance.now() + 10000;
    while (state.marks.frame === undefined && performance.now() < deadline) await new Promise(requestAnimationFrame);
    return state.marks;
  }

  function watch(stream, since) {
    video = document.createElement('video');
    Object.assign(video, { muted: true, autoplay: true, playsInline: true, srcObject: stream });
    video.style.cssText = 'position:fixed;left:0;top:0;width:320px';
    document.body.append(video);
    const frame = (now, facts) => {
      since('frame');
      ages.shown(video, video.videoWidth / screenWidth, now, facts.receiveTime);
      video.requestVideoFrameCallback(frame);
    };
    video.requestVideoFrameCallback(frame);
  }

  async function statistics() {
    const all = {};
    (await peer.getStats()).forEach(s => {
      if (s.type === 'inbound-rtp' && s.kind === 'video') Object.assign(all, { bytes: s.bytesReceived, decoded: s.framesDecoded, qp: s.qpSum, width: s.frameWidth, height: s.frameHeight, freezes: s.freezeCount, lost: s.packetsLost, codecId: s.codecId, keys: s.keyFramesDecoded });
      if (s.type === 'candidate-pair' && s.nominated) all.roundTrip = s.currentRoundTripTime;
      if (s.type === 'codec') (all.codecs ??= {})[s.id] = s.mimeType;
    });
    all.codec = all.codecs?.[all.codecId];
    return all;
  }

  const LOOK = 250; // ms

  async function picture(seconds) {
    ages.reset();
    const first = await statistics(), began = performance.now();
    const rates = [];
    let before = first, at = began;
    while (performance.now() - began < seconds * 1000) {
      await new Promise(resolve => setTimeout(resolve, LOOK));
      const now = await statistics(), looked = performance.now();
      rates.push({ until: epoch() - opened, kilobits: (now.bytes - before.bytes) * 8 / (looked - at) });
      before = now;
      at = looked;
    }
    const took = (at - began) / 1000, frames = before.decoded - first.decoded;
    return {
      seconds: took, codec: before.codec, width: before.width, height: before.height,
      fps: frames / took, kilobits: (before.bytes - first.bytes) * 8 / 1000 / took, fullRate: fullRate(rates),
      quantizer: frames ? (before.qp - first.qp) / frames : null, freezes: before.freezes - first.freezes,
      lost: before.lost - first.lost, ...ages.report(),
    };
  }

  // Milliseconds since the socket opened until as much is sent as in the second half, but for a tenth: the end of the
  // first two looks in a row that say so.
  function fullRate(rates) {
    const half = rates.slice(Math.floor(rates.length / 2));
    const enough = half.reduce((sum, rate) => sum + rate.kilobits, 0) / half.length * 0.9;
    const i = rates.findIndex((rate, n) => n > 0 && (rate.kilobits + rates[n - 1].kilobits) / 2 >= enough);
    return i < 0 ? null : rates[i].until;
  }

  async function roundTrips(count) {
    const times = [];
    for (let i = 0; i < count; i++) {
      const began = performance.now(), answered = answerTo('manual_control_result');
      send('manual_control', { action: 'key_combo', keys: [] });
      await answered;
      times.push(performance.now() - began);
    }
    return spread(times);
  }

  function leave() {
    try { send('session_end', {}); } finally { setTimeout(() => { peer.close(); socket.close(); }, 50); }
  }

  return { connect, picture, roundTrips, leave, statistics };
})();
