import { describe, expect, it } from 'vitest';

import { type Links, packLinks } from '../../src/loading/links.js';
import { type LinkArgs, LinkConnection } from '../../src/schema/link-connection.js';
import { EntrezRecord } from '../../src/schema/record.js';
import { failureOf } from '../eutils/entrez-errors.js';

const source = new EntrezRecord('pubmed', '100');
const related = { name: 'pubmed_pubmed', from: 'pubmed', to: 'pubmed' };

function scored(...entries: readonly (readonly [uid: string, score: number])[]): Links {
  return packLinks('100', true, { uids: entries.map(([uid]) => uid), scores: entries.map(([, score]) => score) });
}

function connect(links: Links, args: LinkArgs = {}): LinkConnection {
  return new LinkConnection(source, related, links, args);
}

const five = scored(['100', 999], ['5', 50], ['4', 40], ['3', 30], ['2', 20], ['1', 10]);

describe('LinkConnection', () => {
  it('leaves out the record itself, from the count as well', () => {
    const connection = connect(five);
    expect(connection.totalCount).toBe(5);
    expect(connection.nodes.map(({ uid }) => uid)).toEqual(['5', '4', '3', '2', '1']);
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

  it('counts and pages only what minScore leaves', () => {
    const first = connect(five, { minScore: 20, first: 3 });
    expect(first.totalCount).toBe(4);
    expect(first.edges.map(({ score }) => score)).toEqual([50, 40, 30]);
    const second = connect(five, { minScore: 20, first: 3, after: first.pageInfo.endCursor });
    expect(second.edges.map(({ score }) => score)).toEqual([20]);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  it('filters lists that are not in the order of their scores', () => {
    const mixed = scored(['1', 10], ['5', 50], ['2', 20]);
    expect(connect(mixed, { minScore: 20 }).nodes.map(({ uid }) => uid)).toEqual(['5', '2']);
  });

  it('accepts the cursors of other filters on the same list', () => {
    const { endCursor } = connect(five, { first: 2 }).pageInfo;
    expect(connect(five, { minScore: 20, after: endCursor }).nodes.map(({ uid }) => uid)).toEqual(['3', '2']);
    const { endCursor: cut } = connect(five, { first: 5 }).pageInfo;
    expect(connect(five, { minScore: 20, after: cut }).edges).toEqual([]);
  });

  it('keeps its cursors when the list is fetched anew and has grown at its head', () => {
    const { endCursor } = connect(five, { first: 2 }).pageInfo;
    const grown = scored(['9', 90], ['8', 80], ['5', 50], ['4', 40], ['3', 30]);
    expect(connect(grown, { after: endCursor }).nodes.map(({ uid }) => uid)).toEqual(['3']);
  });

  it('fails rather than pretend that no link passes minScore, when NCBI sent no scores', () => {
    const error = failureOf(() => connect(packLinks('100', true, { uids: ['5', '4'] }), { minScore: 1 }));
    expect(error).toMatchObject({ code: 'MALFORMED_RESPONSE', details: { linkName: 'pubmed_pubmed', uids: ['100'] } });
  });

  it('refuses the cursor of another source and of another link name', () => {
    const { endCursor } = connect(five).pageInfo;
    const elsewhere = [
      () => new LinkConnection(new EntrezRecord('pubmed', '101'), related, five, { after: endCursor }),
      () => new LinkConnection(source, { ...related, name: 'pubmed_pubmed_refs' }, five, { before: endCursor }),
    ];
    expect(elsewhere.map((build) => failureOf(build).code)).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT']);
  });
});
