import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { MODULES, PAGE } from './page.js';

const html = readFileSync(new URL('index.html', PAGE), 'utf8');
const modules = readdirSync(MODULES);
const sources = modules.map((name) => [name, readFileSync(new URL(name, MODULES), 'utf8')]);

test('shouldHoldToAStrictContentSecurityPolicy', () => {
  assert.doesNotMatch(html, /\son[a-z]+\s*=/i, 'no inline handlers');
  assert.doesNotMatch(html, /\sstyle\s*=|<style/i, 'no inline style');
  assert.doesNotMatch(html, /<script(?![^>]*\ssrc=)[^>]*>/i, 'no inline script');
  assert.doesNotMatch(html, /(src|href)\s*=\s*"(https?:)?\/\//i, 'nothing from elsewhere');
});

test('shouldNeverTurnTextIntoMarkupOrCode', () => {
  for (const [name, source] of sources) {
    assert.doesNotMatch(source, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function/, name);
  }
});

test('shouldUseNothingThatPlainHttpPagesLack', () => {
  for (const [name, source] of sources) {
    assert.doesNotMatch(source, /crypto\.subtle|randomUUID\(|navigator\.(clipboard|wakeLock|mediaDevices)|serviceWorker/, name);
  }
});

test('shouldNotWriteToTheConsole', () => {
  for (const [name, source] of sources) assert.doesNotMatch(source, /console\./, name);
});

test('shouldLoadOneScriptThatHoldsAllModules', () => {
  const scripts = [...html.matchAll(/<script[^>]*src="([^"]+)"/g)].map((match) => match[1]);
  assert.deepEqual(scripts, ['page.js']);
  const imported = new Set(['main.js']);
  for (const name of imported) {
    const source = readFileSync(new URL(name, MODULES), 'utf8');
    for (const [, more] of source.matchAll(/from '\.\/([^']+)'/g)) imported.add(more);
  }
  assert.deepEqual([...imported].sort(), modules.sort(), 'none that nobody needs');
});

test('shouldBringAllOfItsLibraryAndItsLicenceAndNothingElse', () => {
  const brought = [...readFileSync(new URL('../pom.xml', import.meta.url), 'utf8').matchAll(/<include>noble-hashes\/(.+)<\/include>/g)];
  const files = brought.map((match) => match[1]).filter((name) => name.endsWith('.js'));
  const library = (name) => readFileSync(new URL(`../node_modules/noble-hashes/${name}`, import.meta.url), 'utf8');
  const imports = (source, from) => [...source.matchAll(from)].map((match) => match[1]);
  const asked = new Set(sources.flatMap(([, source]) => imports(source, /from '\.\.\/noble-hashes\/([^']+)'/g)));
  for (const name of asked) imports(library(name), /from "\.\/([^"]+)"/g).forEach((more) => asked.add(more));
  assert.deepEqual([...asked].sort(), files.sort());
  assert.ok(brought.some((match) => match[1] === 'LICENSE'));
  for (const name of files) assert.doesNotMatch(library(name), /crypto\.subtle|\beval\b|new Function/, name);
});

test('shouldHaveTheElementsThatOthersRelyOn', () => {
  for (const id of ['screen', 'state', 'reconnect', 'command', 'send', 'manual', 'runs']) {
    assert.equal(html.split(`id="${id}"`).length, 2, id);
  }
});
