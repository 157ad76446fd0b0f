import { expect } from 'vitest';

import { decodeDatabaseInfo, decodeDatabaseList } from '../../../src/eutils/records/einfo.js';
import { EntrezError } from '../../../src/eutils/failures/errors.js';
import { decodeSearch } from '../../../src/eutils/search/esearch.js';
import { decodeSpelling } from '../../../src/eutils/search/espell.js';
import { decodeSummaries } from '../../../src/eutils/records/esummary.js';
import { failureOf } from '../../eutils/entrez-errors.js';
import { isError, matches, texts } from '../naive.js';
import type { Rule } from '../rule.js';

const PAGE = { db: 'gene', term: 'x', retstart: 0, retmax: 20 };

/** The programs that the gateway asks in JSON. */
const IN_JSON: Readonly<Record<string, (body: string) => unknown>> = {
  esearch: (body) => decodeSearch(body, PAGE),
  esummary: decodeSummaries,
  einfo: (body) => decodeDatabaseInfo(body, 'pubmed'),
};

/** ESearch, ESummary, EInfo and ESpell. */
export const SEARCH_RULES: readonly Rule[] = [
  {
    what: 'ESearch in JSON',
    isOne: ({ utility, form, body }) => utility === 'esearch' && form === 'json' && !isError(body),
    check: ({ body }) => {
      const { esearchresult } = JSON.parse(body) as {
        esearchresult: {
          count: string;
          retstart: string;
          retmax: string;
          idlist: string[];
          querytranslation: string;
          querykey?: string;
          webenv?: string;
          errorlist?: Record<string, string[]>;
          warninglist?: Record<string, string[]>;
        };
      };
      const { warnings, notFound, ignored, messages, ...answer } = decodeSearch(body, {
        db: 'gene',
        term: 'x',
        retstart: Number(esearchresult.retstart),
        retmax: Number(esearchresult.retmax),
      });
      const { querykey: queryKey, webenv: webEnv } = esearchresult;
      expect(answer).toEqual({
        count: Number(esearchresult.count),
        retstart: Number(esearchresult.retstart),
        uids: esearchresult.idlist,
        queryTranslation: esearchresult.querytranslation,
        ...(queryKey !== undefined && { stored: { webEnv, queryKey } }),
      });
      const lists: Record<string, string[]>[] = [esearchresult.errorlist ?? {}, esearchresult.warninglist ?? {}];
      const remarks = lists.flatMap((list) => Object.values(list).flat());
      expect(warnings).toHaveLength(remarks.length);
      expect([...notFound, ...ignored, ...messages].sort()).toEqual(remarks.sort());
    },
  },
  {
    what: 'ESearch errors',
    isOne: ({ utility, body }) => utility === 'esearch' && isError(body),
    check: ({ body }) => {
      const { code } = failureOf(() => decodeSearch(body, PAGE));
      expect(code).toMatch(/^(UPSTREAM_UNAVAILABLE|BAD_USER_INPUT|HISTORY_EXPIRED)$/);
    },
  },
  {
    what: 'ESummary in JSON',
    isOne: ({ utility, form, body }) => utility === 'esummary' && form === 'json' && body.includes('"uids"'),
    check: ({ body }) => {
      const answer = JSON.parse(body) as {
        error?: string;
        result: { uids: (string | number)[] } & Record<string, { error?: string }>;
      };
      if (answer.error !== undefined) {
        expect(failureOf(() => decodeSummaries(body)).retryable).toBe(false);
        return;
      }
      const documents = decodeSummaries(body);
      expect([...documents.keys()]).toEqual(answer.result.uids.map(String));
      for (const [uid, document] of documents) {
        const written = answer.result[uid];
        if (written?.error === undefined) {
          expect(document).toEqual({ ...written, uid });
        } else {
          expect(document).toBeInstanceOf(EntrezError);
        }
      }
    },
  },
  {
    what: 'ESummary errors',
    isOne: ({ utility, form, body }) =>
      utility === 'esummary' && (form === 'json' ? !body.includes('"uids"') : /<ERROR>|Backend failed/i.test(body)),
    check: ({ body }) => {
      const { code } = failureOf(() => decodeSummaries(body));
      expect(code).toMatch(/^(UPSTREAM_UNAVAILABLE|UNKNOWN_ID|BAD_USER_INPUT|RESPONSE_TOO_LARGE)$/);
    },
  },
  {
    what: 'EInfo in JSON',
    isOne: ({ utility, form, body }) => utility === 'einfo' && form === 'json' && !isError(body),
    check: ({ body }) => {
      const { einforesult } = JSON.parse(body) as {
        einforesult: {
          dblist?: string[];
          dbinfo: {
            dbname: string;
            count: string;
            linklist: { name: string; dbto: string }[];
            fieldlist: { name: string; termcount: string; isdate: string }[];
          }[];
        };
      };
      const [written] = einforesult.dbinfo;
      if (written === undefined) {
        expect(decodeDatabaseList(body)).toEqual(einforesult.dblist);
        return;
      }
      const { name, count, links, fields } = decodeDatabaseInfo(body, written.dbname);
      expect([name, count]).toEqual([written.dbname, Number(written.count)]);
      expect(links.map((link) => [link.name, link.to])).toEqual(written.linklist.map((link) => [link.name, link.dbto]));
      expect(fields.map((field) => [field.name, String(field.termCount ?? ''), field.isDate])).toEqual(
        written.fieldlist.map((field) => [field.name, field.termcount, field.isdate === 'Y']),
      );
    },
  },
  {
    what: 'EInfo errors',
    isOne: ({ utility, body }) => utility === 'einfo' && isError(body),
    check: ({ body }) => {
      expect(failureOf(() => decodeDatabaseInfo(body, 'pubmed')).code).toMatch(
        /^(UPSTREAM_UNAVAILABLE|BAD_USER_INPUT)$/,
      );
    },
  },
  {
    what: 'answers in another form than JSON, in which the gateway asks',
    isOne: ({ utility, form, body }) =>
      utility in IN_JSON && form !== 'json' && !isError(body) && !body.includes('Backend failed'),
    check: ({ utility, body }) => {
      // Asked again, and never read as an answer without hits.
      expect(failureOf(() => IN_JSON[utility]?.(body))).toMatchObject({ code: 'MALFORMED_RESPONSE', retryable: true });
    },
  },
  {
    what: 'ESpell',
    isOne: ({ utility }) => utility === 'espell',
    check: ({ body }) => {
      const question = { db: texts(body, 'Database')[0] ?? '', term: texts(body, 'Query')[0] ?? '' };
      if (matches(body, /<ERROR>\s*(\S.*?)</g).length > 0) {
        expect(failureOf(() => decodeSpelling(body, question)).code).toMatch(/^(UPSTREAM_UNAVAILABLE|BAD_USER_INPUT)$/);
        return;
      }
      const [corrected] = matches(body, /<CorrectedQuery>(.*?)</g);
      expect(decodeSpelling(body, question)?.toLowerCase()).toBe(corrected?.toLowerCase());
    },
  },
];
