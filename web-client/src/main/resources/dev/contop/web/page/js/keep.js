// Keeps the pairing's fragment for this tab, so that a reload works though the address bar no longer shows it.

const NAME = 'contop.link';

/**
 * @param {Pick<Storage, 'getItem'|'setItem'|'removeItem'>} storage may refuse every call, as private windows do;
 *     then the fragment lives as long as the page
 */
export function linkKeeper(storage) {
  let remembered = '';
  /** @template T @param {() => T} use @param {T} otherwise @returns {T} */
  const attempt = (use, otherwise) => {
    try {
      return use();
    } catch {
      return otherwise;
    }
  };
  return {
    /** @param {string} fragment */
    keep(fragment) {
      remembered = fragment;
      attempt(() => storage.setItem(NAME, fragment), undefined);
    },
    /** @returns {string} the kept fragment, or the empty string */
    kept() {
      return attempt(() => storage.getItem(NAME), null) ?? remembered;
    },
    forget() {
      remembered = '';
      attempt(() => storage.removeItem(NAME), undefined);
    },
  };
}
