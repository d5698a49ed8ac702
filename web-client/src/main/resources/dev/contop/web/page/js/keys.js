// The row of keys that a phone's keyboard does not have (T61, `key_combo`).

/** @type {{label: string, name?: string, keys: string[]}[]} */
const KEYS = [
  { label: 'Esc', name: 'Escape', keys: ['esc'] },
  { label: 'Tab', keys: ['tab'] },
  { label: 'Enter', keys: ['enter'] },
  { label: '⌫', name: 'Backspace', keys: ['backspace'] },
  { label: '←', name: 'Left', keys: ['left'] },
  { label: '↑', name: 'Up', keys: ['up'] },
  { label: '↓', name: 'Down', keys: ['down'] },
  { label: '→', name: 'Right', keys: ['right'] },
  { label: 'Ctrl C', name: 'Control C', keys: ['ctrl', 'c'] },
  { label: 'Ctrl V', name: 'Control V', keys: ['ctrl', 'v'] },
  { label: 'Ctrl Z', name: 'Control Z', keys: ['ctrl', 'z'] },
  { label: 'Alt Tab', keys: ['alt', 'tab'] },
  { label: 'Alt F4', keys: ['alt', 'f4'] },
  { label: 'Home', keys: ['home'] },
  { label: 'End', keys: ['end'] },
  { label: 'PgUp', name: 'Page up', keys: ['pageup'] },
  { label: 'PgDn', name: 'Page down', keys: ['pagedown'] },
  { label: 'Del', name: 'Delete', keys: ['delete'] },
];

/**
 * @param {HTMLElement} row
 * @param {(keys: string[]) => void} press
 */
export function fillKeyRow(row, press) {
  for (const { label, name, keys } of KEYS) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'key';
    button.textContent = label;
    button.dataset.keys = keys.join('+');
    if (name) button.setAttribute('aria-label', name);
    button.addEventListener('click', () => press(keys));
    row.append(button);
  }
}
