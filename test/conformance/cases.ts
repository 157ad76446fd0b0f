import { expect } from 'vitest';

import { loadCatalog } from '../../src/catalog/catalog.js';
import { type CheckCommand, checkRequest } from '../../src/eutils/links/check.js';
import { articlesRequest } from '../../src/eutils/records/efetch-articles.js';
import { searchRequest } from '../../src/eutils/search/esearch.js';
import { spellRequest } from '../../src/eutils/search/espell.js';
import { summaryRequest } from '../../src/eutils/records/esummary.js';
import { linkOutRequest } from '../../src/eutils/links/link-out.js';
import { encodeId } from '../../src/schema/core/global-id.js';
import type { GraphqlAnswer } from '../support/running-gateway.js';
import { type Asked, exchange } from './asked.js';
import { failureCases, historyCases, linkCases } from './link-cases.js';
import { count, letters, matches, texts, withoutComments } from './naive.js';

type Exchange = ReturnType<typeof exchange>;

/** A question to the gateway that a recording answers. */
export interface Case {
  /** What it asks about, each record or term by itself. */
  readonly about: readonly string[];
  readonly exchanges: readonly Exchange[];
  readonly query: string;
  /** Compares the gateway's answer with what a naive reader finds in the recording. */
  readonly holds: (answer: GraphqlAnswer) => void;
}

const catalog = loadCatalog();
const list = (uids: readonly string[]): string => JSON.stringify(uids);

/** `acheck`, `ncheck`, `lcheck`, `llinks`, `prlinks`: one entry for each record. */
function recordCases({ recording: { utility, file, body }, params, lists }: Asked): Case[] {
  const command = params.get('cmd') ?? '';
  const db = params.get('dbfrom') ?? 'pubmed';
  const uids = lists.flat();
  const fieldOf: Readonly<Record<string, readonly [field: string, found: (text: string) => unknown]>> = {
    acheck: ['availableLinks { name }', (text) => texts(text, 'LinkName')],
    ncheck: ['hasRelated', (text) => matches(text, /HasNeighbor="([YN])"/g).map((flag) => flag === 'Y')],
    lcheck: ['hasLinkOut', (text) => matches(text, /HasLinkOut="([YN])"/g).map((flag) => flag === 'Y')],
    llinks: ['linkOut { url }', (text) => texts(text.replaceAll(/<Provider>.*?<\/Provider>/gs, ''), 'Url')],
    prlinks: ['primaryLinkOut { url }', (text) => texts(text.replaceAll(/<Provider>.*?<\/Provider>/gs, ''), 'Url')],
  };
  const [field, found] = fieldOf[command] ?? [];
  if (utility !== 'elink' || field === undefined || found === undefined || uids.length === 0) {
    return [];
  }
  const request = command.endsWith('check')
    ? checkRequest({ command: command as CheckCommand, db, uids })
    : linkOutRequest({ command: command as 'llinks' | 'prlinks', db, uids });
  return [
    {
      about: uids.map((uid) => `${command} ${db} ${uid}`),
      exchanges: [exchange(file, request, body)],
      query: `{ nodes(ids: ${list(uids.map((uid) => encodeId(db, uid)))}) { ... on Record { ${field} } } }`,
      holds: ({ data, errors }) => {
        expect(errors).toBeUndefined();
        const given = data?.nodes.flatMap((node: object) => Object.values(node).flat());
        expect(
          given.map((each: { name?: string; url?: string } | boolean) =>
            typeof each === 'object' ? (each.name ?? each.url) : each,
          ),
        ).toEqual(found(withoutComments(body)));
      },
    },
  ];
}

/** ESummary in JSON: the whole summary of each record, or its own error. */
function summaryCases({ recording: { utility, form, file, body }, params, lists }: Asked): Case[] {
  const db = catalog.database(params.get('db') ?? '')?.name;
  const uids = lists.flat();
  if (utility !== 'esummary' || form !== 'json' || db === undefined || !uids.every((uid) => /^\d+$/.test(uid))) {
    return [];
  }
  const { result } = JSON.parse(body) as { result: Record<string, { error?: string }> };
  return [
    {
      about: uids.map((uid) => `summary ${db} ${uid}`),
      exchanges: [exchange(file, summaryRequest({ db, uids }), body)],
      query: `{ nodes(ids: ${list(uids.map((uid) => encodeId(db, uid)))}) { ... on Record { docsum } } }`,
      holds: ({ data, errors = [] }) => {
        const good = uids.filter((uid) => result[uid]?.error === undefined);
        expect(data?.nodes.filter(Boolean).map(({ docsum }: { docsum: unknown }) => docsum)).toEqual(
          good.map((uid) => result[uid]),
        );
        expect(errors.map(({ extensions: { code } }) => code)).toEqual(
          uids.filter((uid) => !good.includes(uid)).map(() => 'UNKNOWN_ID'),
        );
      },
    },
  ];
}

/** ESearch in JSON: hits, how many there are, how the term was understood. */
function searchCases({ recording: { utility, form, file, body }, params }: Asked): Case[] {
  const db = catalog.database(params.get('db') ?? '')?.name;
  const term = params.get('term');
  if (utility !== 'esearch' || form !== 'json' || db === undefined || term === null || params.has('webenv')) {
    return [];
  }
  const { esearchresult: written } = JSON.parse(body) as {
    esearchresult: { count: string; retmax: string; idlist: string[]; querytranslation: string };
  };
  // A page of another length than the requested one would be refused.
  const retmax = Math.max(written.idlist.length, written.count === '0' ? 20 : Number(written.retmax));
  if (retmax === 0) {
    return [];
  }
  return [
    {
      about: [`search ${db} ${term}`],
      exchanges: [exchange(file, searchRequest({ db, term, retstart: 0, retmax }), body)],
      query: `{ search { found: ${db}(term: ${JSON.stringify(term)}, first: ${retmax}) {
        totalCount queryTranslation nodes { uid } } } }`,
      holds: ({ data, errors }) => {
        expect(errors).toBeUndefined();
        expect(data?.search.found).toEqual({
          totalCount: Number(written.count),
          queryTranslation: written.querytranslation,
          nodes: written.idlist.map((uid) => ({ uid })),
        });
      },
    },
  ];
}

/** EFetch of articles: abstracts, and what is counted. */
function articleCases({ recording: { utility, file, body }, lists }: Asked): Case[] {
  const uids = lists.flat();
  if (utility !== 'efetch' || !body.includes('<PubmedArticleSet') || uids.length === 0) {
    return [];
  }
  const known = matches(body, /<MedlineCitation [^>]*>\s*<PMID[^>]*>(\d+)</g);
  return [
    {
      about: uids.map((uid) => `article ${uid}`),
      exchanges: [
        exchange(file, articlesRequest(uids), body),
        exchange(file, articlesRequest(uids.filter((uid) => !known.includes(uid))), '<PubmedArticleSet />'),
      ],
      query: `{ nodes(ids: ${list(uids.map((uid) => encodeId('pubmed', uid)))}) { ... on PubMed {
        abstractSections { text } meshHeadings { descriptor } referenceList { citation } } } }`,
      holds: ({ data, errors = [] }) => {
        const nodes = data?.nodes as Record<string, { text: string }[] | null>[];
        const all = (field: string) => nodes.flatMap((node) => node[field] ?? []);
        expect(all('abstractSections').map(({ text }) => letters(text))).toEqual(
          matches(body, /<AbstractText(?: [^>]*)?>(.*?)<\/AbstractText>/gs).map(letters),
        );
        expect(all('meshHeadings')).toHaveLength(count(body, 'MeshHeading'));
        expect(all('referenceList')).toHaveLength(count(body, 'Reference'));
        const codes = [...new Set(errors.map(({ extensions: { code } }) => code))];
        expect(codes).toEqual(known.length === new Set(uids).size ? [] : ['UNKNOWN_ID']);
      },
    },
  ];
}

/** ESpell. */
function spellingCases({ recording: { utility, file, body }, params }: Asked): Case[] {
  const [db, term] = [params.get('db') ?? '', params.get('term') ?? ''];
  return utility !== 'espell'
    ? []
    : [
        {
          about: [`spelling ${db} ${term}`],
          exchanges: [exchange(file, spellRequest({ db, term }), body)],
          query: `{ search { found: ${db}(term: ${JSON.stringify(term)}) { spelling } } }`,
          holds: ({ data, errors }) => {
            expect(errors).toBeUndefined();
            expect([data?.search.found.spelling]).toEqual(matches(body, /<CorrectedQuery>(.*?)</g));
          },
        },
      ];
}

const KINDS = [
  linkCases,
  historyCases,
  failureCases,
  recordCases,
  summaryCases,
  searchCases,
  articleCases,
  spellingCases,
];

/** The cases of each recording, by its file; of several about the same record or term, only the first is kept. */
export function casesOf(asked: readonly Asked[]): Map<string, Case[]> {
  const known = new Set<string>();
  const cases = asked.map((each): [string, Case[]] => {
    const fresh = KINDS.flatMap((kind) => kind(each)).filter(({ about }) => !about.some((name) => known.has(name)));
    fresh.forEach(({ about }) => {
      about.forEach((name) => known.add(name));
    });
    return [each.recording.file, fresh];
  });
  return new Map(cases.filter(([, fresh]) => fresh.length > 0));
}
