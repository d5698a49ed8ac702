// How the video fares, over a corner of the picture, for who wants to know.

/** @param {unknown} value @param {(known: number) => string} words */
const known = (value, words) => (typeof value === 'number' && Number.isFinite(value) ? words(value) : '');

/**
 * @param {Record<string, unknown>} stats payload of a `stats`
 * @returns {string} some lines
 */
export function figureWords(stats) {
  const { width, height, codec, path } = stats;
  const size = known(width, (w) => known(height, (h) => `${w}×${h}`));
  const megabits = (/** @type {number} */ bits) => (bits / 1e6).toFixed(1);
  const stages = ['grab', 'convert', 'scale', 'encode']
    .map((stage) => known(stats[`${stage}_ms`], (ms) => `${stage} ${ms.toFixed(1)}`))
    .filter(Boolean);
  return [
    [known(stats.frames_per_second, (fps) => `${fps.toFixed(0)} frames/s`), size, typeof codec === 'string' ? codec : ''],
    [
      known(stats.sent_bitrate, (sent) => `${[megabits(sent), known(stats.target_bitrate, megabits)].filter(Boolean).join(' of ')} Mbit/s`),
      known(stats.quantiser, (qp) => `quantiser ${qp.toFixed(0)}`),
    ],
    [
      known(stats.round_trip_ms, (ms) => `round trip ${ms.toFixed(0)} ms`),
      known(stats.loss, (share) => `loss ${(share * 100).toFixed(1)} %`),
      path === 'relay' || path === 'direct' ? path : '',
    ],
    stages.length > 0 ? [`${stages.join(', ')} ms`] : [],
  ]
    .map((parts) => parts.filter(Boolean).join(' · '))
    .filter(Boolean)
    .join('\n');
}

/**
 * @param {HTMLElement} overlay
 * @param {HTMLButtonElement} button
 * @param {(enabled: boolean) => void} ask sends `stats`
 */
export function figuresView(overlay, button, ask) {
  let on = false;
  const show = () => {
    button.setAttribute('aria-pressed', String(on));
    overlay.hidden = !on || overlay.textContent === '';
  };
  button.addEventListener('click', () => {
    on = !on;
    overlay.textContent = '';
    ask(on);
    show();
  });
  return {
    /** A connection is there: the computer does not know yet that they are wanted. */
    connected: () => on && ask(true),
    /** @param {Record<string, unknown>} payload */
    take(payload) {
      overlay.textContent = figureWords(payload);
      show();
    },
  };
}
