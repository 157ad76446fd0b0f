import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Replay } from '../../src/sandbox/replay/replay.js';
import { hurryClock } from '../support/hurried-clock.js';
import { RunningGateway } from '../support/running-gateway.js';
import { askedRecordings } from './asked.js';
import { casesOf } from './cases.js';

hurryClock(5);

const byFile = casesOf(askedRecordings());

describe.skipIf(byFile.size === 0)(
  byFile.size === 0
    ? 'the gateway on recorded answers of NCBI, skipped: there are none in ../shared'
    : `the gateway over HTTP, on ${byFile.size} recorded answers of NCBI whose requests are known`,
  () => {
    let gateway: RunningGateway;
    beforeAll(async () => {
      gateway = await RunningGateway.start();
    });
    afterAll(async () => {
      await gateway[Symbol.asyncDispose]();
    });

    it.each([...byFile])('%s', async (_file, cases) => {
      const replay = new Replay(cases.flatMap(({ exchanges }) => exchanges));
      const statuses = new Set<number>();
      gateway.sandbox.intercept((request) => {
        const answer = replay.answer(request);
        statuses.add(answer.status);
        return answer;
      });
      await Promise.all(
        cases.map(async ({ query, holds }) => {
          holds(await gateway.query(query));
        }),
      );
      expect(statuses).toEqual(new Set([200]));
    });
  },
);
