// A phone that measures: speaks the host's protocol from inside a page, and reads the clock strip of the scene
// in the decoded video. Times are milliseconds since the epoch, or since the socket opened where said so.
window.probe = (() => {
  const CELL = 40, COLUMNS = 22, ROWS = 2, LEFT = 40, TOP = 20;

  // Date.now() ticks in whole milliseconds: its edge tells where performance.now() stands.
  let offset = Infinity;
  for (let i = 0; i < 2000; i++) offset = Math.min(offset, Date.now() + 1 - performance.now());
  const epoch = () => performance.now() + offset;
  const uuid = () => {
    const b = crypto.getRandomValues(new Uint8Array(16));
    b[6] = (b[6] & 15) | 64; b[8] = (b[8] & 63) | 128;
    const h = [...b].map(x => x.toString(16).padStart(2, '0')).join('');
    return [h.slice(0, 8), h.slice(8, 12), h.slice(12, 16), h.slice(16, 20), h.slice(20)].join('-');
  };
  const at = (sorted, p) => sorted.length ? sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] : null;
  const spread = values => {
    const s = [...values].sort((a, b) => a - b);
    return { count: s.length, p50: at(s, 0.5), p99: at(s, 0.99), max: s.at(-1) ?? null };
  };

  const state = { waiting: [], marks: {}, ages: [], frames: 0, unread: 0 };
  let peer, channel, video, screenWidth;

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
    const socket = new WebSocket(url);
    await new Promise((resolve, reject) => { socket.onopen = resolve; socket.onerror = () => reject(new Error('socket')); });
    const opened = epoch();
    const since = name => { state.marks[name] ??= epoch() - opened; };
    peer = new RTCPeerConnection({ iceServers: [] });
    peer.addTransceiver('video', { direction: 'recvonly' });
    channel = peer.createDataChannel('contop');
    const fast = peer.createDataChannel('contop-fast', { ordered: false, maxRetransmits: 0 });
    const ready = new Promise(resolve => { channel.onopen = () => { since('channel'); resolve(); }; });
    channel.onmessage = event => heard(event.data);
    peer.ontrack = event => watch(event.streams[0] ?? new MediaStream([event.track]), since);
    peer.onicecandidate = event => {
      if (event.candidate && socket.readyState === 1) socket.send(JSON.stringify({ type: 'ice_candidate', candidate: event.candidate }));
    };
    socket.onmessage = async event => {
      const message = JSON.parse(event.data);
      if (message.type === 'answer') { since('answer'); await peer.setRemoteDescription({ type: 'answer', sdp: message.sdp }); }
      if (message.type === 'ice_candidate' && message.candidate) await peer.addIceCandidate(message.candidate);
    };
    await peer.setLocalDescription();
    socket.send(JSON.stringify({ type: 'offer', sdp: peer.localDescription.sdp, device_name: 'benchmark' }));
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
    const canvas = document.createElement('canvas');
    canvas.width = COLUMNS * 4; canvas.height = ROWS * 4;
    const paint = canvas.getContext('2d', { willReadFrequently: true });
    const frame = (now, facts) => {
      since('frame');
      state.frames++;
      const shown = now + offset, k = video.videoWidth / screenWidth;
      paint.drawImage(video, LEFT * k, TOP * k, COLUMNS * CELL * k, ROWS * CELL * k, 0, 0, canvas.width, canvas.height);
      const drawn = strip(paint.getImageData(0, 0, canvas.width, canvas.height).data, canvas.width);
      if (drawn === null) state.unread++;
      else state.ages.push({ age: since32(shown, drawn), receive: facts.receiveTime ? since32(facts.receiveTime + offset, drawn) : null, fresh: drawn !== state.newest });
      state.newest = drawn;
      video.requestVideoFrameCallback(frame);
    };
    video.requestVideoFrameCallback(frame);
  }

  function strip(pixels, width) {
    let value = 0, marker = 0, check = 0;
    for (let i = 0; i < COLUMNS * ROWS; i++) {
      const x = (i % COLUMNS) * 4 + 1, y = Math.floor(i / COLUMNS) * 4 + 1;
      const bit = pixels[(y * width + x) * 4 + 1] + pixels[((y + 1) * width + x + 1) * 4 + 1] > 255 ? 1 : 0;
      if (i < 4) marker = marker * 2 + bit; else if (i < 36) value = value * 2 + bit; else check = check * 2 + bit;
    }
    let sum = 0;
    for (let i = 0; i < 4; i++) sum += (i + 1) * (Math.floor(value / 2 ** (24 - 8 * i)) & 255);
    return marker === 10 && check === sum % 251 ? value : null;
  }

  const since32 = (time, drawn) => {
    let age = (time % 4294967296) - drawn;
    if (age < -2147483648) age += 4294967296;
    return age;
  };

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

  async function picture(seconds) {
    state.ages = []; state.unread = 0;
    const first = await statistics(), began = performance.now();
    const rates = [];
    let before = first;
    while (performance.now() - began < seconds * 1000) {
      await new Promise(resolve => setTimeout(resolve, 1000));
      const now = await statistics();
      rates.push(Math.round((now.bytes - before.bytes) * 8 / 1000));
      before = now;
    }
    const took = (performance.now() - began) / 1000, frames = before.decoded - first.decoded;
    return {
      seconds: took, codec: before.codec, width: before.width, height: before.height,
      fps: frames / took, kilobits: (before.bytes - first.bytes) * 8 / 1000 / took, kilobitsEachSecond: rates,
      quantizer: frames ? (before.qp - first.qp) / frames : null, freezes: before.freezes - first.freezes,
      lost: before.lost - first.lost, unread: state.unread,
      glass: spread(state.ages.map(a => a.age)),
      received: spread(state.ages.filter(a => a.receive !== null).map(a => a.receive)),
      fresh: spread(state.ages.filter(a => a.fresh).map(a => a.age)),
    };
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

  function leave() { try { send('session_end', {}); } finally { setTimeout(() => peer.close(), 50); } }

  return { connect, picture, roundTrips, leave, statistics };
})();
