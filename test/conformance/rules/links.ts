import { expect } from 'vitest';

import { decodeUnion } from '../../../src/eutils/links/elink-union.js';
import { attributeLinks, decodeLinkSets, type LinkSet } from '../../../src/eutils/links/elink.js';
import { failureOf } from '../../eutils/entrez-errors.js';
import { isError, matches, withoutComments } from '../naive.js';
import type { Recording } from '../recorded.js';
import type { Rule } from '../rule.js';

/** The members and elements of the other commands of ELink. */
const OTHER_COMMAND = /LinkSetDbHistory|IdCheckList|IdUrlList|linksetdbhistories|idchecklist|idurllist/;

function isNeighbor({ utility, body }: Recording): boolean {
  return utility === 'elink' && !OTHER_COMMAND.test(body);
}

/** Any but those of a key or a rate, which come before ELink. */
const CODES_OF_ERRORS =
  /^(UPSTREAM_UNAVAILABLE|UNSUPPORTED_COMMAND|MALFORMED_RESPONSE|UNKNOWN_ID|BAD_USER_INPUT|HISTORY_EXPIRED)$/;

/** One author left the prolog and the root out. */
const isComplete = (body: string): boolean => /<\/eLinkResult>|<LinkSet>.*<\/LinkSet>/s.test(body);

/** ELink's `neighbor` and `neighbor_score`. */
export const LINK_RULES: readonly Rule[] = [
  {
    what: 'ELink neighbours in JSON',
    isOne: (recording) => isNeighbor(recording) && recording.form === 'json' && !isError(recording.body),
    check: ({ body }) => {
      const { linksets } = JSON.parse(body) as {
        linksets: {
          ids: (string | number)[];
          linksetdbs?: { linkname: string; links: (string | number | { id: string; score: number })[] }[];
        }[];
      };
      const sets = decodeLinkSets(body, 'json');
      expect(sets.map(({ ids }) => ids)).toEqual(linksets.map(({ ids }) => ids.map(String)));
      sets.forEach((set, i) => {
        const written = linksets[i]?.linksetdbs ?? [];
        expect(set.error).toBeUndefined();
        expect(set.linkSetDbs.map(({ linkName, uids }) => [linkName, [...uids]])).toEqual(
          written.map(({ linkname, links }) => [
            linkname,
            links.map((link) => String(typeof link === 'object' ? link.id : link)),
          ]),
        );
        expect(set.linkSetDbs.flatMap(({ scores = [] }) => scores)).toEqual(
          written.flatMap(({ links }) => links.flatMap((link) => (typeof link === 'object' ? link.score : []))),
        );
      });
      holdsAttribution(sets, (question) => decodeUnion(body, 'json', question));
    },
  },
  {
    what: 'ELink neighbours in XML',
    isOne: (recording) =>
      isNeighbor(recording) && recording.form === 'xml' && !isError(recording.body) && isComplete(recording.body),
    check: ({ body }) => {
      const text = withoutComments(body);
      const sets = decodeLinkSets(body, 'xml');
      expect(sets.map(({ from }) => from)).toEqual(matches(text, /<DbFrom>(.*?)<\/DbFrom>/g));
      const dbs = sets.flatMap(({ linkSetDbs }) => linkSetDbs);
      expect(dbs.map(({ linkName }) => linkName)).toEqual(matches(text, /<LinkName>(.*?)<\/LinkName>/g));
      const links = dbs.flatMap(({ uids }) => [...uids]);
      expect(links).toEqual(matches(text, /<Link>\s*<Id>(.*?)<\/Id>/g));
      expect(dbs.flatMap(({ scores = [] }) => scores)).toEqual(matches(text, /<Score>(.*?)</g).map(Number));
      expect(sets.flatMap(({ ids }) => ids)).toHaveLength(matches(text, /<(Id)\b/g).length - links.length);
      holdsAttribution(sets, (question) => decodeUnion(body, 'xml', question));
    },
  },
  {
    what: 'ELink errors',
    isOne: (recording) =>
      isNeighbor(recording) && (isError(recording.body) || (recording.form !== 'json' && !isComplete(recording.body))),
    check: ({ body, form }) => {
      const read = (): void => {
        const failed = decodeLinkSets(body, form === 'json' ? 'json' : 'xml').map(({ error }) => error);
        throw failed.find((error) => error !== undefined) ?? new Error('no error found');
      };
      expect(failureOf(read).code).toMatch(CODES_OF_ERRORS);
    },
  },
];

/** Every link of a set of one source is given to that source; a merged set is refused, and holds the union. */
function holdsAttribution(
  sets: readonly LinkSet[],
  union: (question: Parameters<typeof decodeUnion>[2]) => ReturnType<typeof decodeUnion>,
): void {
  const uids = sets.flatMap(({ ids }) => ids);
  const isMerged = sets.some(({ ids }) => ids.length > 1);
  for (const set of sets) {
    for (const db of set.linkSetDbs) {
      const question = { from: set.from, to: db.to, linkName: db.linkName, uids, scored: db.scores !== undefined };
      const all = sets.flatMap(({ linkSetDbs }) => linkSetDbs).filter(({ linkName }) => linkName === db.linkName);
      expect([...union(question).uids].sort()).toEqual([...new Set(all.flatMap((each) => [...each.uids]))].toSorted());
      if (isMerged) {
        const refusal = failureOf(() => attributeLinks(sets, question));
        expect(refusal).toMatchObject({ code: 'MALFORMED_RESPONSE', scope: 'batch' });
      } else {
        expect(attributeLinks(sets, question).get(set.ids[0] ?? '')).toEqual({
          uids: db.uids,
          ...(db.scores && { scores: db.scores }),
        });
      }
    }
  }
}
