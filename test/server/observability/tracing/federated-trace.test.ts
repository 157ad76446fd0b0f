import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import { describe, expect, it } from 'vitest';

import { FederatedTrace, MAX_TRACED_FIELDS } from '../../../../src/server/observability/tracing/federated-trace.js';
import { FakeClock } from '../../../support/fake-clock.js';

function infoOf(key: string | number, prev?: GraphQLResolveInfo['path']): GraphQLResolveInfo {
  return {
    path: { key, prev, typename: undefined },
    fieldName: String(key),
    parentType: { name: 'Query' },
    returnType: 'String',
  } as unknown as GraphQLResolveInfo;
}

describe('a federated trace', () => {
  it('counts times in nanoseconds from the beginning of the operation', async () => {
    const clock = new FakeClock();
    const trace = new FederatedTrace(clock, new Date('2026-01-02T03:04:05.678Z'));
    await clock.advance(2);
    const end = trace.begin(infoOf('gene'));
    await clock.advance(3);
    end();
    await clock.advance(500);
    expect(trace.end()).toMatchObject({
      durationNs: 505_000_000,
      root: { child: [{ responseName: 'gene', startTime: 2_000_000, endTime: 5_000_000 }] },
      startTime: { seconds: 1_767_323_045, nanos: 678_000_000 },
      endTime: { seconds: 1_767_323_046, nanos: 183_000_000 },
      isIncomplete: false,
    });
  });

  it('is bounded, and says so when fields are missing', () => {
    const trace = new FederatedTrace(new FakeClock());
    for (let index = 0; index < MAX_TRACED_FIELDS + 5; index += 1) {
      trace.begin(infoOf(`field${index}`))();
    }
    const { root, isIncomplete } = trace.end();
    expect([root?.child?.length, isIncomplete]).toEqual([MAX_TRACED_FIELDS, true]);
  });

  it('names the code of an error, or that it has none, and never its message', () => {
    const trace = new FederatedTrace(new FakeClock());
    trace.begin(infoOf('gene'))();
    const refused = new GraphQLError('Invalid uid "secret".', {
      path: ['gene'],
      extensions: { code: 'BAD_USER_INPUT' },
    });
    const unnamed = new GraphQLError('secret', { path: ['gene'] });
    const text = JSON.stringify(trace.end([refused, unnamed]).root);
    expect(text).toContain('"error":[{"message":"BAD_USER_INPUT"');
    expect(text).toContain('{"message":"ERROR"');
    expect(text).not.toContain('secret');
  });
});
