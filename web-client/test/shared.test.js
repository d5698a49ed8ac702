import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { mock, test } from 'node:test';
import { SHARED, load } from './shared.js';

const { keeper } = await load('keeper.js');
const { toasts } = await load('toast.js');
const { keyKeeper } = await load('key.js');

const PAGES = ['page', 'desk', 'recordings'];
const WEB = new URL('../', SHARED);
const read = (path) => readFileSync(new URL(path, WEB), 'utf8');
const pom = readFileSync(new URL('../pom.xml', import.meta.url), 'utf8');
const modules = readdirSync(SHARED).filter((name) => name.endsWith('.js'));

/** What the build leaves out of a page's copy. */
function leftOut(page) {
  const [, resource] = new RegExp(`<targetPath>dev/contop/web/${page}/shared</targetPath>([^]*?)</resource>`).exec(pom) ?? [];
  assert.notEqual(resource, undefined, page);
  return [...resource.matchAll(/<exclude>(.+)<\/exclude>/g)].map((match) => match[1]);
}

/** What a page's modules ask for, and what that asks for. */
function asked(page) {
  const found = new Set();
  const follow = (source, from) => {
    for (const [, name] of source.matchAll(from)) {
      if (!found.has(name)) {
        found.add(name);
        follow(read(`shared/${name}`), /from '\.\/([^']+)'/g);
      }
    }
  };
  for (const name of readdirSync(new URL(`${page}/js/`, WEB))) follow(read(`${page}/js/${name}`), /'\.\.\/shared\/([^']+)'/g);
  return [...found].sort();
}

test('shouldPutBesideEachPageExactlyWhatItUses', () => {
  for (const page of PAGES) {
    const brought = modules.filter((name) => !leftOut(page).includes(name));
    assert.deepEqual(brought.sort(), asked(page), page);
    assert.ok(!existsSync(new URL(`${page}/shared`, WEB)), 'nothing hides the copy');
  }
});

test('shouldLoadTheCommonLookFirstAndSayNoColourOfItTwice', () => {
  const tokens = [...read('shared/base.css').matchAll(/^ {2}(--[a-z-]+):/gm)].map((match) => match[1]);
  assert.ok(tokens.length > 12);
  for (const page of PAGES) {
    const sheets = [...read(`${page}/index.html`).matchAll(/rel="stylesheet" href="(?:\/recordings\/)?([^"]+)"/g)].map((match) => match[1]);
    assert.equal(sheets[0], 'shared/base.css', page);
    for (const sheet of sheets.slice(1)) {
      for (const token of tokens) {
        if (token !== '--tone') assert.doesNotMatch(read(`${page}/${sheet}`), new RegExp(`${token}\\s*:`), `${sheet} ${token}`);
      }
    }
  }
});

test('shouldNeverTurnTextIntoMarkupOrCode', () => {
  for (const name of modules) {
    assert.doesNotMatch(read(`shared/${name}`), /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|console\.|document\.cookie|localStorage/, name);
  }
  assert.doesNotMatch(read('shared/base.css'), /@import|url\(/, 'nothing from elsewhere');
});

test('shouldKeepATextEvenWhereTheTabRefuses', () => {
  const refuse = () => {
    throw new Error('denied');
  };
  const kept = keeper({ getItem: refuse, setItem: refuse, removeItem: refuse }, 'a');
  kept.keep('text');
  assert.equal(kept.kept(), 'text');
  kept.forget();
  assert.equal(kept.kept(), '');
});

test('shouldKeepTheKeyWhereBothPagesLookForIt', () => {
  const stored = new Map();
  const storage = { getItem: (name) => stored.get(name) ?? null, setItem: (name, text) => stored.set(name, text), removeItem: (name) => stored.delete(name) };
  keyKeeper(storage).keep('k');
  assert.deepEqual([...stored.keys()], ['contop.key']);
  assert.equal(keyKeeper(storage).kept(), 'k');
});

test('shouldTakeAWordAwayAgainAndLeaveTheNewestItsTime', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const classes = new Set();
  const place = { textContent: '', classList: { add: (name) => classes.add(name), remove: (name) => classes.delete(name) } };
  const toast = toasts(place);

  toast('one');
  mock.timers.tick(4000);
  toast('two');
  mock.timers.tick(4000);
  assert.deepEqual([place.textContent, classes.size], ['two', 1]);
  mock.timers.tick(2000);
  assert.equal(classes.size, 0);
  mock.timers.reset();
});
