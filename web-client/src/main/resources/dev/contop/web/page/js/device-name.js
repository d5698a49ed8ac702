// A name by which a person recognises this device in the computer's list (T8).

/** @type {[RegExp, string][]} */
const SYSTEMS = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android.*Mobile/, 'Android phone'],
  [/Android/, 'Android tablet'],
  [/CrOS/, 'Chromebook'],
  [/Windows/, 'Windows computer'],
  [/Macintosh|Mac OS X/, 'Mac'],
  [/Linux/, 'Linux computer'],
];

/** @type {[RegExp, string][]} */
const BROWSERS = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Chrome|CriOS|Chromium/, 'Chrome'],
  [/Safari/, 'Safari'],
];

/** @param {string} userAgent */
export function deviceName(userAgent) {
  /** @param {[RegExp, string][]} rows */
  const first = (rows) => rows.find(([pattern]) => pattern.test(userAgent))?.[1];
  const system = first(SYSTEMS) ?? 'Browser';
  const browser = first(BROWSERS);
  return browser ? `${system} (${browser})` : system;
}
