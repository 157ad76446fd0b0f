import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readAddress, writeAddress } from '../../../src/explore/model/address.js';
import { EMPTY, type Exploration } from '../../../src/explore/model/exploration.js';

const id = fc.stringMatching(/^[\w-]{1,20}$/);
const year = fc.constantFrom('', '1999', '2024');
const exploration: fc.Arbitrary<Exploration> = fc.record({
  roots: fc.uniqueArray(id, { maxLength: 4 }),
  expansions: fc.array(
    fc.record({
      source: id,
      link: fc.stringMatching(/^[a-z]{2,6}(_[a-z]{2,6}){1,2}$/),
      count: fc.integer({ min: 1, max: 1000 }),
    }),
    { maxLength: 4 },
  ),
  removed: fc.uniqueArray(id, { maxLength: 3 }),
  pins: fc
    .array(fc.tuple(id, fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: -9999, max: 9999 }))), {
      maxLength: 3,
    })
    .map((pins) => new Map(pins)),
  filter: fc.record({
    organism: fc.constantFrom('', 'Homo sapiens', 'a & b = "c", d%'),
    from: year,
    to: year,
    minScore: fc.option(fc.integer({ min: 0, max: 1e8 }), { nil: undefined }),
  }),
  selected: fc.option(id, { nil: undefined }),
  route: fc.option(
    fc.oneof(
      fc.tuple(id),
      fc.tuple(id, id).filter(([from, to]) => from !== to),
    ),
    { nil: undefined },
  ),
});

describe('the address of an exploration', () => {
  it('brings back what it was written from', () => {
    fc.assert(
      fc.property(exploration, (written) => {
        expect(readAddress(`#${writeAddress(written)}`)).toEqual(written);
      }),
    );
  });

  it('is empty for an empty exploration', () => {
    expect(writeAddress(EMPTY)).toBe('');
  });

  it('can be read by people', () => {
    const address = writeAddress({
      ...EMPTY,
      roots: ['a', 'b'],
      expansions: [{ source: 'a', link: 'gene_pubmed', count: 25 }],
      filter: { organism: 'Homo sapiens', from: '2010', to: '', minScore: undefined },
    });
    expect(address).toBe('show=a,b&links=a.gene_pubmed.25&organism=Homo%20sapiens&years=2010-');
  });

  it.each([
    '#links=a.gene_pubmed',
    '#links=a.gene_pubmed.-5',
    '#links=a.gene pubmed.25',
    '#show=<script>',
    '#pins=a.x.y',
    '#years=20x-',
    '#score=high',
    '#%',
  ])('leaves out what cannot be read: %s', (address) => {
    expect(readAddress(address)).toEqual(EMPTY);
  });

  it('asks for no more links than a page may hold', () => {
    expect(readAddress('#links=a.gene_pubmed.100000').expansions).toEqual([
      { source: 'a', link: 'gene_pubmed', count: 1000 },
    ]);
  });
});
