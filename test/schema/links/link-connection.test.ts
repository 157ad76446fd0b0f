import { describe, expect, it } from 'vitest';

import { type Links, packLinks } from '../../../src/loading/values/link-list.js';
import { LinkConnection } from '../../../src/schema/links/link-connection.js';
import type { PageArgs } from '../../../src/schema/core/paging.js';
import { failureOf } from '../../eutils/entrez-errors.js';

const related = { name: 'pubmed_pubmed', from: 'pubmed', to: 'pubmed' };

function scored(...entries: readonly (readonly [uid: string, score: number])[]): Links {
  return packLinks('100', true, { uids: entries.map(([uid]) => uid), scores: entries.map(([, score]) => score) });
}

function connect(links: Links, args: PageArgs = {}): LinkConnection {
  return new LinkConnection('100', related, links, args);
}

function uidsOf({ nodes }: LinkConnection): string[] {
  return nodes.map(({ uid }) => uid);
}

const five = scored(['100', 999], ['5', 50], ['4', 40], ['3', 30], ['2', 20], ['1', 10]);

describe('LinkConnection', () => {
  it('leaves out the record itself, from the count as well', () => {
    expect(connect(five).totalCount).toBe(5);
    expect(uidsOf(connect(five))).toEqual(['5', '4', '3', '2', '1']);
  });

  it('gives each edge its target, its score and the link name that owns it', () => {
    const [edge] = connect(five, { first: 1 }).edges;
    expect(edge).toMatchObject({ node: { db: 'pubmed', uid: '5' }, score: 50, linkName: 'pubmed_pubmed' });
  });

  it('has null scores for links without', () => {
    const [edge] = connect(packLinks('100', true, { uids: ['5'] })).edges;
    expect(edge?.score).toBeNull();
  });

  it('says where the page stands', () => {
    const pages = [{ first: 2 }, { last: 2 }, { first: 5 }].map((args) => connect(five, args).pageInfo);
    expect(pages.map(({ hasNextPage, hasPreviousPage }) => [hasPreviousPage, hasNextPage])).toEqual([
      [false, true],
      [true, false],
      [false, false],
    ]);
  });

  it('has no cursors on an empty page', () => {
    expect(connect(scored()).pageInfo).toEqual({
      hasPreviousPage: false,
      hasNextPage: false,
      startCursor: null,
      endCursor: null,
    });
  });

  it('accepts the cursors of another filter on the same list', () => {
    const close = scored(['5', 50], ['4', 40], ['3', 30]);
    const { startCursor, endCursor } = connect(five, { first: 4 }).pageInfo;
    expect(uidsOf(connect(close, { after: startCursor }))).toEqual(['4', '3']);
    expect(uidsOf(connect(close, { after: endCursor }))).toEqual([]);
  });

  it('keeps its cursors when the list is fetched anew and has grown at its head', () => {
    const { endCursor } = connect(five, { first: 2 }).pageInfo;
    const grown = scored(['9', 90], ['8', 80], ['5', 50], ['4', 40], ['3', 30]);
    expect(uidsOf(connect(grown, { after: endCursor }))).toEqual(['3']);
  });

  it('refuses the cursor of another source and of another link name', () => {
    const { endCursor } = connect(five).pageInfo;
    const elsewhere = [
      () => new LinkConnection('101', related, five, { after: endCursor }),
      () => new LinkConnection('100', { ...related, name: 'pubmed_pubmed_refs' }, five, { before: endCursor }),
    ];
    expect(elsewhere.map((build) => failureOf(build).code)).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT']);
  });
});
