// Where the page's modules lie, for the tests.
export const MODULES = new URL('../src/main/resources/dev/contop/web/page/js/', import.meta.url);
export const PAGE = new URL('../', MODULES);

/** @param {string} name */
export const load = (name) => import(new URL(name, MODULES).href);

/** A seeded generator (mulberry32), so that a failure can be run again. @param {number} seed */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
