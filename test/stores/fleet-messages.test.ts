import { describe, expect, it } from 'vitest';

import { UidList } from '../../src/eutils/body/uid-list.js';
import { EntrezError } from '../../src/eutils/failures/errors.js';
import type { AnswerMessage, FarAnswer, OfferMessage } from '../../src/loading/fleet/messages.js';
import { decodeAnswer, encodeAnswer } from '../../src/stores/encode-answer.js';
import { decodeMessage, encodeMessage } from '../../src/stores/fleet-messages.js';

const NAME = 'decoders-1 LE http://ncbi/ ';

const OFFERS: OfferMessage = {
  from: 'a process',
  operations: [{ id: 1, calls: 2, maxCalls: 10 }],
  offers: [{ kind: 'summary', variant: 'gene', question: 'esummary gene', key: '"é\n', operation: 1, after: 'links' }],
  ended: [7],
  followed: [8],
};

function answersOf(...answers: readonly Partial<FarAnswer>[]): AnswerMessage {
  return {
    from: 'another process',
    number: 3,
    costs: [{ id: 1, calls: [], source: 'ncbi' }],
    answers: answers.map((answer, key) => ({ question: 'esummary gene', key: String(key), cost: 1, ...answer })),
    refusals: [],
    charges: [[1, 2]],
  };
}

const answer = (value: object) => ({ value, source: 'ncbi', size: 10, ttl: 1000, obtainedAt: 5 }) as const;

describe('A message between processes', () => {
  it('is read as it was written', () => {
    expect(decodeMessage(encodeMessage(OFFERS, NAME), NAME)).toEqual(OFFERS);
  });

  it('carries several answers, failures, and keys that are left to the other process', () => {
    const failure = new EntrezError('UPSTREAM_TIMEOUT', 'late', { retryable: true, scope: 'service', uids: ['1'] });
    const links = { uids: UidList.from(['5', '7']), source: 'ELINK', asOf: 5, bytes: 10 };
    const message = answersOf(
      { answer: answer({ text: 'é' }) },
      { failure },
      { answer: answer(links) },
      {},
      { answer: answer(new EntrezError('UNKNOWN_ID', 'none')) },
    );
    const read = decodeMessage(encodeMessage(message, NAME), NAME) as AnswerMessage;
    expect(read).toMatchObject({ number: 3, charges: [[1, 2]], costs: [{ id: 1, source: 'ncbi' }] });
    const [text, late, list, left, unknown] = read.answers;
    expect(text?.answer).toMatchObject({ ttl: 1000, obtainedAt: 5, value: { text: 'é' } });
    expect(late?.failure).toMatchObject({
      code: 'UPSTREAM_TIMEOUT',
      message: 'late',
      retryable: true,
      scope: 'service',
      details: { uids: ['1'] },
    });
    expect([...((list?.answer?.value as typeof links | undefined)?.uids ?? [])]).toEqual(['5', '7']);
    expect([left?.answer, left?.failure]).toEqual([undefined, undefined]);
    expect(unknown?.answer?.value).toBeInstanceOf(EntrezError);
  });

  it('is written to several processes and to the store from one reading of its answers', () => {
    let read = 0;
    const value = {
      get title() {
        read += 1;
        return 'é';
      },
    };
    const message = answersOf({ answer: answer(value) });
    expect(encodeMessage(message, NAME)).toEqual(encodeMessage({ ...message }, NAME));
    expect(decodeAnswer('a name', encodeAnswer('a name', answer(value)))).toMatchObject({ value: { title: 'é' } });
    expect(read).toBe(1);
  });

  it('carries refusals with what they are about', () => {
    const refusal = { operation: 1, failure: new EntrezError('BUDGET_EXCEEDED', 'enough') };
    const message = { ...answersOf(), refusals: [refusal] } as unknown as AnswerMessage;
    const [read] = (decodeMessage(encodeMessage(message, NAME), NAME) as AnswerMessage).refusals;
    expect(read).toMatchObject({ operation: 1, failure: { code: 'BUDGET_EXCEEDED' } });
  });

  it.each([true, false])(
    'carries a failure with what is known of it and nothing else (worth another try: %s)',
    (retryable) => {
      const failure = new EntrezError('UNKNOWN_ID', 'none', { retryable });
      const read = decodeMessage(encodeMessage(answersOf({ failure }), NAME), NAME) as AnswerMessage;
      expect(read.answers[0]?.failure).toMatchObject({
        code: 'UNKNOWN_ID',
        retryable,
        scope: failure.scope,
        details: {},
      });
    },
  );

  it('carries no member of an error that is none of ours', () => {
    const failure = Object.assign(new TypeError('oops'), { code: 'ECONNRESET', details: { secret: 'x' } });
    const encoded = encodeMessage(answersOf({ failure }), NAME);
    expect(encoded.toString('latin1')).not.toMatch(/secret|ECONNRESET/);
    expect((decodeMessage(encoded, NAME) as AnswerMessage).answers[0]?.failure).not.toBeInstanceOf(EntrezError);
  });

  it('tells a fault of the program as an error without a code', () => {
    const message = {
      ...answersOf(),
      refusals: [{ question: 'q', key: 'k', operation: 1, failure: new TypeError('oops') }],
    };
    const read = decodeMessage(encodeMessage(message, NAME), NAME) as AnswerMessage;
    expect(read.refusals[0]?.failure).toEqual(new Error('oops'));
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a length beyond its end', Buffer.from([255, 255, 255, 255, 1])],
    ['no JSON', Buffer.concat([Buffer.from([2, 0, 0, 0]), Buffer.from('{"')])],
    ['JSON of something else', Buffer.concat([Buffer.from([4, 0, 0, 0]), Buffer.from('null')])],
    ['JSON without members', Buffer.concat([Buffer.from([2, 0, 0, 0]), Buffer.from('{}')])],
  ])('that holds %s is passed over', (_what, bytes) => {
    expect(decodeMessage(bytes, NAME)).toBeUndefined();
  });

  it('that is cut off leaves keys to the process that wants them, rather than to give it something else', () => {
    const encoded = encodeMessage(answersOf({ answer: answer({ text: 'x' }) }), NAME);
    const read = decodeMessage(encoded.subarray(0, -1), NAME) as AnswerMessage;
    expect(read.answers[0]?.answer).toBeUndefined();
  });
});
