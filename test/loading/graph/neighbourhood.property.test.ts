import { describe, expect, it } from 'vitest';

import { NeighbourhoodSearch } from '../../../src/loading/graph/neighbourhood.js';
import { seededRandom } from '../../../src/sandbox/seeded-random.js';
import { EITHER_WAY, GraphReader, INSIDE, linkNamed, nameOf } from './path-graph.js';

const GENE = { db: 'gene', uid: '1' };
const NAMES = [...EITHER_WAY, ...INSIDE].map(({ name }) => linkNamed(name));
const PLENTY = { hops: 3, perHop: 100, maxCalls: 10_000, avoidRecords: new Set<string>() };

describe('any neighbourhood without limits', () => {
  it('has exactly the records that a walk finds, at their distances, for 2,000 random graphs', async () => {
    for (let seed = 1; seed <= 2000; seed += 1) {
      const random = seededRandom(seed);
      const reader = new GraphReader();
      const uid = (): string => String(1 + Math.floor(random() * 6));
      for (let count = 0; count < 14; count += 1) {
        reader.link(NAMES[Math.floor(random() * NAMES.length)]?.name ?? 'gene_omim', uid(), uid());
      }
      const search = new NeighbourhoodSearch(reader, NAMES, PLENTY);
      const { nodes, edges } = await search.run([GENE]);
      const expected = new Map([[nameOf(GENE), 0]]);
      let level = [GENE];
      for (let hop = 1; hop <= 3; hop += 1) {
        level = level
          .flatMap((record) => reader.neighbours(record))
          .filter((record) => {
            const isNew = !expected.has(nameOf(record));
            expected.set(nameOf(record), expected.get(nameOf(record)) ?? hop);
            return isNew;
          });
      }
      expect(new Map(nodes.map(({ record, hop }) => [nameOf(record), hop])), `seed ${seed}`).toEqual(expected);
      const names = edges.map(({ from, to, linkName }) => `${nameOf(from)} ${linkName} ${nameOf(to)}`);
      expect(new Set(names).size).toBe(edges.length);
      expect(search.frontier.skipped).toEqual([]);
    }
  });
});
