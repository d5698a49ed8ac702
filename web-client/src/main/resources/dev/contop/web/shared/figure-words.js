// How the video of a phone fares, in words: the same ones on the phone and on the dashboard.

/** @param {unknown} value @param {(known: number) => string} words */
const known = (value, words) => (typeof value === 'number' && Number.isFinite(value) ? words(value) : '');

/** @param {number} bits */
const megabits = (bits) => (bits / 1e6).toFixed(1);

const STAGES = ['grab', 'convert', 'scale', 'encode'];

/**
 * What is not known, or is no number where one belongs, is left out.
 *
 * @param {Record<string, unknown>} stats payload of a `stats`, or one entry of `GET /api/statistics`
 * @returns {{picture: string[], rate: string[], link: string[], frame: string[]}} the picture that is encoded, what is sent of it, whereby, and
 *     how long a frame takes
 */
export function figureWords(stats) {
  const { width, height, codec, path } = stats;
  const sent = known(stats.sent_bitrate, megabits);
  const target = known(stats.target_bitrate, megabits);
  const rate = sent && target ? `${sent} of ${target} Mbit/s` : sent ? `${sent} Mbit/s` : target ? `up to ${target} Mbit/s` : '';
  const stages = STAGES.map((stage) => known(stats[`${stage}_ms`], (ms) => `${stage} ${ms.toFixed(1)}`)).filter(Boolean);
  const words = {
    picture: [
      known(stats.frames_per_second, (fps) => `${fps.toFixed(0)} frames/s`),
      known(width, (w) => known(height, (h) => `${w}×${h}`)),
      typeof codec === 'string' ? codec : '',
    ],
    rate: [rate, known(stats.quantiser, (qp) => `quantiser ${qp.toFixed(0)}`)],
    link: [
      known(stats.round_trip_ms, (ms) => `round trip ${ms.toFixed(0)} ms`),
      known(stats.loss, (share) => `loss ${(share * 100).toFixed(1)} %`),
      path === 'relay' || path === 'direct' ? path : '',
    ],
    frame: [stages.length > 0 ? `${stages.join(', ')} ms` : ''],
  };
  return {
    picture: words.picture.filter(Boolean),
    rate: words.rate.filter(Boolean),
    link: words.link.filter(Boolean),
    frame: words.frame.filter(Boolean),
  };
}

/** @param {readonly string[]} parts */
export const inOneLine = (parts) => parts.join(' · ');
