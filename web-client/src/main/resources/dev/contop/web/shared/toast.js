// A short word at the edge of the screen that goes by itself.

const STAYS_MS = 5000;

/** @param {HTMLElement} place with role "status" */
export function toasts(place) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @param {string} text */
  return (text) => {
    clearTimeout(timer);
    place.textContent = text;
    place.classList.add('shown');
    timer = setTimeout(() => place.classList.remove('shown'), STAYS_MS);
  };
}
