import { describe, expect, it } from 'vitest';

import { loadCatalog } from '../../../src/catalog/catalog.js';
import { countWays, databasesBetween, stepsOf, waysOf } from '../../../src/loading/graph/steps.js';

const catalog = loadCatalog();
const ANY = { avoidNames: new Set<string>(), avoidDatabases: new Set<string>() };
const inside = (db: string): string[] => catalog.linksFrom(db).flatMap(({ name, to }) => (to === db ? [name] : []));
const named = (names: readonly string[]) => ({
  ...ANY,
  names: names.flatMap((name) => catalog.link(name) ?? []),
});

const CASES = [
  { what: 'the usual link names', from: 'gene', to: 'omim', choice: ANY },
  { what: 'one database at both ends', from: 'pubmed', to: 'pubmed', choice: ANY },
  {
    what: 'databases to be avoided',
    from: 'gene',
    to: 'pubmed',
    choice: { ...ANY, avoidDatabases: new Set(['protein', 'pubmed']) },
  },
  {
    what: 'databases to lead through',
    from: 'gene',
    to: 'pubmed',
    choice: { ...ANY, through: new Set(['protein', 'omim']) },
  },
  { what: 'link names inside one database', from: 'protein', to: 'protein', choice: named(inside('protein')) },
  { what: 'link names that lead nowhere', from: 'gene', to: 'omim', choice: named(['pubmed_pubmed_refs']) },
];

describe('the ways over the databases', () => {
  it.each(CASES)('are as many as are counted, over the databases that are named: $what', ({ from, to, choice }) => {
    const steps = stepsOf(catalog, choice);
    for (let maxHops = 1; maxHops <= 3; maxHops += 1) {
      const lengths = Array.from({ length: maxHops }, (_, index) => index + 1);
      const ways = lengths.flatMap((hops) => waysOf(steps, from, to, hops, choice));
      const between = ways.flatMap((way) => way.slice(1).map(({ left }) => left));
      expect(countWays(steps, { from, to }, maxHops, choice)).toBe(ways.length);
      expect([...databasesBetween(steps, { from, to }, maxHops, choice)].toSorted()).toEqual(
        [...new Set(between)].toSorted(),
      );
    }
  });

  it('are counted without being walked, however many they are', () => {
    const choice = named(inside('nuccore'));
    expect(countWays(stepsOf(catalog, choice), { from: 'nuccore', to: 'nuccore' }, 4, choice)).toBeGreaterThan(200_000);
  });
});
