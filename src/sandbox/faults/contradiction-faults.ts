import type { Answer } from '../http/answer.js';
import type { Parameters } from '../http/parameters.js';
import { asksForLinks } from './asked.js';
import type { Fault, FaultRequest } from './fault.js';

type Json = Record<string, unknown>;

/** Well-formed answers that contradict themselves or the request. They change JSON only; XML stays true. */
export const contradictionFaults = {
  'no-hits-listed': {
    description: 'a search counts hits and lists none',
    ...ofSearches((result) => {
      result.count = String(Math.max(1, Number(result.count)));
      result.idlist = [];
    }),
  },
  'too-many-hits': {
    description: 'a search lists more hits than the page may have',
    ...ofSearches((result, params) => {
      const known = result.idlist as readonly string[];
      const wanted = Math.min(params.count('retmax', 20), 1000);
      const more = Array.from({ length: wanted + 1 }, (_, place) => String(9_100_000_000 + place));
      result.idlist = [...known, ...more];
    }),
  },
  'uncounted-hits': {
    description: 'a search lists hits beside the count 0',
    ...ofSearches((result) => {
      result.count = '0';
      result.idlist = [...(result.idlist as readonly string[]), '1'].slice(-1);
      result.retmax = '1';
    }),
  },
  'wrong-page': {
    description: 'a search returns another page than the requested one',
    ...ofSearches((result) => {
      result.retstart = String(Number(result.retstart) + 1);
    }),
  },
  'other-link-name': {
    description: 'the links of the first record stand under another link name',
    ...ofLinks((list) => {
      list.linkname = `${String(list.linkname)}_other`;
    }),
  },
  'other-target': {
    description: 'the links of the first record are said to lead to another database',
    ...ofLinks((list) => {
      list.dbto = list.dbto === 'mesh' ? 'gtr' : 'mesh';
    }),
  },
  'rounded-ids': {
    description: 'the linked ids are JSON numbers too large to be exact',
    ...ofLinks((list) => {
      list.links = [RAW_NUMBER];
    }),
  },
  'ids-as-words': {
    description: 'the linked ids are no UIDs',
    ...ofLinks((list) => {
      list.links = ['NP_000537', '-1', '1.5'];
    }),
  },
  'wrong-summary': {
    description: 'the summary under the id of the first record names another record as its own',
    utilities: ['esummary'],
    fits: ({ params }) => params.json && params.ids.length > 0,
    answer: (honest) =>
      edited(honest, ({ result }) => {
        const { uids, ...records } = (result ?? {}) as { uids?: readonly string[] } & Record<string, Json>;
        const first = records[uids?.[0] ?? ''];
        if (first !== undefined) {
          first.uid = `${String(first.uid)}9`;
        }
      }),
  },
  'deep-nesting': {
    description: 'a member of the answer is 100,000 lists deep',
    utilities: ['elink', 'esearch', 'esummary', 'einfo'],
    fits: ({ params }) => params.json,
    answer: (honest) => {
      const deep = `"deep":${'['.repeat(100_000)}${']'.repeat(100_000)}`;
      return { ...honest, body: honest.body.replace(/\}\s*$/, `,${deep}}\n`) };
    },
  },
} as const satisfies Readonly<Record<string, Fault>>;

/** Stands for a number that JSON.stringify would round. */
const RAW_NUMBER = 'the number 12345678901234567890';

/** A fault of searches for UIDs that changes the result. */
function ofSearches(change: (result: Json, params: Parameters) => void) {
  return {
    utilities: ['esearch'],
    fits: ({ params }: FaultRequest) =>
      params.json && params.get('rettype') !== 'count' && params.count('retmax', 20) > 0,
    answer: (honest: Answer, { params }: FaultRequest) =>
      edited(honest, ({ esearchresult }) => {
        const result = (esearchresult ?? {}) as Json;
        if (Array.isArray(result.idlist)) {
          change(result, params);
        }
      }),
  } as const;
}

/** A fault of links that changes the first list of links. */
function ofLinks(change: (list: Json) => void) {
  return {
    utilities: ['elink'],
    fits: ({ params }: FaultRequest) => params.json && asksForLinks(params) && params.get('cmd') !== 'neighbor_history',
    answer: (honest: Answer) =>
      edited(honest, ({ linksets }) => {
        const lists = ((linksets ?? []) as readonly Json[]).flatMap((set) => (set.linksetdbs ?? []) as readonly Json[]);
        if (lists[0] !== undefined) {
          change(lists[0]);
        }
      }),
  } as const;
}

/** An answer whose JSON is changed; one that is not JSON to the letter stays. */
function edited(honest: Answer, change: (answer: Json) => void): Answer {
  let answer: Json;
  try {
    answer = JSON.parse(honest.body) as Json;
  } catch {
    return honest;
  }
  change(answer);
  return { ...honest, body: `${JSON.stringify(answer).replace(`"${RAW_NUMBER}"`, '12345678901234567890')}\n` };
}
