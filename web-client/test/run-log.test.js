import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load, seeded } from './page.js';

const { runLog, isOpen } = await load('run-log.js');
const { OUTPUT_LIMIT, written } = await load('step.js');

const progress = (more) => ['agent_progress', { step: 1, tool: 'shell', command: 'ls', status: 'running', ...more }];
const state = (ai_state) => ['state_update', { ai_state }];
const result = (more) => ['agent_result', { answer: '', steps_taken: 1, duration_ms: 5, ...more }];
const feed = (log, ...messages) => messages.forEach(([type, payload]) => log.take(type, payload));

test('shouldFollowARunFromRequestToResult (T50)', () => {
  const log = runLog();
  const run = log.ask('ls');
  assert.equal(run.status, 'waiting');
  feed(log, state('processing'), progress({}), progress({ stdout: 'a\n' }), progress({ stdout: 'b\n' }));
  assert.equal(run.status, 'running');
  assert.equal(written(run.steps[0], 'stdout'), 'a\nb\n');
  feed(log, progress({ status: 'completed', stdout: 'a\nb\n', stderr: '', exit_code: 0, duration_ms: 3 }), result({ answer: 'done' }), state('idle'));
  assert.deepEqual([run.status, run.answer, run.durationMs, run.steps.length], ['done', 'done', 5, 1]);
  assert.deepEqual([run.steps[0].exitCode, run.steps[0].generation], [0, 0]);
});

test('shouldTakeTheWholeOutputWhereAPieceWasLost', () => {
  const log = runLog();
  const run = log.ask('ls');
  feed(log, progress({ stdout: 'b\n' }), progress({ status: 'failed', stdout: 'a\nb\n', stderr: 'bad\n', exit_code: 2 }));
  assert.deepEqual(run.steps[0].pieces, [{ stream: 'stdout', text: 'a\nb\n' }, { stream: 'stderr', text: 'bad\n' }]);
  assert.equal(run.steps[0].generation, 1);
});

test('shouldKeepTheOrderInWhichBothStreamsWereWritten', () => {
  const log = runLog();
  const run = log.ask('x');
  feed(log, progress({ stdout: '1' }), progress({ stderr: '2' }), progress({ stdout: '3' }));
  feed(log, progress({ status: 'completed', stdout: '13', stderr: '2', exit_code: 0 }));
  assert.deepEqual(run.steps[0].pieces.map((piece) => piece.text), ['1', '2', '3']);
});

test('shouldBoundTheOutputOfAStep', () => {
  const log = runLog();
  const run = log.ask('yes');
  for (let round = 0; round < 300; round++) feed(log, progress({ stdout: 'y\n'.repeat(1000) }));
  assert.equal(written(run.steps[0], 'stdout').length, OUTPUT_LIMIT);
  assert.equal(run.steps[0].cut, true);
  assert.equal(run.steps[0].pieces.length, 1);
});

test('shouldBoundRunsAndSteps', () => {
  const log = runLog();
  for (let step = 0; step < 1000; step++) feed(log, progress({ step }));
  assert.equal(log.runs[0].steps.length, 200);
  for (let run = 0; run < 500; run++) log.ask('x');
  assert.equal(log.runs.length, 100);
});

test('shouldSayThatARefusedCommandWasNotRun', () => {
  for (const [code, status] of [['refused', 'refused'], ['forbidden', 'refused'], ['policy_denied', 'refused'], ['timeout', 'failed'], ['cancelled', 'stopped'], ['manual_takeover', 'stopped'], ['connection_lost', 'lost']]) {
    const log = runLog();
    const run = log.ask('rm x');
    feed(log, state('processing'), result({ error_code: code, answer: 'why' }), state('idle'));
    assert.deepEqual([run.status, run.answer], [status, 'why'], code);
  }
});

test('shouldGiveBusyToTheNewestRequestOnly (T50)', () => {
  const log = runLog();
  const first = log.ask('sleep 9');
  feed(log, state('processing'), progress({}));
  const second = log.ask('ls');
  feed(log, result({ error_code: 'busy' }));
  assert.deepEqual([first.status, second.status], ['running', 'busy']);
  feed(log, result({ answer: 'ok' }));
  assert.equal(first.status, 'done');
});

test('shouldEndAStoppedRunWhenTheHostIsIdle (T51)', () => {
  const log = runLog();
  const run = log.ask('sleep 9');
  feed(log, state('processing'), progress({}));
  assert.equal(log.stop(), run);
  feed(log, state('idle'));
  assert.equal(run.status, 'stopped');
  assert.equal(log.stop(), undefined);
});

test('shouldNotTakeAnEarlierIdleForTheEndOfARequestJustMade', () => {
  const log = runLog();
  const run = log.ask('ls');
  feed(log, state('idle'));
  assert.equal(run.status, 'waiting');
});

test('shouldEndWithTheConnectionAndStillTakeTheLateResult (T31, T35)', () => {
  const log = runLog();
  const run = log.ask('sleep 9');
  feed(log, state('processing'), progress({}));
  log.end('lost');
  assert.equal(run.status, 'lost');
  feed(log, state('idle'), result({ error_code: 'connection_lost', answer: 'connection lost, the running execution was stopped' }), state('idle'));
  assert.deepEqual([log.runs.length, run.status, run.answered], [1, 'lost', true]);
});

test('shouldGiveWhatIsSentAgainToTheRunThatWasInterrupted (T42)', () => {
  const log = runLog();
  const run = log.ask('sleep 9');
  feed(log, state('processing'), progress({}));
  log.end('lost');
  feed(log, state('idle'), progress({ stdout: 'last words' }), progress({ status: 'cancelled', stdout: 'last words', exit_code: 143 }));
  feed(log, result({ error_code: 'connection_lost', answer: 'connection lost' }), state('idle'));
  assert.deepEqual([log.runs.length, run.status, run.answered, run.steps.length], [1, 'lost', true, 1]);
});

test('shouldTakeUpARunThatTheHostAdopted (T33)', () => {
  const log = runLog();
  const run = log.ask('sleep 9');
  feed(log, state('processing'), progress({}));
  log.end('lost');
  feed(log, state('executing'));
  assert.equal(isOpen(run), true);
  feed(log, progress({ stdout: 'more' }), result({ answer: 'ok' }));
  assert.deepEqual([run.status, log.runs.length], ['done', 1]);
});

test('shouldShowARunThatAnotherPageBegan', () => {
  const log = runLog();
  feed(log, state('executing'), progress({ command: 'make', stdout: 'x' }));
  assert.deepEqual([log.runs.length, log.runs[0].text, log.runs[0].steps[0].command], [1, '', 'make']);
});

test('shouldLeaveOtherMessagesAlone', () => {
  const log = runLog();
  for (const type of ['keepalive', 'error', 'something_new', '__proto__']) assert.equal(log.take(type, {}), false);
  assert.equal(log.runs.length, 0);
});

test('shouldSurvivePayloadsOfEveryShape', () => {
  const random = seeded(6);
  const values = [null, undefined, 0, -1, 1e308, NaN, '', 'x', '<img onerror=1>', [], {}, [[]], true, { toString: null }];
  const any = () => values[Math.floor(random() * values.length)];
  const log = runLog();
  for (let round = 0; round < 5000; round++) {
    if (random() < 0.1) log.ask('x');
    const payload = {};
    for (const name of ['step', 'tool', 'detail', 'command', 'status', 'stdout', 'stderr', 'exit_code', 'duration_ms', 'truncated', 'answer', 'error_code', 'ai_state']) payload[name] = any();
    log.take(['agent_progress', 'agent_result', 'state_update'][round % 3], payload);
  }
  for (const run of log.runs) {
    assert.equal(typeof run.answer, 'string');
    for (const step of run.steps) assert.equal(typeof step.command + typeof step.status + typeof step.detail, 'stringstringstring');
  }
});
