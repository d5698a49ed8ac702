// Sends mutations of valid messages from a page: over the data channels, and over signaling sockets.
window.mutations = (() => {
  const uuid = '5f0c7c52-1111-4222-8333-444455556666';
  const envelope = (type, payload) => JSON.stringify({ type, id: uuid, payload });
  const VALID = [
    envelope('keepalive', {}),
    envelope('execution_stop', {}),
    envelope('set_manual_mode', { enabled: false }),
    envelope('manual_control', { action: 'mouse_move', x: 10, y: 20, t: 7 }),
    envelope('manual_control', { action: 'mouse_move', dx: 1.5, dy: -2 }),
    envelope('manual_control', { action: 'key_combo', keys: [] }),
    envelope('manual_control', { action: 'scroll', direction: 'up', amount: 2 }),
  ];

  // mulberry32: small, seeded, the same everywhere.
  const generator = seed => () => {
    seed = (seed + 0x6D2B79F5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };

  const JUNK = ['"', '{', '}', '[', ']', ':', ',', '\\', '\u0000', '\ud800', '9e999', 'null', '-', ' ', '\u00e9', 'true', '\n'];

  function mutate(text, next) {
    const kind = Math.floor(next() * 6), i = Math.floor(next() * text.length);
    const j = Math.min(text.length, i + 1 + Math.floor(next() * 12));
    const junk = JUNK[Math.floor(next() * JUNK.length)];
    if (kind === 0) return text.slice(0, i) + junk + text.slice(i + 1);
    if (kind === 1) return text.slice(0, i) + text.slice(j);
    if (kind === 2) return text.slice(0, j) + text.slice(i, j) + text.slice(j);
    if (kind === 3) return text.slice(0, i);
    if (kind === 4) return text.slice(0, i) + junk.repeat(1 + Math.floor(next() * 90)) + text.slice(i);
    return text.slice(0, i) + String.fromCharCode(Math.floor(next() * 65536)) + text.slice(j);
  }

  const opened = target => new Promise((resolve, reject) => {
    target.onopen = resolve;
    target.onerror = () => reject(new Error('not opened'));
  });

  async function connect(url) {
    const socket = new WebSocket(url);
    await opened(socket);
    const peer = new RTCPeerConnection();
    peer.addTransceiver('video', { direction: 'recvonly' });
    const channel = peer.createDataChannel('contop');
    const fast = peer.createDataChannel('contop-fast', { ordered: false, maxRetransmits: 0 });
    const heard = [];
    channel.onmessage = event => heard.push(JSON.parse(event.data));
    peer.onicecandidate = event => {
      if (event.candidate) socket.send(JSON.stringify({ type: 'ice_candidate', candidate: event.candidate }));
    };
    socket.onmessage = async event => {
      const message = JSON.parse(event.data);
      if (message.type === 'answer') await peer.setRemoteDescription({ type: 'answer', sdp: message.sdp });
      if (message.type === 'ice_candidate') await peer.addIceCandidate(message.candidate);
    };
    await peer.setLocalDescription();
    socket.send(JSON.stringify({ type: 'offer', sdp: peer.localDescription.sdp }));
    await Promise.all([opened(channel), opened(fast)]);
    return { peer, channel, fast, heard };
  }

  const until = async (condition, limit) => {
    const end = performance.now() + limit;
    while (!condition() && performance.now() < end) await new Promise(requestAnimationFrame);
    return condition();
  };

  async function channels(url, count, seed) {
    const next = generator(seed), { peer, channel, fast, heard } = await connect(url);
    let sent = 0;
    for (; sent < count; sent++) {
      const text = mutate(VALID[Math.floor(next() * VALID.length)], next);
      const to = next() < 0.2 ? fast : channel;
      to.send(next() < 0.05 ? new Uint8Array([1, 2, 3]) : text);
    }
    // An answer to one more, behind all of them: everything before it has been dealt with.
    channel.send(envelope('manual_control', { action: 'last' }));
    const alive = await until(() => heard.some(m => m.payload.action === 'last'), 10000);
    const errors = heard.filter(m => m.type === 'error').length, open = channel.readyState === 'open';
    peer.close();
    return { sent, alive: alive && open, errors };
  }

  async function signaling(url, count, seed) {
    const next = generator(seed + 1), probe = new RTCPeerConnection();
    probe.addTransceiver('video', { direction: 'recvonly' });
    probe.createDataChannel('contop');
    const sdp = (await probe.createOffer()).sdp;
    probe.close();
    const CANDIDATE = { candidate: 'candidate:1 1 udp 1 192.0.2.1 9 typ host', sdpMid: '0', sdpMLineIndex: 0 };
    const closes = {};
    let sent = 0, answered = 0, errors = 0;
    for (; sent < count; sent++) {
      const socket = new WebSocket(url);
      await opened(socket);
      const closed = new Promise(resolve => { socket.onclose = event => resolve(event.code); });
      const heard = [];
      socket.onmessage = event => heard.push(JSON.parse(event.data).type);
      const kind = next();
      socket.send(kind < 0.5 ? JSON.stringify({ type: 'offer', sdp: mutate(mutate(sdp, next), next) })
        : kind < 0.75 ? mutate(JSON.stringify({ type: 'offer', sdp }), next)
          : mutate(JSON.stringify({ type: 'ice_candidate', candidate: CANDIDATE }), next));
      // An offer that still holds gets its answer; behind all else, this gets an error and the end (T11).
      await until(() => heard.length > 0, kind < 0.75 ? 60 : 0);
      if (socket.readyState === 1) socket.send('no json');
      const code = await Promise.race([closed, new Promise(r => setTimeout(r, 10000, 'open'))]);
      closes[code] = (closes[code] ?? 0) + 1;
      if (heard.includes('answer')) answered++;
      if (heard.includes('error')) errors++;
    }
    return { sent, answered, errors, closes };
  }

  return { channels, signaling };
})();
