// What touches the document in the same way everywhere. Text from phones is set as text alone.

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string} [className]
 * @param {string} [text]
 */
export function make(tag, className = '', text = '') {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  if (text !== '') made.textContent = text;
  return made;
}

/** Sets text only when it differs, so that selections and screen readers are left in peace. @param {HTMLElement} at @param {string} text */
export function say(at, text) {
  if (at.textContent !== text) at.textContent = text;
  at.hidden = text === '';
}

/** @param {string} name */
export function byId(name) {
  const found = document.getElementById(name);
  if (!found) throw new Error(`The page lacks #${name}`);
  return found;
}

/**
 * A list whose rows stay the same elements from one rendering to the next: focus, selections and half-made decisions live on.
 *
 * @template Item
 * @param {Element} list
 * @param {(item: Item) => string} keyOf
 * @param {(item: Item) => {root: HTMLElement, render: (item: Item) => void}} row
 */
export function keyedList(list, keyOf, row) {
  /** @type {Map<string, ReturnType<typeof row>>} */
  const rows = new Map();
  /** @param {readonly Item[]} items */
  return (items) => {
    const wanted = new Set(items.map(keyOf));
    for (const [key, old] of rows) {
      if (!wanted.has(key)) {
        old.root.remove();
        rows.delete(key);
      }
    }
    let at = list.firstElementChild;
    for (const item of items) {
      const key = keyOf(item);
      const shown = rows.get(key) ?? row(item);
      rows.set(key, shown);
      if (shown.root === at) at = at.nextElementSibling;
      else list.insertBefore(shown.root, at);
      shown.render(item);
    }
  };
}
