const BESIDE = /^\.\.\/(noble-hashes\/.+)$/;

/** @param {string} specifier @param {object} context @param {Function} next */
export function resolve(specifier, context, next) {
  const found = BESIDE.exec(specifier);
  return found ? { url: new URL(`../node_modules/${found[1]}`, import.meta.url).href, shortCircuit: true } : next(specifier, context);
}
