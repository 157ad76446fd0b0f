import { describe, expect, it } from 'vitest';

import { loadCatalog } from '../../../src/catalog/catalog.js';
import {
  countWays,
  databasesBetween,
  type StepChoice,
  stepsOf,
  unusedAround,
  unusedInWays,
  waysOf,
} from '../../../src/loading/graph/steps.js';

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

  it.each([
    ...CASES,
    {
      what: 'link names of which some lead nowhere',
      from: 'gene',
      to: 'omim',
      choice: {
        ...named(['gene_omim', 'pubmed_omim_cited', 'gene_pubmed', 'snp_gene']),
        through: new Set(['pubmed', 'snp']),
      },
    },
  ])('lead over all that is named, but for what is called unused: $what', ({ from, to, choice }) => {
    const { names = [], through = new Set<string>() } = choice as StepChoice;
    const steps = stepsOf(catalog, choice);
    for (let maxHops = 1; maxHops <= 3; maxHops += 1) {
      const lengths = Array.from({ length: maxHops }, (_, index) => index + 1);
      const ways = lengths.flatMap((hops) => waysOf(steps, from, to, hops, choice));
      const used = new Set(ways.flat().flatMap(({ forth, back }) => [forth?.name, back?.name]));
      const between = new Set(ways.flatMap((way) => way.slice(1).map(({ left }) => left)));
      expect(unusedInWays(steps, { from, to }, maxHops, choice)).toEqual([
        ...names.map(({ name }) => name).filter((name) => !used.has(name)),
        ...[...through].filter((db) => !between.has(db)),
      ]);
    }
  });

  it('are counted without being walked, however many they are', () => {
    const choice = named(inside('nuccore'));
    expect(countWays(stepsOf(catalog, choice), { from: 'nuccore', to: 'nuccore' }, 4, choice)).toBeGreaterThan(200_000);
  });
});

describe('what is named and not followed out of some databases', () => {
  const choice = {
    ...named(['gene_pubmed', 'pubmed_omim_cited', 'snp_gene']),
    through: new Set(['pubmed', 'omim', 'snp']),
  };
  const links = choice.names;

  it.each([
    { hops: 1, unused: ['pubmed_omim_cited', 'snp_gene', 'omim', 'snp'] },
    { hops: 2, unused: ['snp_gene', 'snp'] },
    { hops: 3, unused: ['snp_gene', 'snp'] },
  ])('is known for $hops links', ({ hops, unused }) => {
    expect(unusedAround(links, ['gene'], hops, choice)).toEqual(unused);
  });
});
