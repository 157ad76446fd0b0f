import { describe, expect, it } from 'vitest';

import { DECODERS } from '../support/decoders.js';
import { failureOf } from './entrez-errors.js';

const sentence = (size: string, bound = '10MB'): string =>
  `Input XML size is ${size} bytes, and cannot be transformed to JSON. the max size is ${bound}`;
const answer = (eutilsresult: unknown, beside: object = {}): string =>
  JSON.stringify({ header: { type: 'eutils', version: '0.3' }, eutilsresult, ...beside });

describe.each(DECODERS)('The bound of JSON is known to the decoder of %s', (_name, _body, decode) => {
  it.each<[string, string, number | undefined]>([
    ['with a raw line end', `{"eutilsresult":{"ERROR":"\n${sentence('12150021')}"}}`, 12_150_021],
    ['of another bound', answer({ ERROR: sentence('6000001', '5 MB.') }), 6_000_001],
    ['of a hundred gigabytes', answer({ ERROR: sentence('99999999999') }), 99_999_999_999],
    ['with a size that cannot be read', answer({ ERROR: sentence('12,150,021') }), undefined],
    ['in lower case', answer({ error: sentence('12150021').toLowerCase() }), 12_150_021],
    ['in a list', answer({ ERRORS: [sentence('12150021')] }), 12_150_021],
    ['as the result itself', answer(sentence('12150021')), 12_150_021],
    ['as a list in place of the result', answer([sentence('12150021')]), 12_150_021],
    ['at the top', JSON.stringify({ ERROR: sentence('12150021') }), 12_150_021],
    [
      'beside what looks like an answer',
      answer(
        { ERROR: sentence('12150021') },
        { result: { uids: [] }, linksets: [], esearchresult: { count: '0', idlist: [] } },
      ),
      12_150_021,
    ],
  ])('%s', (_what, body, answerBytes) => {
    const failure = failureOf(() => decode(body));
    expect([failure.code, failure.retryable, failure.details.answerBytes]).toEqual([
      'RESPONSE_TOO_LARGE',
      false,
      answerBytes,
    ]);
  });

  it('and an empty result is no answer', () => {
    expect(failureOf(() => decode(answer({}))).retryable).toBe(true);
  });
});
