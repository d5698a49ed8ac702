// Captions as the host writes them (WebVTT), read while the file grows.

const TIMES = /^(\d{2,}):(\d{2}):(\d{2})\.(\d{3}) --> (\d{2,}):(\d{2}):(\d{2})\.(\d{3})$/;
/** @type {Record<string, string>} */
const ENTITIES = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/**
 * @typedef {object} Cue
 * @property {number} from in seconds
 * @property {number} to
 * @property {string} markup as WebVTT has it
 * @property {string} text as people read it
 */

/** Takes the file in pieces and gives each cue once, as soon as it is whole. */
export function captionReader() {
  const decoder = new TextDecoder();
  let rest = '';
  return {
    /** @param {Uint8Array<ArrayBuffer>} bytes @returns {Cue[]} */
    take(bytes) {
      rest += decoder.decode(bytes, { stream: true });
      const blocks = rest.split('\n\n');
      rest = blocks.pop() ?? '';
      return blocks.map(cue).filter((one) => one !== null);
    },
  };
}

/** @param {string} block @returns {Cue | null} */
function cue(block) {
  const [first, ...lines] = block.split('\n');
  const times = TIMES.exec(first ?? '');
  if (!times || lines.length === 0) return null;
  const [from, to] = [times.slice(1, 5), times.slice(5, 9)].map(seconds);
  const markup = lines.join('\n');
  return { from: from ?? 0, to: to ?? 0, markup, text: markup.replace(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity) };
}

/** @param {string[]} parts */
function seconds(parts) {
  const [hours = 0, minutes = 0, whole = 0, thousandths = 0] = parts.map(Number);
  return hours * 3600 + minutes * 60 + whole + thousandths / 1000;
}

/** @param {number} at in seconds */
export function clock(at) {
  const whole = Math.max(0, Math.floor(at));
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const rest = `${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}
