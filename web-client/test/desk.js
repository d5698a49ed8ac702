// Where the dashboard's modules lie, for the tests; and elements, as far as its views need any.
export const MODULES = new URL('../src/main/resources/dev/contop/web/desk/js/', import.meta.url);
export const PAGE = new URL('../', MODULES);

/** @param {string} name */
export const load = (name) => import(new URL(name, MODULES).href);

class Element {
  constructor(tag) {
    this.tag = tag;
    this.children = [];
    this.dataset = {};
    this.attributes = {};
    this.listeners = {};
    this.hidden = false;
    this.disabled = false;
    this.className = '';
    this.text = '';
    this.writes = 0;
    this.parent = null;
  }
  get textContent() {
    return this.text;
  }
  set textContent(text) {
    this.text = text;
    this.writes++;
  }
  get firstElementChild() {
    return this.children[0] ?? null;
  }
  get nextElementSibling() {
    return this.parent?.children[this.parent.children.indexOf(this) + 1] ?? null;
  }
  append(...children) {
    for (const child of children) this.insertBefore(child, null);
  }
  insertBefore(child, before) {
    child.remove();
    this.children.splice(before ? this.children.indexOf(before) : this.children.length, 0, child);
    child.parent = this;
  }
  remove() {
    if (this.parent) this.parent.children.splice(this.parent.children.indexOf(this), 1);
    this.parent = null;
  }
  setAttribute(name, value) {
    this.attributes[name] = value;
  }
  addEventListener(type, listener) {
    this.listeners[type] = listener;
  }
  focus() {
    Element.focused = this;
  }
  click() {
    return this.listeners.click?.({});
  }
  /** All below it that have that class or tag. */
  all(what) {
    return this.children.flatMap((child) => [
      ...(child.tag === what || child.className.split(' ').includes(what) ? [child] : []),
      ...child.all(what),
    ]);
  }
  /** The texts that can be read, in their order. */
  read() {
    if (this.hidden) return [];
    return [...(this.text === '' ? [] : [this.text]), ...this.children.flatMap((child) => child.read())];
  }
}

/** What the views make elements with. */
export function pretendDocument() {
  globalThis.document = { createElement: (tag) => new Element(tag) };
  return { element: (tag = 'div') => new Element(tag), focused: () => Element.focused };
}
