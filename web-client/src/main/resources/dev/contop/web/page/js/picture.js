// The stream in the video element, from its first frame on.

/**
 * @param {HTMLVideoElement} video
 * @param {MediaStream} stream
 * @param {object} told
 * @param {() => void} told.shown the first frame is on the screen
 * @param {(width: number, height: number) => void} told.sized now and whenever the picture's size changes
 * @param {() => void} told.blocked the browser wants a touch before it plays
 */
export function firstPicture(video, stream, told) {
  video.srcObject = stream;
  const current = () => video.srcObject === stream;
  const shown = () => current() && told.shown();
  if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(shown);
  else addOnce(video, 'playing', shown);
  video.onresize = () => {
    if (current() && video.videoWidth > 0) told.sized(video.videoWidth, video.videoHeight);
  };
  const play = () => video.play();
  play().catch((error) => {
    if (!current() || error?.name !== 'NotAllowedError') return;
    told.blocked();
    document.addEventListener('pointerup', () => current() && play().catch(() => {}), { once: true });
  });
}

/** @param {HTMLVideoElement} video @param {string} event @param {() => void} run */
function addOnce(video, event, run) {
  video.addEventListener(event, run, { once: true });
}
