import { describe, expect, it } from 'vitest';

import type { PathRecord } from '../../../src/loading/graph/paths.js';
import { seededRandom } from '../../../src/sandbox/seeded-random.js';
import { DATABASES, EITHER_WAY, GraphReader, INSIDE, last, nameOf, search, textOf } from './path-graph.js';

/** All paths without a repeated record, by walking everywhere. */
function bruteForce(reader: GraphReader, from: PathRecord, to: PathRecord, maxHops: number): Set<string> {
  const paths = new Set<string>();
  const walk = (path: readonly PathRecord[]): void => {
    for (const next of reader.neighbours(last(path))) {
      if (path.some((record) => nameOf(record) === nameOf(next))) {
        continue;
      }
      if (nameOf(next) === nameOf(to)) {
        paths.add([...path, next].map(nameOf).join(' '));
      } else if (path.length < maxHops) {
        walk([...path, next]);
      }
    }
  };
  walk([from]);
  return paths;
}

function randomGraph(random: () => number): GraphReader {
  const reader = new GraphReader();
  const links = 5 + Math.floor(random() * 25);
  for (let index = 0; index < links; index += 1) {
    const names = [...EITHER_WAY, ...INSIDE];
    const { name, from, to } = names[Math.floor(random() * names.length)] ??
      INSIDE[0] ?? { name: '', from: '', to: '' };
    const [a, b] = [1 + Math.floor(random() * 6), 1 + Math.floor(random() * 6)].map(String);
    if (a !== undefined && b !== undefined && (from !== to || a !== b)) {
      reader.link(name, a, b);
    }
  }
  return reader;
}

describe('the paths between two records', () => {
  it('are those of a walk over everything, for 2,000 random pairs', { timeout: 120_000 }, async () => {
    const random = seededRandom(42);
    const any = (): PathRecord => ({
      db: DATABASES[Math.floor(random() * 4)] ?? '',
      uid: String(1 + Math.floor(random() * 6)),
    });
    for (let graphs = 0; graphs < 100; graphs += 1) {
      const reader = randomGraph(random);
      for (let pairs = 0; pairs < 20; pairs += 1) {
        const [from, to] = [any(), any()];
        const maxHops = pairs === 0 ? 4 : 1 + Math.floor(random() * 3);
        if (nameOf(from) === nameOf(to)) {
          continue;
        }
        const { found, skipped } = await search(reader, from, to, { maxHops });
        const [theirs, ours] = [bruteForce(reader, from, to, maxHops), found.map(textOf)];
        if (skipped.length > 0 || ours.length !== theirs.size || ours.some((path) => !theirs.has(path))) {
          expect({ from, to, maxHops, paths: ours.toSorted() }).toEqual({
            from,
            to,
            maxHops,
            paths: [...theirs].toSorted(),
          });
        }
        const hops = found.map(({ edges }) => edges.length);
        expect(hops.every((count, index) => index === 0 || count >= (hops[index - 1] ?? 0))).toBe(true);
        expect(found.every(({ edges, records }) => edges.length === records.length - 1)).toBe(true);
      }
    }
  });
});
