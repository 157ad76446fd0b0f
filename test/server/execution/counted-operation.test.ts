import { expect, it } from 'vitest';

import { CostRecorder } from '../../../src/loading/operation/cost-recorder.js';
import { CountedOperation } from '../../../src/server/execution/counted-operation.js';
import { doorOver } from '../../support/doors.js';
import { FakeClock } from '../../support/fake-clock.js';
import { ScriptedTransport } from '../../support/scripted-transport.js';

const TABLE = { name: 'gene2pubmed', generation: 'g', asOf: '2026-11-20T00:00:00.000Z', agreement: null };

it('the cost of a whole has the links of tables of each of its operations once, also of those answered again', () => {
  const whole = new CostRecorder();
  const clock = new FakeClock();
  const options = { clock, client: doorOver(clock, new ScriptedTransport()), deadline: Infinity, maxCalls: 1 };
  const [first, second] = [new CountedOperation(options, whole), new CountedOperation(options, whole)];
  first.tabled(TABLE, 5);
  const { cacheableResponse } = first;
  expect(cacheableResponse).toBeDefined();
  if (cacheableResponse) {
    second.recall(cacheableResponse, 'memory');
  }
  expect(first.report().tables).toEqual([{ ...TABLE, edges: 5 }]);
  expect(second.report().tables).toEqual([{ ...TABLE, edges: 5 }]);
  expect(whole.report().tables).toEqual([{ ...TABLE, edges: 10 }]);
});
