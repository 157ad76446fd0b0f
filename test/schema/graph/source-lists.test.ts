import type { GraphQLResolveInfo } from 'graphql';
import { describe, expect, it } from 'vitest';

import { loadCatalog } from '../../../src/catalog/catalog.js';
import { UidList } from '../../../src/eutils/body/uid-list.js';
import { EntrezError } from '../../../src/eutils/failures/errors.js';
import type { LinkQuestion } from '../../../src/loading/definitions/links.js';
import type { Links } from '../../../src/loading/values/link-list.js';
import type { Context } from '../../../src/schema/core/context.js';
import { EntrezRecord } from '../../../src/schema/core/record.js';
import {
  closeLists,
  PER_TURN,
  readSources,
  type SourceLists,
  trySourceLists,
} from '../../../src/schema/graph/source-lists.js';

const list = (input: string, scores?: readonly number[]) => {
  const uids = UidList.from(['30', '20', '10']);
  const links = { uids, bytes: uids.bytes, source: 'ELINK', asOf: 0, ...(scores && { scores: [...scores] }) } as const;
  return { input, source: new EntrezRecord('pubmed', input), links };
};

describe('lists without the links of lower scores', () => {
  it('are made one by one, with a pause after each; one without scores is missing', () => {
    const failed = { input: '4', source: undefined, failure: new EntrezError('UNKNOWN_ID', 'No such record.') };
    const work = closeLists([list('1', [9, 5, 1]), list('2', [4, 4, 4]), list('3'), failed], 5, 'pubmed_pubmed');
    let pauses = 0;
    let step = work.next();
    for (; step.done !== true; step = work.next()) {
      pauses += 1;
    }
    expect(pauses).toBe(4);
    const kept = step.value.map((each) => ('links' in each ? [...each.links.uids] : [each.input, each.failure.code]));
    expect(kept).toEqual([['30', '20'], [], ['3', 'MALFORMED_RESPONSE'], ['4', 'UNKNOWN_ID']]);
  });
});

describe('lists of a thousand sources', () => {
  const catalog = loadCatalog();
  const of = Array.from({ length: 1000 }, (_, index) => String(1000 + index));
  const question = { link: catalog.link('gene_pubmed'), scored: false } as LinkQuestion;
  const info = { path: { key: 'commonLinks', prev: undefined, typename: 'Query' } } as GraphQLResolveInfo;
  const { links } = list('any');

  /** Loads the lists, and counts how many are requested in each turn of the event loop. */
  async function load(
    answer: (uid: string) => Links,
  ): Promise<{ readonly turns: number[]; readonly found: SourceLists }> {
    const turns: number[] = [];
    let requested = 0;
    let isRunning = true;
    const count = (): void => {
      turns.push(requested);
      requested = 0;
      if (isRunning) {
        setImmediate(count);
      }
    };
    const loaders = {
      links: (_question: LinkQuestion, uid: string): Links => {
        requested += 1;
        return answer(uid);
      },
    };
    count();
    const sources = readSources({ of, name: 'gene_pubmed' }, catalog);
    try {
      const found = await trySourceLists(sources, question, null, { loaders } as unknown as Context, info);
      count();
      return { turns, found };
    } finally {
      isRunning = false;
    }
  }

  it('are requested in several turns, so that other operations have theirs between', async () => {
    const { turns, found } = await load(() => links);
    expect(found.lists.map(({ input }) => input)).toEqual(of);
    expect(Math.max(...turns)).toBe(PER_TURN);
    expect(turns.reduce((sum, requested) => sum + requested)).toBe(1000);
  });

  it('may fail in a turn before the last', async () => {
    const refused = new EntrezError('BAD_USER_INPUT', 'Several records.');
    const answer = (uid: string): Links => {
      if (uid === '1000') {
        throw refused;
      }
      return links;
    };
    await expect(load(answer)).rejects.toBe(refused);
  });
});
