import { describe, expect, it } from 'vitest';

import type { GatewayClient } from '../../../src/explore/gateway/client.js';
import type { MatchKind } from '../../../src/explore/generated/graphql.js';
import { plainChoice, suggest } from '../../../src/explore/search/suggestions.js';
import { searchNote } from '../../../src/explore/ui/search/search-note.js';

const record = (uid: string, db = 'gene') => ({ __typename: 'Gene', id: `${db}:${uid}`, db, uid, title: uid, url: '' });
const named = (uid: string, how: MatchKind) => ({ how, record: record(uid) });

/** A gateway that answers each operation in turn. */
function gatewayThatAnswers(...answers: readonly object[]) {
  const asked: unknown[] = [];
  const run = (_document: unknown, variables: unknown) => {
    const data = answers[asked.push(variables) - 1] ?? {};
    const cost = { calls: { total: 1 }, cacheHits: 0, elapsedMs: 1, source: null };
    return Promise.resolve({ data, errors: [], cost });
  };
  return { client: { run } as unknown as GatewayClient, asked };
}
const suggestFrom = async (client: GatewayClient, text: string) =>
  suggest(client, text, '', new AbortController().signal);

describe('a name', () => {
  it('that nothing bears is searched as words, and both are said', async () => {
    const { client, asked } = gatewayThatAnswers(
      { resolve: [{ kind: 'accession', note: 'NCBI has no gds record with GSE1.', matches: [] }] },
      { search: { pubmed: { totalCount: 3, nodes: [record('1', 'pubmed')] }, gene: { totalCount: 0, nodes: [] } } },
    );
    const found = await suggestFrom(client, 'GSE1');
    expect(asked).toEqual([
      { text: 'GSE1', first: 1, asName: true },
      { text: 'GSE1', first: 5, inGene: true, inPubmed: true },
    ]);
    expect(found).toMatchObject({
      named: [],
      found: [{ uid: '1' }],
      foundIn: [{ db: 'pubmed', total: 3 }],
      kinds: ['accession', 'words about genes', 'words in papers'],
      cost: { calls: { total: 2 } },
    });
  });

  it('that a record bears needs no second search', async () => {
    const { client, asked } = gatewayThatAnswers({
      resolve: [{ kind: 'accession', note: null, matches: [named('1', 'ACCESSION')] }],
    });
    expect((await suggestFrom(client, 'GSE1'))?.named).toHaveLength(1);
    expect(asked).toHaveLength(1);
  });

  it('of an article and its full text gives each once, and no hit again', async () => {
    const { client } = gatewayThatAnswers({
      resolve: [{ kind: 'pmcid', note: null, matches: [named('1', 'UID')] }],
      articles: [{ kind: 'pmcid', note: null, matches: [named('2', 'UID'), named('1', 'UID')] }],
    });
    expect((await suggestFrom(client, 'PMC1'))?.named.map((each) => each.record.uid)).toEqual(['1', '2']);
  });
});

describe('the record that Enter opens', () => {
  it.each<readonly [string, readonly (readonly [string, MatchKind])[], string | undefined]>([
    ['the only one', [['1', 'ALIAS']], '1'],
    ['the one with the official symbol among aliases', [['1', 'OFFICIAL_SYMBOL'], ['2', 'ALIAS']], '1'], // prettier-ignore
    ['none of two with the number', [['1', 'UID'], ['2', 'UID']], undefined], // prettier-ignore
    ['none of two aliases', [['1', 'ALIAS'], ['2', 'ALIAS']], undefined], // prettier-ignore
    ['none where nothing bears the text', [], undefined],
  ])('is %s', (_name, matches, expected) => {
    expect(plainChoice({ named: matches.map(([uid, how]) => named(uid, how)) })?.uid).toBe(expected);
  });
});

describe('the note under the suggestions', () => {
  const none = { text: 'x', named: [], found: [], foundIn: [], failures: [], cost: undefined, kinds: ['accession'] };

  it('says what the gateway says of a name, and of sample data nothing about NCBI', () => {
    const found = { ...none, notes: ['NCBI has no gene record with symbol X.'] };
    expect(searchNote(found, false, false)).toBe('No results. NCBI has no gene record with symbol X. Looked up as accession.'); // prettier-ignore
    expect(searchNote(found, false, true)).toBe('No results in the sample data. Looked up as accession.');
  });

  it('says that a name of several records leaves a choice', () => {
    const several = [named('1', 'UID'), named('2', 'UID')];
    expect(searchNote({ ...none, named: several, notes: [] }, false, false)).toBe(
      'Several records have this name: choose one. Looked up as accession.',
    );
  });
});
