// Where the modules lie that several pages use, for the tests.
export const SHARED = new URL('../src/main/resources/dev/contop/web/shared/', import.meta.url);

/** @param {string} name */
export const load = (name) => import(new URL(name, SHARED).href);
