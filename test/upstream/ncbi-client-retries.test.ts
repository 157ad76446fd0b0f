import { describe, expect, it } from 'vitest';

import { wholeOf } from '../../src/eutils/body/text.js';
import { EntrezError } from '../../src/eutils/failures/errors.js';
import { malformed } from '../../src/eutils/failures/malformed.js';
import type { EutilsCall } from '../../src/upstream/call.js';
import { TIMEOUT } from '../support/ncbi-client.js';
import { spendPermits } from '../support/pacing.js';
import { plainQuestion, requestFor } from '../support/questions.js';
import { answers, breaks, never, refuses, type Reply } from '../support/scripted-transport.js';
import { BAD_KEY, clientTo, QUESTION, RATE_LIMIT } from './scripted-client.js';

describe('NcbiClient tries again', () => {
  it.each<readonly [string, Reply]>([
    ['a server error', refuses(502, '<html><body>Bad Gateway</body></html>')],
    ['a broken connection', breaks],
    ['an empty body', answers('')],
    ['a web page', answers('<!DOCTYPE html><html></html>')],
  ])('after %s, for another permit and after a pause', async (_, failure) => {
    const { ask, calls, clock, sentAt } = clientTo(failure, answers('{}'));
    expect(await clock.finish(ask(QUESTION))).toBe('{}');
    expect(calls).toHaveLength(2);
    expect(sentAt).toEqual([0, 400]);
  });

  it('with pauses that grow, and stops when the tries are used up', async () => {
    const { ask, calls, clock, pacer, sentAt } = clientTo(refuses(500));
    await expect(clock.finish(ask(QUESTION))).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', retryable: true });
    expect(sentAt).toEqual([0, 400, 1200]);
    expect(calls.map(({ outcome }) => outcome)).toEqual(Array(3).fill('UPSTREAM_UNAVAILABLE'));
    expect(pacer.inFlight).toBe(0);
  });

  it('only when the pacer has a permit for it', async () => {
    const { ask, clock, pacer, sentAt } = clientTo(refuses(500), answers('{}'));
    await spendPermits(pacer, 9);
    await clock.finish(ask(QUESTION));
    expect(sentAt).toEqual([0, 1100]);
  });

  it('after a timeout, and in the end says how long it waited', async () => {
    const { ask, calls, clock, pacer, sentAt, transport } = clientTo(never);
    await expect(clock.finish(ask(QUESTION))).rejects.toMatchObject({
      code: 'UPSTREAM_TIMEOUT',
      retryable: true,
      message: `NCBI did not answer elink within ${TIMEOUT} ms.`,
    });
    expect(sentAt).toEqual([0, TIMEOUT + 400, 2 * TIMEOUT + 1200]);
    expect(calls).toMatchObject(Array(3).fill({ outcome: 'UPSTREAM_TIMEOUT', took: TIMEOUT, source: undefined }));
    expect([pacer.inFlight, transport.busy, clock.pending]).toEqual([0, 0, 0]);
  });

  it('after a timeout of a single id, though less could be asked of others', async () => {
    const { ask, clock, sentAt } = clientTo(never, answers('{}'));
    expect(await clock.finish(ask(plainQuestion('1'), { splitAfter: 2 }))).toBe('{}');
    expect(sentAt).toEqual([0, TIMEOUT + 400]);
  });

  it('in the fallback form when the answer could not be read', async () => {
    const { ask, clock, transport } = clientTo(answers('{"cut'), answers('<eLinkResult/>'));
    const question: EutilsCall<string> = {
      request: requestFor(['1'], 'json'),
      fallback: requestFor(['1'], 'xml'),
      decode: (body, retmode) => {
        if (retmode === 'json') {
          throw malformed('cut off');
        }
        return `${retmode}: ${wholeOf(body)}`;
      },
    };
    expect(await clock.finish(ask(question))).toBe('xml: <eLinkResult/>');
    expect(transport.requests).toEqual([question.request, question.fallback]);
  });

  it.each<readonly [string, EntrezError, string]>([
    ['cannot be read either', malformed('cut off'), 'No XML. JSON failed before: cut off'],
    ['is too large', new EntrezError('RESPONSE_TOO_LARGE', 'above 10 MB'), 'No XML. JSON failed before: above 10 MB'],
    ['fails in the same words', malformed('No XML.'), 'No XML.'],
  ])('and says what is wrong with both forms when the first %s', async (_, inJson, message) => {
    const { ask, calls, clock } = clientTo(answers('{}'));
    const decode: EutilsCall<never>['decode'] = (_body, retmode) => {
      throw retmode === 'json' ? inJson : malformed('No XML.');
    };
    const question = { request: requestFor(['1']), fallback: requestFor(['1'], 'xml'), decode };
    await expect(clock.finish(ask(question))).rejects.toMatchObject({ code: 'MALFORMED_RESPONSE', message });
    expect(calls).toHaveLength(3);
  });

  it('in the first form when the trouble was not the form', async () => {
    const { ask, clock, transport } = clientTo(refuses(503), answers('{}'));
    await clock.finish(ask({ ...QUESTION, fallback: requestFor(['1', '2'], 'xml') }));
    expect(transport.requests.map(({ retmode }) => retmode)).toEqual(['json', 'json']);
  });
});

describe('NcbiClient does not try again', () => {
  it('a list that timed out where less can be asked instead', async () => {
    const { ask, calls, clock, pacer } = clientTo(never);
    await expect(clock.finish(ask(QUESTION, { splitAfter: 2 }))).rejects.toMatchObject({ code: 'UPSTREAM_TIMEOUT' });
    expect(calls).toHaveLength(1);
    expect(pacer.inFlight).toBe(0);
  });

  it('in the same form what was mixed in both', async () => {
    const { ask, clock, transport } = clientTo(answers('{}'));
    const mixed = (): never => {
      throw new EntrezError('MALFORMED_RESPONSE', 'mixed', { retryable: true, scope: 'batch' });
    };
    const question = { request: requestFor(['1', '2']), fallback: requestFor(['1', '2'], 'xml'), decode: mixed };
    await expect(clock.finish(ask(question))).rejects.toMatchObject({ scope: 'batch' });
    expect(transport.requests.map(({ retmode }) => retmode)).toEqual(['json', 'xml']);
  });

  it('with an invalid key, and does not show it', async () => {
    const { ask, calls, clock } = clientTo(refuses(400, BAD_KEY));
    const failure = await clock.finish(ask(QUESTION).catch((error: unknown) => error));
    expect(failure).toMatchObject({ code: 'INVALID_API_KEY' });
    expect((failure as EntrezError).message).not.toContain('k1');
    expect(calls).toHaveLength(1);
  });

  it('what the decoder calls hopeless', async () => {
    const { ask, calls, clock, pacer } = clientTo(answers('{}'));
    const unknown = (): never => {
      throw new EntrezError('UNKNOWN_ID', 'no such record');
    };
    await expect(clock.finish(ask({ ...QUESTION, decode: unknown }))).rejects.toMatchObject({ code: 'UNKNOWN_ID' });
    expect(calls).toMatchObject([{ outcome: 'UNKNOWN_ID', source: 'ncbi' }]);
    expect(pacer.inFlight).toBe(0);
  });

  it('after a fault of the program itself, which is passed on as it is', async () => {
    const { ask, calls, clock, pacer } = clientTo(answers('{}'));
    const broken = (): never => {
      throw new TypeError('a bug');
    };
    await expect(clock.finish(ask({ ...QUESTION, decode: broken }))).rejects.toThrow(TypeError);
    expect(calls).toHaveLength(1);
    expect(pacer.inFlight).toBe(0);
  });
});

describe('NcbiClient cools down for everybody', () => {
  it('when NCBI refuses for the rate, and asks again as soon as the gate opens', async () => {
    const { ask, clock, pacer, sentAt } = clientTo(refuses(429, RATE_LIMIT), answers('{}'));
    const first = ask(QUESTION);
    await clock.advance(0);
    const second = ask(QUESTION);
    await clock.advance(0);
    expect(pacer.queued).toBe(2);
    await clock.finish(Promise.all([first, second]));
    expect(sentAt).toEqual([0, 1000, 1000]);
  });

  it('when the refusal comes with HTTP 200', async () => {
    const { ask, clock, sentAt } = clientTo(answers(RATE_LIMIT), answers('{}'));
    await clock.finish(ask(QUESTION));
    expect(sentAt).toEqual([0, 1000]);
  });

  it('as long as NCBI asks for', async () => {
    const { ask, clock, sentAt } = clientTo(refuses(429, RATE_LIMIT, { 'retry-after': '7' }), answers('{}'));
    await clock.finish(ask(QUESTION));
    expect(sentAt).toEqual([0, 7000]);
  });

  it('also after the last try, and says when another makes sense', async () => {
    const { ask, calls, clock, pacer } = clientTo(refuses(429, RATE_LIMIT));
    const failure = await clock.finish(ask(QUESTION).catch((error: unknown) => error));
    expect(failure).toMatchObject({ code: 'UPSTREAM_RATE_LIMITED' });
    const { coolingFor, expectedWait } = pacer.state;
    expect((failure as EntrezError).details.retryAfterMs).toBe(Math.ceil(coolingFor));
    expect(expectedWait).toBe(coolingFor);
    expect(coolingFor).toBeGreaterThan(3000);
    expect(calls.map(({ outcome }) => outcome)).toEqual(Array(3).fill('UPSTREAM_RATE_LIMITED'));
    expect(pacer.inFlight).toBe(0);
  });
});
