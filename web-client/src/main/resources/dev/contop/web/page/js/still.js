// A still of the screen, asked for with a button: shown over the page, and saved where the phone saves things (T74).

/** @param {string} base64 */
function jpegOf(base64) {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  return new Blob([bytes], { type: 'image/jpeg' });
}

/** A name for the file, by the computer's clock. @param {number} ms */
export function stillName(ms) {
  const at = new Date(ms);
  const two = (/** @type {number} */ part) => String(part).padStart(2, '0');
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return `screen-${day}-${[at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join('')}.jpg`;
}

/**
 * @param {object} parts
 * @param {HTMLElement} parts.card
 * @param {HTMLImageElement} parts.image
 * @param {HTMLAnchorElement} parts.save
 * @param {HTMLButtonElement} parts.close
 * @param {{create: (blob: Blob) => string, revoke: (url: string) => void}} [urls]
 */
export function stillView({ card, image, save, close }, urls = { create: URL.createObjectURL, revoke: URL.revokeObjectURL }) {
  let shown = '';
  const hide = () => {
    card.hidden = true;
    if (shown) urls.revoke(shown);
    shown = '';
    image.removeAttribute('src');
    save.removeAttribute('href');
  };
  close.addEventListener('click', hide);
  return {
    hide,
    /** @param {Record<string, unknown>} payload of a `frame` @returns {boolean} whether there was a picture in it */
    show({ jpeg_b64: base64, timestamp_ms: ms }) {
      if (typeof base64 !== 'string' || typeof ms !== 'number') return false;
      let blob;
      try {
        blob = jpegOf(base64);
      } catch {
        return false;
      }
      hide();
      shown = urls.create(blob);
      image.src = shown;
      save.href = shown;
      save.download = stillName(ms);
      card.hidden = false;
      return true;
    },
  };
}
