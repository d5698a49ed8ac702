// Runs in the host's own page before the page does, and notes what a person waits for, in milliseconds since the link was
// opened: the socket, the data channel and the first picture.
window.marks = {};
(() => {
  const since = name => { window.marks[name] ??= performance.now(); };

  const Socket = window.WebSocket;
  window.WebSocket = class extends Socket {
    constructor(...how) {
      super(...how);
      this.addEventListener('open', () => since('socket'));
    }
  };

  const Peer = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Peer {
    createDataChannel(label, ...how) {
      const channel = super.createDataChannel(label, ...how);
      if (label === 'contop') channel.addEventListener('open', () => since('channel'));
      return channel;
    }
  };

  document.addEventListener('DOMContentLoaded', () => {
    document.getElementById('screen').requestVideoFrameCallback(() => since('frame'));
  });
})();
