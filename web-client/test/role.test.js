import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './page.js';

const { roleView } = await load('role.js');

const element = () => ({ hidden: false, dataset: {} });

test('shouldOfferOnlyWhatAViewOnlyDeviceCanDo (T95)', () => {
  const [root, badge, manual, ask] = [element(), element(), element(), element()];
  const role = roleView({ root, badge, acting: [manual, ask] });

  role.take({ role: 'view' });
  assert.equal(role.viewOnly(), true);
  assert.deepEqual([badge.hidden, manual.hidden, ask.hidden, root.dataset.role], [false, true, true, 'view']);

  role.take({ role: 'control' });
  assert.equal(role.viewOnly(), false);
  assert.deepEqual([badge.hidden, manual.hidden, ask.hidden, root.dataset.role], [true, false, false, 'control']);
});

test('shouldTakeAHostThatSaysNothingOfRolesForOneThatHasNone', () => {
  const [root, badge, manual] = [element(), element(), element()];
  const role = roleView({ root, badge, acting: [manual] });
  role.take({});
  assert.deepEqual([role.viewOnly(), badge.hidden, manual.hidden], [false, true, false]);
});
