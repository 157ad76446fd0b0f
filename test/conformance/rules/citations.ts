import { expect } from 'vitest';

import { decodeCitations } from '../../../src/eutils/search/ecitmatch.js';
import type { Rule } from '../rule.js';

/** What stands behind the key of a line, in its three forms. */
function meaningOf(found: string): object {
  const [, count] = /^AMBIGUOUS \((\d+) /.exec(found) ?? [];
  if (/^\d+$/.test(found)) {
    return { status: 'FOUND', uid: found };
  }
  const [, reason] = /^NOT_FOUND;(.+)$/.exec(found) ?? [];
  return count === undefined
    ? { status: 'NOT_FOUND', ...(reason !== undefined && { reason }) }
    : { status: 'AMBIGUOUS', count: Number(count), uids: [] };
}

/** ECitMatch. */
export const CITATION_RULES: readonly Rule[] = [
  {
    what: 'ECitMatch',
    isOne: ({ utility }) => utility === 'ecitmatch',
    check: ({ body }) => {
      const lines = body
        .trim()
        .split(/[\r\n]+/)
        .map((line) => line.split('|'));
      const sent = new Map(
        lines.map(([journal, year, volume, firstPage, author, key = '']) => [
          key,
          { journal, year, volume, firstPage, author },
        ]),
      );
      const { answers, behind } = decodeCitations(body, sent);
      expect([...answers]).toEqual(lines.map((line) => [line[5], meaningOf(line[6] ?? '')]));
      expect(behind.size).toBe(0);
    },
  },
];
