import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { MODULES, PAGE } from './desk.js';

const html = readFileSync(new URL('index.html', PAGE), 'utf8');
const sources = readdirSync(MODULES).map((name) => [name, readFileSync(new URL(name, MODULES), 'utf8')]);
const styles = ['desk.css', 'parts.css'].map((name) => readFileSync(new URL(`css/${name}`, PAGE), 'utf8'));

test('shouldHoldToAStrictContentSecurityPolicy', () => {
  assert.doesNotMatch(html, /\son[a-z]+\s*=/i, 'no inline handlers');
  assert.doesNotMatch(html, /\sstyle\s*=|<style/i, 'no inline style');
  assert.doesNotMatch(html, /<script(?![^>]*\ssrc=)[^>]*>/i, 'no inline script');
  assert.doesNotMatch(html, /(src|href)\s*=\s*"(https?:)?\/\//i, 'nothing from elsewhere');
  for (const style of styles) assert.doesNotMatch(style, /@import|url\(/, 'nothing from elsewhere');
});

test('shouldNeverTurnTextIntoMarkupOrCode', () => {
  for (const [name, source] of sources) {
    assert.doesNotMatch(source, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function/, name);
  }
});

test('shouldKeepTheKeyOutOfCookiesAndLogs', () => {
  for (const [name, source] of sources) assert.doesNotMatch(source, /document\.cookie|localStorage|console\./, name);
});

test('shouldHaveEveryElementThatItsModulesLookFor', () => {
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
  assert.equal(new Set(ids).size, ids.length, 'each once');
  const asked = sources.flatMap(([, source]) => [...source.matchAll(/(?:byId|part)\('([^']+)'/g)].map((match) => match[1]));
  assert.ok(asked.length > 20);
  for (const id of asked) assert.ok(ids.includes(id), id);
});

test('shouldNameWhatPeopleFillInAndWhatTheyMoveBetween', () => {
  for (const [, id] of html.matchAll(/<input id="([^"]+)"/g)) assert.match(html, new RegExp(`<label for="${id}"`), id);
  for (const [, label] of html.matchAll(/<section[^>]*aria-labelledby="([^"]+)"/g)) assert.match(html, new RegExp(`id="${label}"`), label);
  assert.match(html, /<html lang="en"/);
});
