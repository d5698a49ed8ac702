// Loads a module of the page of recordings as the browser would.

/** @param {string} name */
export function load(name) {
  return import(new URL(`../src/main/resources/dev/contop/web/recordings/js/${name}`, import.meta.url).href);
}
