import { expect } from 'vitest';

import { decodeArticles } from '../../../src/eutils/records/efetch-articles.js';
import { decodeLinkSets } from '../../../src/eutils/links/elink.js';
import { decodeSearch } from '../../../src/eutils/search/esearch.js';
import { decodeSpelling } from '../../../src/eutils/search/espell.js';
import { decodeSummaries } from '../../../src/eutils/records/esummary.js';
import { exchangeWithoutSecrets } from '../../../src/eutils/body/exchange-secrets.js';
import { rejectFailure } from '../../../src/eutils/body/failure.js';
import { decodePost } from '../../../src/eutils/search/history.js';
import { rateHeaders } from '../../../src/eutils/failures/rate-headers.js';
import type { EutilsResponse } from '../../../src/eutils/wire.js';
import { failureOf } from '../../eutils/entrez-errors.js';
import { matches } from '../naive.js';
import type { Rule } from '../rule.js';

/** Every reader of answers. */
const DECODERS: readonly ((body: string) => unknown)[] = [
  (body) => decodeArticles(body, ['1']),
  (body) => decodePost(body, { uids: ['1'] }),
  (body) => decodeSearch(body, { db: 'pubmed', term: 'x', retstart: 0, retmax: 20 }),
  (body) => decodeSpelling(body, { db: 'pubmed', term: 'x' }),
  decodeSummaries,
  (body) => decodeLinkSets(body, 'json'),
  (body) => decodeLinkSets(body, 'xml'),
];

/** What the sentences of the gateway before all programs mean. */
const GATEWAY_SENTENCES: Readonly<Record<string, string>> = {
  'API rate limit exceeded': 'UPSTREAM_RATE_LIMITED',
  'API key invalid': 'INVALID_API_KEY',
  'error forwarding request': 'UPSTREAM_UNAVAILABLE',
};

/** What comes before, or instead of, the answer of a program. */
export const HTTP_RULES: readonly Rule[] = [
  {
    what: 'gateway errors',
    isOne: ({ body }) => body.includes('"api-key"'),
    check: ({ body }) => {
      const code = GATEWAY_SENTENCES[matches(body, /"error":\s*"(.*?)"/g)[0] ?? ''];
      const [caller = ''] = matches(body, /"api-key":\s*"(.*?)"/g);
      expect(code).toBeDefined();
      // Whatever the status: clients have seen them under HTTP 200 too.
      for (const status of [200, 400, 429, 500]) {
        const response = { status, headers: {}, body };
        const failure = failureOf(() => {
          rejectFailure(response, 'elink');
        });
        expect(failure.code).toBe(code);
        expect(failure.message).not.toContain(`"${caller}"`);
        expect(exchangeWithoutSecrets(REQUEST, response, []).body).not.toContain(caller);
      }
    },
  },
  {
    what: 'recorded headers',
    isOne: ({ headers = {}, body }) => Object.keys(headers).length > 0 && !body.includes('"api-key"'),
    check: ({ status = 0, headers = {}, body }) => {
      const response: EutilsResponse = { status, headers, body: body === '' ? '<eLinkResult/>' : body };
      const read = (): string => {
        rejectFailure(response, 'elink');
        return 'answered';
      };
      // Only the status decides: a good answer may have no requests left, or a content type of its own.
      expect(status < 300 ? read() : failureOf(read).code).toMatch(
        status < 300 ? 'answered' : /^(UPSTREAM_|UNKNOWN_ID)/,
      );
      const [limit, remaining] = [headers['x-ratelimit-limit'], headers['x-ratelimit-remaining']].map(Number);
      expect(rateHeaders(response)).toEqual(headers['x-ratelimit-limit'] && { limit, remaining });
      const kept = Object.keys(exchangeWithoutSecrets(REQUEST, response, []).headers);
      expect(kept.filter((name) => /cookie|sid|phid|location/.test(name))).toEqual([]);
    },
  },
  {
    what: 'EGQuery, which NCBI has retired',
    isOne: ({ utility }) => utility === 'egquery',
    check: ({ body }) => {
      for (const decode of DECODERS) {
        expect(failureOf(() => decode(body))).toMatchObject({ code: 'MALFORMED_RESPONSE' });
      }
    },
  },
];

const REQUEST = { utility: 'elink', retmode: 'json', params: [], idCount: 0 } as const;
