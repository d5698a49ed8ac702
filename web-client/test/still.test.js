import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './page.js';

const { stillName, stillView } = await load('still.js');

function stage() {
  const element = () => ({
    hidden: true,
    removeAttribute(name) {
      delete this[name];
    },
    addEventListener(_, run) {
      this.click = run;
    },
  });
  const made = [];
  const revoked = [];
  const parts = { card: element(), image: element(), save: element(), close: element() };
  const urls = {
    create: (blob) => {
      made.push(blob);
      return `blob:${made.length}`;
    },
    revoke: (url) => revoked.push(url),
  };
  return { parts, made, revoked, view: stillView(parts, urls) };
}

test('shouldShowAStillAndOfferToSaveIt (T74)', async () => {
  const { parts, made, view } = stage();

  assert.equal(view.show({ jpeg_b64: '/9j/4A==', timestamp_ms: 1740830399900 }), true);

  assert.equal(parts.card.hidden, false);
  assert.equal(parts.image.src, 'blob:1');
  assert.equal(parts.save.href, 'blob:1');
  assert.match(parts.save.download, /^screen-2025-0[23]-\d\d-\d{6}\.jpg$/);
  assert.equal(made[0].type, 'image/jpeg');
  assert.deepEqual([...new Uint8Array(await made[0].arrayBuffer())], [0xff, 0xd8, 0xff, 0xe0]);
});

test('shouldGiveBackWhatWasShownBefore', () => {
  const { parts, revoked, view } = stage();
  view.show({ jpeg_b64: '/9j/4A==', timestamp_ms: 0 });
  view.show({ jpeg_b64: '/9j/4A==', timestamp_ms: 0 });
  assert.deepEqual(revoked, ['blob:1']);
  parts.close.click();
  assert.deepEqual(revoked, ['blob:1', 'blob:2']);
  assert.equal(parts.card.hidden, true);
  assert.equal(parts.image.src, undefined);
});

test('shouldPassOverWhatIsNoStill', () => {
  const { parts, made, view } = stage();
  for (const payload of [{}, { jpeg_b64: 7, timestamp_ms: 0 }, { jpeg_b64: '*', timestamp_ms: 0 }, { jpeg_b64: '' }]) {
    assert.equal(view.show(payload), false);
  }
  assert.equal(parts.card.hidden, true);
  assert.equal(made.length, 0);
});

test('shouldNameAStillByTheTimeOfDay', () => {
  assert.equal(stillName(new Date(2025, 2, 1, 9, 5, 7).getTime()), 'screen-2025-03-01-090507.jpg');
});
