import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './page.js';

const { questionBook, isPending } = await load('questions.js');
const { clockWords, questionWords } = await load('words.js');

const REQUEST = {
  request_id: 'r1',
  tool: 'shell',
  command: 'rm notes.txt',
  reason: '“rm” deletes files.',
  expires_in_ms: 300_000,
  digest: 'd1',
};

function setUp() {
  const clock = { now: 1000 };
  return { clock, book: questionBook(() => clock.now) };
}

test('shouldShowAQuestionUntilItsDeadline', () => {
  // Given
  const { clock, book } = setUp();

  // When
  assert.equal(book.take('agent_confirmation_request', REQUEST), true);

  // Then
  const question = book.current();
  assert.equal(question.command, 'rm notes.txt');
  assert.equal(question.state, 'open');
  assert.equal(book.left(question), 300_000);
  clock.now += 299_999;
  assert.equal(book.left(question), 1);
  clock.now += 5;
  assert.equal(book.left(question), 0);
});

test('shouldAnswerOnceWithTheDigestThatWasShown', () => {
  // Given
  const { book } = setUp();
  book.take('agent_confirmation_request', REQUEST);

  // Then
  assert.deepEqual(book.answer('r1', true), { request_id: 'r1', approved: true, digest: 'd1' });
  assert.equal(book.answer('r1', true), undefined);
  assert.equal(book.answer('another', true), undefined);
});

test('shouldNeverSayApprovedBeforeTheReceipt', () => {
  // Given
  const { book } = setUp();
  book.take('agent_confirmation_request', REQUEST);

  // When
  book.answer('r1', true);

  // Then
  assert.equal(book.current().state, 'sent');
  assert.doesNotMatch(JSON.stringify(questionWords(book.current(), 9)), /approved/i);
  assert.equal(book.take('confirmation_receipt', { request_id: 'r1', outcome: 'approved', message: 'Approved.' }), true);
  assert.equal(book.current().state, 'approved');
  assert.equal(questionWords(book.current(), 9).title, 'Approved');
});

for (const [outcome, state] of [
  ['rejected', 'rejected'],
  ['expired', 'expired'],
  ['unknown', 'gone'],
  ['something new', 'gone'],
  [undefined, 'gone'],
]) {
  test(`shouldTakeTheReceiptFor_${outcome}`, () => {
    // Given
    const { book } = setUp();
    book.take('agent_confirmation_request', REQUEST);
    book.answer('r1', true);

    // When
    book.take('confirmation_receipt', { request_id: 'r1', outcome, message: 'words' });

    // Then
    assert.equal(book.current().state, state);
    assert.match(questionWords(book.current(), 9).status, /words|not run/);
    assert.equal(book.answer('r1', true), undefined);
  });
}

test('shouldAskOnAfterAStaleAnswer', () => {
  // Given
  const { book } = setUp();
  book.take('agent_confirmation_request', REQUEST);
  book.answer('r1', true);

  // When
  book.take('confirmation_receipt', { request_id: 'r1', outcome: 'stale', message: 'Look again.' });

  // Then
  assert.equal(book.current().state, 'open');
  assert.equal(questionWords(book.current(), 9).status, 'Look again.');
  assert.notEqual(book.answer('r1', true), undefined);
});

test('shouldNotAnswerWhenTheTimeIsUp', () => {
  // Given
  const { clock, book } = setUp();
  book.take('agent_confirmation_request', REQUEST);

  // When
  clock.now += 300_000;

  // Then
  assert.equal(book.answer('r1', true), undefined);
  assert.equal(questionWords(book.current(), 0).title, 'The time is up');
});

test('shouldShowAQuestionAgainThatIsAskedAgain', () => {
  // Given an answer that went with the connection
  const { clock, book } = setUp();
  book.take('agent_confirmation_request', REQUEST);
  book.answer('r1', true);
  book.drop('The connection was lost.');
  assert.equal(isPending(book.current()), false);

  // When
  clock.now += 100_000;
  book.take('agent_confirmation_request', { ...REQUEST, expires_in_ms: 200_000 });

  // Then
  assert.equal(book.current().state, 'open');
  assert.equal(book.left(book.current()), 200_000);
  assert.equal(book.current().span, 300_000);
});

test('shouldDropWhatAnIdleHostCannotBeAsking', () => {
  // Given
  const { book } = setUp();
  book.take('agent_confirmation_request', REQUEST);

  // When
  assert.equal(book.take('state_update', { ai_state: 'executing' }), false);
  assert.equal(book.current().state, 'open');
  assert.equal(book.take('state_update', { ai_state: 'idle' }), false);

  // Then
  assert.equal(book.current().state, 'gone');
  assert.match(book.current().words, /not run/);
});

test('shouldNotSayOfAQuestionThatMovedThatItIsNotRun', () => {
  // Given
  const { book } = setUp();
  book.take('agent_confirmation_request', REQUEST);

  // When
  book.drop('Answer it there.', 'moved');

  // Then
  assert.equal(isPending(book.current()), false);
  assert.doesNotMatch(JSON.stringify(questionWords(book.current(), 9)), /not run/i);
});

test('shouldLeaveEndsAsTheyAre', () => {
  // Given
  const { book } = setUp();
  book.take('agent_confirmation_request', REQUEST);
  book.take('confirmation_receipt', { request_id: 'r1', outcome: 'approved', message: '' });

  // When
  book.take('state_update', { ai_state: 'idle' });
  book.unsent('r1');

  // Then
  assert.equal(book.current().state, 'approved');
});

test('shouldOpenAgainWhatCouldNotBeSent', () => {
  // Given
  const { book } = setUp();
  book.take('agent_confirmation_request', REQUEST);
  book.answer('r1', false);

  // When
  book.unsent('r1');

  // Then
  assert.equal(book.current().state, 'open');
});

test('shouldShowTheOldestOpenQuestionFirst', () => {
  // Given
  const { book } = setUp();
  book.take('agent_confirmation_request', REQUEST);
  book.take('agent_confirmation_request', { ...REQUEST, request_id: 'r2' });

  // Then
  assert.equal(book.current().id, 'r1');
  book.take('confirmation_receipt', { request_id: 'r1', outcome: 'rejected' });
  assert.equal(book.current().id, 'r2');
});

test('shouldPassOverWhatHasNotTheShape', () => {
  // Given
  const { book } = setUp();

  // When
  book.take('agent_confirmation_request', {});
  book.take('agent_confirmation_request', { request_id: 7, command: 'x' });
  book.take('agent_confirmation_request', { request_id: 'r', command: ['x'] });
  book.take('confirmation_receipt', { request_id: 'nobody', outcome: 'approved' });

  // Then
  assert.equal(book.current(), undefined);
  assert.equal(book.take('agent_progress', {}), false);
});

test('shouldKeepFewQuestions', () => {
  // Given
  const { book } = setUp();

  // When
  for (let i = 0; i < 50; i += 1) {
    book.take('agent_confirmation_request', { request_id: `r${i}`, command: 'x' });
    book.take('confirmation_receipt', { request_id: `r${i}`, outcome: 'rejected' });
  }

  // Then
  assert.equal(book.answer('r0', true), undefined);
  assert.equal(book.current().id, 'r49');
});

test('shouldTellTheTimeRoundedUp', () => {
  assert.deepEqual([300_000, 299_001, 60_001, 60_000, 9_500, 1, 0].map(clockWords), [
    '5:00',
    '5:00',
    '1:01',
    '1:00',
    '0:10',
    '0:01',
    '0:00',
  ]);
});
