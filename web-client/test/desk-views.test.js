import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load, pretendDocument } from './desk.js';

const { element, focused } = pretendDocument();
const { codeStands, isWatched } = await load('code.js');
const { devicesView, presenceWords } = await load('devices-view.js');
const { keyedList, make } = await load('element.js');
const { extras } = await load('extras.js');
const { isBusy, isLive, sessionsView } = await load('sessions-view.js');

const HOSTILE = '<img src=x onerror=alert(1)>\u202e';
const IN_A_MONTH = new Date(Date.now() + 30 * 86_400_000).toISOString();
const device = (more) => ({ device_id: 'phone', role: 'control', connection_type: 'permanent', expires_at: IN_A_MONTH, connected: false, ...more });
const session = (more) => ({ device_id: 'phone', link: 'connected', manual: false, waiting: 0, questions: [], ...more });

function devices(revoke = async () => true) {
  const [list, empty, title] = [element(), element(), element()];
  return { list, empty, title, view: devicesView({ list, empty, title }, revoke) };
}

function sessions(deeds) {
  const [list, empty] = [element(), element()];
  const view = sessionsView({ list, empty }, deeds ?? { stop: async () => true, reject: async () => true, record: async () => true });
  return { list, empty, render: (all, beside) => view.render(all, () => undefined, (id) => id, beside) };
}

test('shouldKeepTheSameRowsFromOneRenderingToTheNext', () => {
  const list = element();
  const render = keyedList(list, (item) => item, (item) => ({ root: make('li', '', item), render() {} }));
  render(['a', 'b', 'c']);
  const [a, b, c] = list.children;
  render(['d', 'a', 'c']);
  assert.deepEqual(list.children.map((one) => one.text), ['d', 'a', 'c']);
  assert.ok(list.children[1] === a && list.children[2] === c && b.parent === null);
});

test('shouldShowHostileNamesAsTheTextThatTheyAre', () => {
  const { list, view } = devices();
  view.render([device({ name: HOSTILE, location: HOSTILE, address: HOSTILE })]);
  assert.equal(list.all('name')[0].text, '<img src=x onerror=alert(1)>\ufffd');
  assert.ok(!list.read().join('').includes('\u202e'));
  assert.equal(list.all('img').length, 0);
});

test('shouldWriteNothingAnewThatDidNotChange', () => {
  const { list, view } = devices();
  view.render([device({ name: 'Ada' })]);
  const before = list.all('name')[0].writes;
  view.render([device({ name: 'Ada' })]);
  assert.equal(list.all('name')[0].writes, before);
});

test('shouldRevokeOnlyAfterASecondStep (T92)', async () => {
  const revoked = [];
  const { list, view, title } = devices(async (id) => revoked.push(id) > 0);
  view.render([device({ name: 'Ada' })]);
  const [ask, keep, go] = list.all('button');
  const [sure] = list.all('sure');
  assert.equal(sure.hidden, true);

  ask.click();
  assert.deepEqual([sure.hidden, ask.hidden, revoked.length], [false, true, 0]);
  assert.ok(focused() === keep, 'a second press of the same key revokes nothing');
  keep.click();
  assert.deepEqual([sure.hidden, ask.hidden, revoked.length], [true, false, 0]);

  ask.click();
  view.render([device({ name: 'Ada', connected: true })]);
  assert.equal(sure.hidden, false, 'a decision half made outlives a refresh');
  await go.click();
  assert.deepEqual(revoked, ['phone']);
  assert.ok(focused() === title);
});

test('shouldSayHowADeviceStands', () => {
  const now = Date.now();
  assert.equal(presenceWords(device({}), now), 'Not used yet');
  assert.equal(presenceWords(device({ connected: true, path: 'tailscale', address: '100.64.1.2' }), now), 'Connected by Tailscale from 100.64.1.2');
  const seen = new Date(now - 3 * 3_600_000).toISOString();
  assert.equal(presenceWords(device({ last_seen: seen, path: 'tunnel' }), now), 'Seen 3 h ago, through a tunnel or proxy');
});

test('shouldSayThatThereIsNobody', () => {
  const { empty, view } = devices();
  view.render([]);
  assert.equal(empty.hidden, false);
  const shown = sessions();
  shown.render([session({ link: 'away' })]);
  assert.deepEqual([shown.empty.hidden, shown.list.children.length], [false, 0]);
});

test('shouldShowWhatRunsAndStopIt', async () => {
  const stopped = [];
  const { list, render } = sessions({ stop: async (id) => stopped.push(id) > 0, reject: async () => true });
  const run = { stage: 'running', command: 'tail -f /dev/null', steps: 1, lasting_ms: 61_000 };
  render([session({ run })]);
  assert.ok(list.read().includes('Running · 1 min 1 s') && list.read().includes('tail -f /dev/null'));
  await list.all('button')[0].click();
  assert.deepEqual(stopped, ['phone']);
  render([session({ run: { ...run, stage: 'stopping' } })]);
  assert.equal(list.all('button')[0].disabled, true);
  render([session({ run: { ...run, command: 'sleep 9' } })]);
  assert.equal(list.all('button')[0].disabled, false, 'the next run can be stopped too');
  render([session({})]);
  assert.ok(!list.read().join(' ').includes('Running'));
});

test('shouldRejectWhatIsAskedAndOfferNoYes', async () => {
  const rejected = [];
  const { list, render } = sessions({ stop: async () => true, reject: async (id, request) => rejected.push(`${id} ${request}`) > 0 });
  const questions = [{ request_id: 'r-1', command: 'rm old.txt', reason: '“rm” deletes files.', left_ms: 297_000 }];
  render([session({ run: { stage: 'asking', command: 'rm old.txt', steps: 1, lasting_ms: 3000 }, questions })]);
  assert.equal(list.read().filter((text) => text === 'rm old.txt').length, 1, 'once');
  assert.ok(list.read().includes('The phone is asked · 4:57 left'));
  const offered = list.all('button').filter((one) => one.parent !== list.all('run')[0] && one.parent !== list.all('recording')[0]);
  assert.deepEqual(offered.map((one) => one.text), ['Reject']);
  assert.equal(list.all('run')[0].hidden, true);
  await offered[0].click();
  assert.deepEqual(rejected, ['phone r-1']);
});

test('shouldLookMoreOftenWhereSomethingChangesByTheSecond', () => {
  assert.deepEqual([session({}), session({ link: 'connecting' }), session({ run: {} })].map(isBusy), [false, true, true]);
  assert.deepEqual([session({ link: 'away' }), session({ link: 'away', run: {} })].map(isLive), [false, true]);
});

test('shouldShowACodeUntilItWasUsedOrRevokedOrThereForLong', () => {
  const now = Date.now();
  const code = () => ({ device: 'phone', expiresAt: IN_A_MONTH, shownAt: now, listed: false });
  assert.equal(codeStands(code(), [], now), 'waits', 'the list may be older than the code');
  assert.equal(codeStands(code(), [device({})], now), 'waits');
  assert.equal(codeStands(code(), [device({ connected: true })], now), 'used');
  assert.equal(codeStands(code(), [device({ last_seen: IN_A_MONTH })], now), 'used');
  assert.equal(codeStands(code(), [], now + 11 * 60_000), 'over');
  assert.equal(codeStands({ ...code(), expiresAt: new Date(now - 1).toISOString() }, [device({})], now), 'over');
  const revoked = code();
  codeStands(revoked, [device({})], now);
  assert.equal(codeStands(revoked, [], now), 'over');
});

test('shouldCoverACodeThatAPhoneWouldSee', () => {
  assert.equal(isWatched([session({ link: 'away' }), session({ link: 'connecting' })]), false);
  assert.equal(isWatched([session({ link: 'doubtful' })]), true);
});

const VIDEO = {
  device_id: 'phone', frames_per_second: 29.6, width: 1280, height: 720, codec: 'VP8', target_bitrate: 5_000_000, sent_bitrate: 4_211_000, quantiser: 37.2, round_trip_ms: 4.2, loss: 0, path: 'direct', grab_ms: 0.912, convert_ms: 1.304, scale_ms: 0.61, encode_ms: 9.12,
};

/** Each figure's label and what stands beside it. */
const figuresIn = (list) => Object.fromEntries(list.all('figures')[0].children.map((one) => one.children.map((part) => part.text)));

test('shouldShowAllThatIsMeasuredOfAPicture', () => {
  const { list, render } = sessions();
  render([session({})], { video: () => VIDEO, recorded: () => undefined });
  assert.deepEqual(figuresIn(list), {
    Picture: '30 frames/s · 1280×720 · VP8',
    Rate: '4.2 of 5.0 Mbit/s · quantiser 37',
    Link: 'round trip 4 ms · loss 0.0 % · direct',
    'Per frame': 'grab 0.9, convert 1.3, scale 0.6, encode 9.1 ms',
  });
});

test('shouldSayHowManyMessagesWait', () => {
  const { list, render } = sessions();
  render([session({ waiting: 3 })]);
  assert.deepEqual(figuresIn(list), { Waiting: '3 messages' });
  render([session({ waiting: 1 })]);
  assert.deepEqual(figuresIn(list), { Waiting: '1 message' });
});

test('shouldShowFiguresOnlyWhileThePhoneIsThere', () => {
  const { list, render } = sessions();
  const run = { stage: 'running', command: 'sleep 9', steps: 1, lasting_ms: 1000 };
  render([session({ link: 'away', run })], { video: () => VIDEO, recorded: () => undefined });
  assert.deepEqual(figuresIn(list), {});
});

test('shouldShowNothingOfAPictureOfWhichNothingIsKnown', () => {
  const { list, render } = sessions();
  render([session({})], { video: () => ({ device_id: 'phone' }), recorded: () => undefined });
  assert.deepEqual(figuresIn(list), {});
});

test('shouldRecordAndStopAndSayWhyItFailed (T75)', async () => {
  const asked = [];
  const { list, render } = sessions({ stop: async () => true, reject: async () => true, record: async (id, on) => asked.push([id, on]) > 0 });
  const recorded = (state) => ({ video: () => undefined, recorded: () => state });
  render([session({})], recorded(undefined));
  const button = list.all('button').find((one) => one.text === 'Record');
  assert.equal(button.text, 'Record');
  await button.listeners.click();
  render([session({})], recorded({ device_id: 'phone', wanted: true, running: true }));
  assert.equal(button.text, 'Stop recording');
  await button.listeners.click();
  assert.deepEqual(asked, [
    ['phone', true],
    ['phone', false],
  ]);
  render([session({})], recorded({ device_id: 'phone', wanted: true, running: false, failure: 'The disk is full.' }));
  assert.equal(button.text, 'Record');
  assert.match(list.read().join('|'), /The disk is full\./);
});

test('shouldGiveFurtherPartsASectionEach', async () => {
  const parent = element();
  let refreshed = 0;
  const part = (id, refresh) => ({ id, title: id, mount: (place) => (place.append(make('p', '', `${id} is here`)), { refresh }) });
  const more = extras(parent, {}, [
    part('figures', async () => refreshed++),
    part('broken', async () => {
      throw new Error('nothing else suffers');
    }),
  ]);
  await more.refresh();
  assert.deepEqual(parent.children.map((one) => [one.tag, one.id, one.attributes['aria-labelledby']]), [
    ['section', 'figures', 'figures-title'],
    ['section', 'broken', 'broken-title'],
  ]);
  assert.equal(refreshed, 1);
});
