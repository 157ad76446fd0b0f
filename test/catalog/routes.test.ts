import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { Catalog, type LinkName, loadCatalog } from '../../src/catalog/catalog.js';
import { linkKind } from '../../src/catalog/link-kind.js';
import { MAX_HOPS, MAX_ROUTES, type Route, RouteFinder } from '../../src/catalog/routes.js';

const catalog = loadCatalog();
const finder = new RouteFinder(catalog);

function path({ from, hops }: Route): string {
  return [from, ...hops.map(({ link }) => link.to)].join(' ');
}

function paths(from: string, to: string, maxHops = 3, first = 10): string[] {
  return finder.find(from, to, maxHops, first).map(path);
}

describe('routes through the published catalog', () => {
  it('lead from variants to structures by genes first, and by articles last', () => {
    expect(paths('clinvar', 'structure', 2)).toEqual([
      'clinvar gene structure',
      'clinvar omim structure',
      'clinvar snp structure',
      'clinvar pmc structure',
      'clinvar pubmed structure',
    ]);
  });

  it('lead, of equals, through the databases that most people know first', () => {
    expect(paths('protein', 'gene', 2, 4)).toEqual([
      'protein gene',
      'protein nuccore gene',
      'protein omim gene',
      'protein snp gene',
    ]);
    expect(paths('structure', 'medgen', 2, 1)).toEqual(['structure gene medgen']);
    expect(paths('gene', 'assembly', 3, 1)).toEqual(['gene nuccore assembly']);
  });

  it('begin with the direct links, if there are any', () => {
    expect(paths('protein', 'structure', 3, 1)).toEqual(['protein structure']);
    expect(finder.find('protein', 'structure', 1, 1)[0]?.hops[0]).toMatchObject({
      link: { name: 'protein_structure' },
      alternatives: [
        { name: 'protein_structure_direct' },
        { name: 'protein_structure_related_list' },
        { name: 'protein_structure_related' },
      ],
    });
  });

  it('take curated links before computed ones', () => {
    const [direct] = finder.find('omim', 'pubmed', 1, 1);
    expect(direct?.hops[0]?.link.name).toBe('omim_pubmed_cited');
    expect(direct?.hops[0]?.alternatives.map(({ name }) => name)).toEqual(['omim_pubmed_calculated']);
    // The only curated way from genes back to genes is by another database.
    const kinds = finder
      .find('gene', 'gene', 2, MAX_ROUTES)
      .map(({ hops }) => [hops.length, hops.filter(({ link }) => linkKind(link) === 'computed').length]);
    expect(kinds.slice(0, 2)).toEqual([
      [1, 1],
      [2, 0],
    ]);
  });

  it('take links that NCBI shows in menus before those that it hides', () => {
    const [hop] = finder.find('bioproject', 'assembly', 1, 1)[0]?.hops ?? [];
    expect(hop?.link.name).toBe('bioproject_assembly_all');
    expect(hop?.alternatives.map(({ name, label }) => [name, label])).toEqual([['bioproject_assembly', '']]);
  });

  it('take nucleotide for nuccore', () => {
    expect(paths('nucleotide', 'gene', 1)).toEqual(['nuccore gene']);
    expect(paths('gene', 'nucleotide', 1)).toEqual(['gene nuccore']);
  });

  it('are none where no links start or arrive, or the database is not known', () => {
    expect([paths('grasp', 'gene'), paths('gene', 'seqannot'), paths('gene', 'homologene')]).toEqual([[], [], []]);
  });

  it('are no more than wanted, and always the best ones', () => {
    const many = paths('snp', 'pccompound', 3, 30);
    expect(many).toHaveLength(30);
    expect(paths('snp', 'pccompound', 3, 4)).toEqual(many.slice(0, 4));
  });
});

const names = ['a', 'b', 'c', 'd', 'e', 'f'];
const database = fc.constantFrom(...names);
const links = fc
  .uniqueArray(fc.record({ from: database, to: database, label: fc.constantFrom('', 'Some', 'Similar') }), {
    selector: ({ from, to, label }) => `${from}${to}${label}`,
    maxLength: 16,
  })
  .map((entries) =>
    entries.map(({ from, to, label }): LinkName => ({
      name: [from, to, ...(label === '' ? [] : [label.toLowerCase()])].join('_'),
      from,
      to,
      label,
      scored: null,
      origin: 'einfo',
    })),
  );

describe('routes through any catalog', () => {
  it('are all ways that meet no database twice, the shortest first', () => {
    fc.assert(
      fc.property(links, database, database, fc.integer({ min: 1, max: MAX_HOPS }), (given, from, to, maxHops) => {
        const small = new Catalog({
          version: 1,
          sources: 'made for this test',
          databases: names.map((name) => ({ name, label: name })),
          links: given,
        });
        const found = new RouteFinder(small).find(from, to, maxHops, 1000);
        const lengths = found.map(({ hops }) => hops.length);
        expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
        expect(found.map(path).toSorted()).toEqual(walks(given, from, to, maxHops).toSorted());
        for (const { hops } of found) {
          for (const { link, alternatives } of hops) {
            const between = given.filter((each) => each.from === link.from && each.to === link.to);
            expect(new Set([link, ...alternatives])).toEqual(new Set(between));
            const isCurated = (each: LinkName): boolean => linkKind(each) === 'curated';
            expect(isCurated(link)).toBe(between.some(isCurated));
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** Every way, by trying all sequences of databases. */
function walks(given: readonly LinkName[], from: string, to: string, maxHops: number): string[] {
  const isLinked = (a: string, b: string): boolean => given.some((link) => link.from === a && link.to === b);
  let ways: string[][] = [[from]];
  const arrived: string[] = [];
  for (let hops = 1; hops <= maxHops; hops += 1) {
    ways = ways.flatMap((way) => names.filter((db) => isLinked(way.at(-1) ?? '', db)).map((db) => [...way, db]));
    arrived.push(...ways.filter((way) => way.at(-1) === to).map((way) => way.join(' ')));
    ways = ways.filter((way) => way.at(-1) !== to && new Set(way).size === way.length);
  }
  return arrived;
}
