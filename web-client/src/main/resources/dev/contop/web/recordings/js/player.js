// Plays one recording with its captions, whether it is still being written or not.

import { captionReader, clock } from './captions.js';
import { playGrowing, toNow } from './growing.js';

const LOOK_MS = 700;
const PIECE = 1024 * 1024;

/**
 * @typedef {object} Recording
 * @property {string} name
 * @property {string} captions
 * @property {boolean} running
 */

/**
 * @param {object} parts
 * @param {HTMLVideoElement} parts.video
 * @param {HTMLElement} parts.cues
 * @param {HTMLElement} parts.trouble
 * @param {HTMLElement} parts.now
 * @param {import('./ask.js').Ask} parts.ask
 * @param {(name: string) => boolean} parts.isRunning as far as the page knows
 */
export function player({ video, cues, trouble, now, ask, isRunning }) {
  const track = video.addTextTrack('captions', 'What happened', 'en');
  let playing = new AbortController();

  /** @param {unknown} error */
  const say = (error) => {
    trouble.textContent = error instanceof Error && error.message !== '' ? error.message : 'It cannot be played.';
    trouble.hidden = false;
  };

  now.addEventListener('click', () => {
    toNow(video);
    void video.play().catch(() => undefined);
  });

  /** @param {import('./captions.js').Cue} cue */
  const show = (cue) => {
    track.addCue(new VTTCue(cue.from, cue.to, cue.markup));
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    const time = document.createElement('time');
    time.textContent = clock(cue.from);
    const words = document.createElement('span');
    words.textContent = cue.text;
    button.append(time, words);
    button.addEventListener('click', () => {
      video.currentTime = cue.from;
    });
    item.append(button);
    cues.append(item);
  };

  /** @param {Recording} recording @param {AbortSignal} signal */
  const followCaptions = async (recording, signal) => {
    const reader = captionReader();
    let position = 0;
    while (!signal.aborted) {
      const more = isRunning(recording.name);
      const piece = await ask.bytes(path(recording.captions), position, PIECE, signal);
      position += piece.length;
      if (!signal.aborted) reader.take(piece).forEach(show);
      if (piece.length === 0 && !more) return;
      if (piece.length === 0) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  };

  /** @param {Recording} recording @param {AbortSignal} signal */
  const play = async (recording, signal) => {
    if (recording.running && typeof MediaSource !== 'undefined') {
      await playGrowing(
        video,
        recording.name,
        (from, most, end) => ask.bytes(path(recording.name), from, most, end),
        async () => isRunning(recording.name),
        signal,
      );
      now.hidden = true;
    } else if (ask.needsKey) {
      const address = URL.createObjectURL(await ask.blob(path(recording.name)));
      signal.addEventListener('abort', () => URL.revokeObjectURL(address));
      video.src = address;
    } else {
      video.src = path(recording.name);
    }
  };

  return {
    /** @param {Recording} recording */
    open(recording) {
      playing.abort();
      playing = new AbortController();
      const { signal } = playing;
      for (const cue of [...(track.cues ?? [])]) track.removeCue(cue);
      track.mode = 'showing';
      cues.textContent = '';
      trouble.hidden = true;
      now.hidden = !recording.running;
      /** @param {unknown} error */
      const failed = (error) => {
        if (!signal.aborted) say(error);
      };
      play(recording, signal).catch(failed);
      followCaptions(recording, signal).catch(failed);
      void video.play().catch(() => undefined);
    },
  };
}

/** @param {string} name */
function path(name) {
  return `/recordings/files/${name}`;
}
