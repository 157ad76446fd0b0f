import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readAddress, writeAddress } from '../../../src/explore/model/address.js';
import { EMPTY, type Exploration } from '../../../src/explore/model/exploration.js';
import { isReversed } from '../../../src/explore/model/filter.js';
import { recordId } from '../../../src/explore/model/record-id.js';
import { CATALOG } from '../graphs.js';

const id = fc.oneof(
  fc.stringMatching(/^[\w-]{1,20}$/),
  fc.tuple(fc.constantFrom('gene', 'pubmed'), fc.nat()).map(([db, uid]) => recordId(db, String(uid))),
);
const year = fc.constantFrom('', '1999', '2024');
const exploration: fc.Arbitrary<Exploration> = fc.record({
  roots: fc.uniqueArray(id, { maxLength: 4 }),
  expansions: fc.array(
    fc.record({
      source: id,
      link: fc.oneof(
        fc.stringMatching(/^[a-z]{2,6}_gene(_[a-z]{2,6})?$/),
        fc.constantFrom('gene_pubmed', 'pubmed_pubmed', 'pubmed_gene'),
      ),
      count: fc.integer({ min: 1, max: 1000 }),
    }),
    { maxLength: 4 },
  ),
  picked: fc
    .uniqueArray(
      fc.record({
        source: id,
        link: fc.constantFrom('gene_pubmed', 'pubmed_pubmed', 'gene_pubmed_new'),
        // Numbers alone are uids.
        targets: fc.uniqueArray(
          id.filter((text) => !/^\d+$/.test(text)),
          { minLength: 1, maxLength: 3 },
        ),
      }),
      { maxLength: 3, selector: ({ source, link }) => `${source} ${link}` },
    )
    .map((groups) => groups.flatMap(({ targets, ...rest }) => targets.map((target) => ({ ...rest, target })))),
  removed: fc.uniqueArray(id, { maxLength: 3 }),
  pins: fc
    .array(fc.tuple(id, fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: -9999, max: 9999 }))), {
      maxLength: 3,
    })
    .map((pins) => new Map(pins)),
  filter: fc
    .record({
      organism: fc.constantFrom('', 'Homo sapiens', 'a & b = "c", d%'),
      from: year,
      to: year,
      minScore: fc.option(fc.integer({ min: 0, max: 1e8 }), { nil: undefined }),
    })
    .filter((filter) => !isReversed(filter)),
  selected: fc.option(id, { nil: undefined }),
  route: fc.option(
    fc.oneof(
      fc.tuple(id),
      fc.tuple(id, id).filter(([from, to]) => from !== to),
    ),
    { nil: undefined },
  ),
  table: fc.option(
    fc.oneof(
      fc.record({ kind: fc.constant('drawn' as const), db: fc.constantFrom('gene', 'pubmed') }),
      fc.record({
        kind: fc.constant('search' as const),
        db: fc.constantFrom('gene' as const, 'pubmed' as const),
        text: fc.oneof(
          fc.constantFrom('p53 & "cancer"', 'a.b, c', 'µ%=#'),
          fc.string({ minLength: 1, unit: 'grapheme' }),
        ),
      }),
      fc.record({
        kind: fc.constant('links' as const),
        source: id,
        link: fc.constantFrom('gene_pubmed', 'pubmed_pubmed', 'gene_pubmed_new'),
        order: fc.constantFrom('DATE' as const, 'UID' as const, undefined),
      }),
    ),
    { nil: undefined },
  ),
});

describe('the address of an exploration', () => {
  it('brings back what it was written from', () => {
    fc.assert(
      fc.property(exploration, (written) => {
        const address = `#${writeAddress(written, CATALOG)}`;
        expect(readAddress(address, CATALOG)).toEqual({ exploration: written, leftOut: [] });
      }),
    );
  });

  it('is empty for an empty exploration', () => {
    expect(writeAddress(EMPTY, CATALOG)).toBe('');
  });

  it('can be read by people', () => {
    const address = writeAddress(
      {
        ...EMPTY,
        roots: [recordId('gene', '7157'), recordId('pubmed', '32203420')],
        expansions: [{ source: recordId('gene', '7157'), link: 'gene_pubmed', count: 25 }],
        picked: ['1', '2'].map((uid) => ({
          source: recordId('gene', '7157'),
          link: 'gene_pubmed',
          target: recordId('pubmed', uid),
        })),
        filter: { organism: 'Homo sapiens', from: '2010', to: '', minScore: undefined },
        table: { kind: 'links', source: recordId('pubmed', '32203420'), link: 'pubmed_pubmed', order: 'DATE' },
      },
      CATALOG,
    );
    expect(address).toBe(
      'show=gene:7157,pubmed:32203420&links=gene:7157.pubmed.25&picked=gene:7157.pubmed.1.2&organism=Homo%20sapiens&years=2010-&table=pubmed:32203420.related.date',
    );
  });

  it('is still read in its old form, with ids and link names', () => {
    const id = recordId('gene', '7157');
    const { exploration: old } = readAddress(`#show=${id}&links=${id}.gene_pubmed.25`, CATALOG);
    const { roots, expansions } = old;
    expect(roots).toEqual([id]);
    expect(expansions).toEqual([{ source: id, link: 'gene_pubmed', count: 25 }]);
  });

  it.each([
    '#links=a.gene_pubmed',
    '#links=a.gene_pubmed.-5',
    '#links=a.gene pubmed.25',
    '#links=gene:7157.nonsense.25',
    '#links=gene:7157.gene_nonsense.25',
    '#picked=a.gene_pubmed',
    '#picked=a.gene pubmed.1',
    '#picked=a.gene_pubmed.<b>',
    '#show=<script>',
    '#show=nowhere:12',
    '#at=nowhere:12',
    '#pins=a.x.y',
    '#years=20x-',
    '#years=-',
    '#years=20-',
    '#years=2020-2015',
    '#score=high',
    '#score=5x',
    '#table=nonsense',
    '#table=drawn.nowhere',
    '#table=gene:7157.gene_nonsense',
    '#colour=red',
    '#nonsense',
    '#%',
  ])('leaves out what cannot be read, and names it: %s', (address) => {
    expect(readAddress(address, CATALOG)).toEqual({ exploration: EMPTY, leftOut: [address.slice(1)] });
    const { exploration: rest, leftOut } = readAddress(`${address}&organism=mouse&show=gene:7157`, CATALOG);
    expect(rest.filter.organism).toBe('mouse');
    expect(rest.roots).toEqual(address.startsWith('#show') ? [] : [recordId('gene', '7157')]);
    expect(leftOut).toEqual([address.slice(1)]);
  });

  it('keeps the parts of a list that can be read, in any case and encoding', () => {
    const { exploration, leftOut } = readAddress('#show=Gene%3A7157,nowhere:1,,PubMed:1&at=gene:7157', CATALOG);
    expect(exploration.roots).toEqual([recordId('gene', '7157'), recordId('pubmed', '1')]);
    expect(leftOut).toEqual(['show=nowhere:1']);
  });

  it('opens as many records as can be loaded at once, and counts the others', () => {
    const names = Array.from({ length: 3000 }, (_, index) => `gene:${index + 1}`);
    const { exploration, leftOut } = readAddress(`#show=${names.join(',')}`, CATALOG);
    expect(exploration.roots).toHaveLength(500);
    expect(leftOut).toEqual(['show: 2500 of 3000']);
  });

  it('asks for no more links than a page may hold', () => {
    expect(readAddress('#links=a.gene_pubmed.100000', CATALOG).exploration.expansions).toEqual([
      { source: 'a', link: 'gene_pubmed', count: 1000 },
    ]);
  });
});
