const LIBRARY = /^\.\.\/(noble-hashes\/.+)$/;
const SHARED = /^\.\.\/(shared\/.+)$/;

/** @param {string} specifier @param {object} context @param {Function} next */
export function resolve(specifier, context, next) {
  const library = LIBRARY.exec(specifier);
  if (library) return { url: new URL(`../node_modules/${library[1]}`, import.meta.url).href, shortCircuit: true };
  const shared = SHARED.exec(specifier);
  if (shared) return { url: new URL(`../src/main/resources/dev/contop/web/${shared[1]}`, import.meta.url).href, shortCircuit: true };
  return next(specifier, context);
}
