// Plays a file that still grows: what the host has is fetched piece by piece and handed to the player (Media Source Extensions).

const PIECE = 1024 * 1024;
const HEAD = 4096;
const PAUSE_MS = 300;
const KEPT_SECONDS = 30;

/** The type that a player wants to know in advance, from a file's first bytes. @param {string} name @param {Uint8Array} head */
export function mediaType(name, head) {
  if (name.endsWith('.webm')) return 'video/webm; codecs="vp8"';
  for (let i = 0; i + 8 <= head.length; i += 1) {
    // The decoder's configuration: a version, then profile, constraints and level (ISO/IEC 14496-15, section 5.3.3).
    if (head[i] === 0x61 && head[i + 1] === 0x76 && head[i + 2] === 0x63 && head[i + 3] === 0x43) {
      const level = [...head.slice(i + 5, i + 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      return `video/mp4; codecs="avc1.${level}"`;
    }
  }
  return '';
}

/**
 * Makes a WebM file not say how long each picture stands: the encoder's library says a millisecond, and a player that believes it
 * passes over all that comes later than that, up to the next key frame. The element becomes an empty one of the same size (RFC 8794,
 * section 11.3.2; RFC 9559, section 5.1.4.1.13).
 * @param {Uint8Array} head the first bytes of a file, which are changed
 */
export function forgetDuration(head) {
  for (let i = 0; i + 4 <= Math.min(head.length, HEAD); i += 1) {
    if (head[i] === 0x23 && head[i + 1] === 0xe3 && head[i + 2] === 0x83 && head[i + 3] >= 0x81 && head[i + 3] <= 0x88) {
      const length = head[i + 3] & 0x0f;
      if (i + 4 + length > head.length) return;
      head.set([0xec, 0x80 | (length + 2)], i);
      head.fill(0, i + 2, i + 4 + length);
      return;
    }
  }
}

/**
 * @param {HTMLVideoElement} video
 * @param {string} name
 * @param {(from: number, most: number, signal: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>} read
 * @param {() => Promise<boolean>} isRunning whether more is to come
 * @param {AbortSignal} signal ends it
 */
export async function playGrowing(video, name, read, isRunning, signal) {
  const head = await firstBytes(read, signal);
  const type = mediaType(name, head);
  if (type === '' || !MediaSource.isTypeSupported(type)) throw new Error('This browser cannot play it.');
  const source = new MediaSource();
  const address = URL.createObjectURL(source);
  signal.addEventListener('abort', () => URL.revokeObjectURL(address));
  video.src = address;
  await once(source, 'sourceopen', signal);
  const buffer = source.addSourceBuffer(type);
  let position = 0;
  let begun = false;
  while (!signal.aborted) {
    const more = await isRunning();
    const piece = await read(position, PIECE, signal);
    if (position === 0 && name.endsWith('.webm')) forgetDuration(piece);
    if (piece.length > 0) {
      await append(video, buffer, piece, signal);
      position += piece.length;
    } else if (!more) {
      if (source.readyState === 'open') source.endOfStream();
      return;
    }
    if (piece.length < PIECE) {
      if (!begun && video.buffered.length > 0) {
        begun = true;
        toNow(video);
      }
      await pause(PAUSE_MS, signal);
    }
  }
}

/** To the newest picture there is. @param {HTMLVideoElement} video */
export function toNow(video) {
  const { buffered } = video;
  if (buffered.length === 0) return;
  const last = buffered.length - 1;
  video.currentTime = Math.max(buffered.start(last), buffered.end(last) - 0.5);
}

/** @param {(from: number, most: number, signal: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>} read @param {AbortSignal} signal */
async function firstBytes(read, signal) {
  for (;;) {
    const head = await read(0, HEAD, signal);
    if (head.length >= 256) return head;
    await pause(PAUSE_MS, signal);
  }
}

/** @param {HTMLVideoElement} video @param {SourceBuffer} buffer @param {Uint8Array<ArrayBuffer>} piece @param {AbortSignal} signal */
async function append(video, buffer, piece, signal) {
  for (;;) {
    try {
      buffer.appendBuffer(piece);
      break;
    } catch (full) {
      const until = video.currentTime - KEPT_SECONDS;
      if (!(full instanceof DOMException) || full.name !== 'QuotaExceededError') throw full;
      if (until > 0) {
        buffer.remove(0, until);
        await once(buffer, 'updateend', signal);
      } else {
        await pause(PAUSE_MS, signal);
      }
    }
  }
  await once(buffer, 'updateend', signal);
}

/** @param {EventTarget} target @param {string} event @param {AbortSignal} signal @returns {Promise<void>} */
function once(target, event, signal) {
  return new Promise((resolve, reject) => {
    target.addEventListener(event, () => resolve(), { once: true, signal });
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** @param {number} ms @param {AbortSignal} signal @returns {Promise<void>} */
function pause(ms, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        reject(signal.reason);
      },
      { once: true },
    );
  });
}
