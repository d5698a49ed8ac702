// The same figures as probe.js has, of a desktop that noVNC shows: a picture is one copy of what changed to the
// canvas, bytes are what the socket brought. Runs in a page of the server that serves noVNC. Needs strip.js.
window.probe = (() => {
  const { epoch, ages } = window.strip;
  const state = { marks: {}, bytes: 0, decoded: 0, stale: false };
  let rfb, screenWidth;

  // The canvas is there before the picture, which comes in parts. Nothing in the scenes is quite black but the strip.
  function whole(canvas) {
    const sample = document.createElement('canvas');
    sample.width = 16; sample.height = 9;
    const paint = sample.getContext('2d');
    paint.imageSmoothingEnabled = false;
    paint.drawImage(canvas, 0, 0, 16, 9);
    const pixels = paint.getImageData(0, 1, 16, 8).data;
    for (let i = 0; i < pixels.length; i += 4) if (pixels[i] + pixels[i + 1] + pixels[i + 2] === 0) return false;
    return true;
  }

  async function connect(url, width) {
    screenWidth = width;
    const { default: RFB } = await import('/core/rfb.js');
    let opened;
    const since = name => { if (opened !== undefined) state.marks[name] ??= epoch() - opened; };
    const socket = new WebSocket(url);
    socket.addEventListener('open', () => { opened = epoch(); });
    socket.addEventListener('message', event => { state.bytes += event.data.byteLength; });
    const place = document.createElement('div');
    place.style.cssText = 'position:fixed;left:0;top:0;width:320px;height:180px';
    document.body.append(place);
    rfb = new RFB(place, socket);
    rfb.scaleViewport = true;
    rfb.viewOnly = true;
    rfb.addEventListener('connect', () => since('channel'));
    const canvas = place.querySelector('canvas'), paint = canvas.getContext('2d'), draw = paint.drawImage;
    paint.drawImage = function (...all) {
      draw.apply(paint, all);
      state.decoded++;
      state.stale = true;
    };
    const shown = now => {
      if (state.stale) {
        state.stale = false;
        if (state.marks.frame === undefined && whole(canvas)) since('frame');
        ages.shown(canvas, canvas.width / screenWidth, now, null);
      }
      requestAnimationFrame(shown);
    };
    requestAnimationFrame(shown);
    const deadline = performance.now() + 10000;
    while (state.marks.frame === undefined && performance.now() < deadline) await new Promise(requestAnimationFrame);
    return state.marks;
  }

  async function picture(seconds) {
    ages.reset();
    const { bytes, decoded } = state, began = performance.now();
    while (performance.now() - began < seconds * 1000) await new Promise(resolve => setTimeout(resolve, 1000));
    const took = (performance.now() - began) / 1000;
    return {
      seconds: took, codec: 'RFB', fps: (state.decoded - decoded) / took,
      kilobits: (state.bytes - bytes) * 8 / 1000 / took, ...ages.report(),
    };
  }

  const leave = () => rfb.disconnect();

  return { connect, picture, leave };
})();
