// Keeps one text for this tab under a name, so that a reload has it still.

/**
 * @param {Pick<Storage, 'getItem'|'setItem'|'removeItem'>} storage may refuse every call, as private windows do;
 *     then the text lives as long as the page
 * @param {string} name
 */
export function keeper(storage, name) {
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
    /** @param {string} text */
    keep(text) {
      remembered = text;
      attempt(() => storage.setItem(name, text), undefined);
    },
    /** @returns {string} what is kept, or the empty string */
    kept() {
      return attempt(() => storage.getItem(name), null) ?? remembered;
    },
    forget() {
      remembered = '';
      attempt(() => storage.removeItem(name), undefined);
    },
  };
}
