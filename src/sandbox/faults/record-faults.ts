import { type Answer, jsonAnswer, summaryDoctype, xmlAnswer } from '../http/answer.js';
import type { Parameters } from '../http/parameters.js';
import { aboutIds, asksForLinks, databaseOf, withParameter } from './asked.js';
import type { Fault, FaultRequest } from './fault.js';

/** A link name that no database has. */
const NO_LINK_NAME = 'none';

/** Well-formed answers that are not about what was asked. Most are true answers to another question. */
export const recordFaults = {
  'missing-ids': {
    description: 'one record is left out',
    utilities: ['elink', 'esummary', 'efetch'],
    fits: ({ utility, params }) => params.ids.length > (utility === 'efetch' ? 1 : 0),
    question: ({ params }, _context, random) => withoutOne(params, random),
    answer: (honest, request) => (request.params.ids.length === 1 ? aboutNothing(request) : honest),
  },
  'extra-ids': {
    description: 'a record that the request does not name',
    utilities: ['elink', 'esummary', 'efetch'],
    fits: hasIds,
    question: ({ utility, params }, { graph }) => {
      const asked = new Set(params.ids);
      const other = graph.uids(databaseOf(utility, params)).find((uid) => !asked.has(uid)) ?? '1';
      const [only, ...others] = params.idGroups;
      return aboutIds(
        params,
        others.length === 0 && only !== undefined && only.length > 1
          ? [[...only, other]]
          : [...params.idGroups, [other]],
      );
    },
  },
  'wrong-echo': {
    description: 'the first record of the answer carries the id of another',
    utilities: ['elink', 'esummary'],
    fits: hasIds,
    answer: mislabelled,
  },
  merged: {
    description: 'one link set for all records, although the request separates them',
    utilities: ['elink'],
    fits: ({ params }) => params.idGroups.length > 1 && asksForLinks(params),
    question: ({ params }) => aboutIds(params, [params.ids]),
  },
  reordered: {
    description: 'records in reverse order; NCBI does not promise the order of the request',
    utilities: ['elink', 'esummary', 'efetch'],
    fits: ({ params }) => params.ids.length > 1,
    question: ({ params }) => aboutIds(params, params.idGroups.map((ids) => ids.toReversed()).toReversed()),
  },
  vanish: {
    description: 'links vanish: the records have none',
    utilities: ['elink'],
    fits: ({ params }) => asksForLinks(params),
    question: ({ params }) => withParameter(params, 'linkname', NO_LINK_NAME),
  },
} as const satisfies Readonly<Record<string, Fault>>;

function hasIds({ params }: FaultRequest): boolean {
  return params.ids.length > 0;
}

/** The request without one of its ids; a list between commas stays one. */
function withoutOne(params: Parameters, random: () => number): Parameters {
  const gone = Math.floor(random() * params.ids.length);
  let place = 0;
  const groups = params.idGroups.map((ids) => ids.filter(() => place++ !== gone));
  return aboutIds(
    params,
    groups.filter((ids) => ids.length > 0),
  );
}

/** An answer that is well-formed and holds no record. */
function aboutNothing({ utility, params }: FaultRequest): Answer {
  if (utility === 'elink') {
    return params.json ? jsonAnswer('elink', { linksets: [] }) : xmlAnswer('eLinkResult', '\n');
  }
  return params.json
    ? jsonAnswer('esummary', { result: { uids: [] } })
    : xmlAnswer('eSummaryResult', '\n', summaryDoctype(databaseOf(utility, params)));
}

/**
 * The first link set carries the id of the next one, so that two contradict each other, or where it is alone the id of a
 * record nobody asked about. A summary always does the latter: of two under one id a reader of JSON would see only one.
 */
function mislabelled(honest: Answer, { utility, params }: FaultRequest): Answer {
  const { type, body } = honest;
  const echo = type === 'json' ? /(?<="u?ids":\[")\d+(?=")/ : /(?<=<Id\b[^>]*>)\d+(?=<)|(?<=<DocumentSummary uid=")\d+/;
  const [own] = echo.exec(body) ?? [];
  if (own === undefined) {
    return honest;
  }
  const next = utility === 'elink' ? params.ids.find((id) => id !== own) : undefined;
  const other = next ?? stranger(own, params.ids);
  // The summaries in JSON stand under their ids, and repeat them.
  const renamed = utility === 'esummary' && type === 'json';
  return { ...honest, body: renamed ? body.replaceAll(`"${own}"`, `"${other}"`) : body.replace(echo, other) };
}

/** An id that is not among those asked about. */
function stranger(uid: string, asked: readonly string[]): string {
  const other = `${uid}9`;
  return asked.includes(other) ? stranger(other, asked) : other;
}
