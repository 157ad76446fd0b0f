import { describe, expect, it } from 'vitest';

import { Catalog, type LinkName, loadCatalog } from '../../src/catalog/catalog.js';
import { type DatabaseFacts, describeChanges, refreshCatalog } from '../../src/catalog/refresh.js';

const current = new Catalog({
  version: 1,
  sources: 'made for this test',
  databases: [
    { name: 'pubmed', label: 'PubMed' },
    { name: 'nuccore', label: 'Nucleotide' },
    { name: 'nucleotide', label: 'Nucleotide', aliasOf: 'nuccore' },
    { name: 'popset', label: 'PopSet' },
  ],
  links: [
    { name: 'pubmed_pubmed', from: 'pubmed', to: 'pubmed', label: 'Similar articles', scored: true, origin: 'einfo' },
    { name: 'pubmed_pubmed_citedin', from: 'pubmed', to: 'pubmed', label: 'Cited In', scored: false, origin: 'elink' },
    { name: 'pubmed_popset_x', from: 'pubmed', to: 'popset', label: '', scored: false, origin: 'elink' },
    {
      name: 'pubmed_nuccore',
      from: 'pubmed',
      to: 'nuccore',
      label: 'Nucleotide Links',
      scored: false,
      origin: 'einfo',
    },
  ],
});

const pubmed: DatabaseFacts = {
  name: 'pubmed',
  label: 'PubMed',
  links: [{ name: 'pubmed_pubmed', menu: 'Similar articles', to: 'pubmed' }],
};
const nuccore: DatabaseFacts = { name: 'nuccore', label: 'Nucleotide', links: [] };
const nucleotide: DatabaseFacts = { name: 'nucleotide', label: 'Nucleotide', links: [] };

function refresh(...infos: readonly DatabaseFacts[]) {
  const { catalog, changes } = refreshCatalog(current, infos);
  const link = (name: string): LinkName | undefined => catalog.links.find((entry) => entry.name === name);
  return { catalog, link, lines: describeChanges(changes) };
}

/** What EInfo would have to say for the catalog to stay as it is. */
function factsOf(catalog: Catalog): readonly DatabaseFacts[] {
  return catalog.databases.map(({ name, label }) => ({
    name,
    label,
    links: catalog.links
      .filter(({ from, origin }) => from === name && origin === 'einfo')
      .map((link) => ({ name: link.name, menu: link.label, to: link.to })),
  }));
}

describe('a refresh of the catalog', () => {
  it('keeps when ELink last showed a link, until a probe shows it', () => {
    const outdated = new Catalog({
      version: 1,
      sources: current.sources,
      databases: current.databases,
      links: current.links.map((link) => (link.name === 'pubmed_popset_x' ? { ...link, lastSeen: '2017-08' } : link)),
    });
    const infos = [pubmed, nuccore, nucleotide, { name: 'popset', label: 'PopSet', links: [] }];
    const lastSeen = (shown?: Parameters<typeof refreshCatalog>[2]) =>
      refreshCatalog(outdated, infos, shown).catalog.links.find(({ name }) => name === 'pubmed_popset_x');
    expect(lastSeen()).toMatchObject({ lastSeen: '2017-08' });
    const shown = [{ name: 'pubmed_popset_x', from: 'pubmed', to: 'popset', label: '' }];
    expect(lastSeen(shown)).toEqual({ name: 'pubmed_popset_x', from: 'pubmed', to: 'popset', label: '', scored: false, origin: 'elink' }); // prettier-ignore
  });

  it('changes nothing when EInfo says the same', () => {
    const published = loadCatalog();
    const { catalog, changes } = refreshCatalog(published, factsOf(published));
    expect(describeChanges(changes)).toEqual([]);
    expect(catalog.links).toEqual(published.links);
    expect(catalog.databases).toEqual(published.databases);
  });

  it('keeps a link that only ELink knows as long as both its databases live', () => {
    const { link } = refresh(pubmed, nuccore, nucleotide);
    expect(link('pubmed_pubmed_citedin')).toEqual(current.link('pubmed_pubmed_citedin'));
    expect(link('pubmed_popset_x')).toBeUndefined();
  });

  it('marks such a link as known to EInfo once EInfo lists it, and keeps what is known of its scores', () => {
    const links = [{ name: 'pubmed_pubmed_citedin', menu: 'Cited In', to: 'pubmed' }];
    const { link, lines } = refresh({ ...pubmed, links });
    expect(link('pubmed_pubmed_citedin')).toMatchObject({ origin: 'einfo', scored: false });
    expect(lines).toContain('changed link: pubmed_pubmed_citedin, origin "elink" -> "einfo"');
  });

  it('leaves out links to databases that are not listed', () => {
    const links = [...pubmed.links, { name: 'pubmed_homologene', menu: 'HomoloGene Links', to: 'homologene' }];
    expect(refresh({ ...pubmed, links }).link('pubmed_homologene')).toBeUndefined();
  });

  it('takes a new link between databases as not scored, and inside a database as not known', () => {
    const links = [
      { name: 'pubmed_nuccore_new', menu: 'New', to: 'nuccore' },
      { name: 'pubmed_pubmed_new', menu: 'New', to: 'pubmed' },
    ];
    const { link } = refresh({ ...pubmed, links }, nuccore);
    expect(link('pubmed_nuccore_new')).toMatchObject({ scored: false, origin: 'einfo' });
    expect(link('pubmed_pubmed_new')).toMatchObject({ scored: null, origin: 'einfo' });
  });

  it('keeps nucleotide as another name of nuccore, also in links', () => {
    const links = [{ name: 'nucleotide_pubmed', menu: 'PubMed Links', to: 'pubmed' }];
    const back = [...pubmed.links, { name: 'pubmed_nucleotide', menu: '', to: 'nucleotide' }];
    const { catalog, link } = refresh({ ...pubmed, links: back }, nuccore, { ...nucleotide, links });
    expect(catalog.databases).toContainEqual({ name: 'nucleotide', label: 'Nucleotide', aliasOf: 'nuccore' });
    expect(link('nucleotide_pubmed')).toMatchObject({ from: 'nuccore', to: 'pubmed' });
    expect(link('pubmed_nucleotide')).toMatchObject({ from: 'pubmed', to: 'nuccore' });
    expect(() => new Catalog(catalog)).not.toThrow();
  });

  it('says what is new, gone and changed', () => {
    const links = [
      { name: 'pubmed_pubmed', menu: 'Related articles', to: 'pubmed' },
      { name: 'pubmed_atlas', menu: '', to: 'atlas' },
    ];
    expect(
      refresh({ ...pubmed, links }, nuccore, nucleotide, { name: 'atlas', label: 'Atlas', links: [] }).lines,
    ).toEqual([
      'new database: atlas (Atlas)',
      'gone database: popset (PopSet)',
      'new link: pubmed_atlas (pubmed -> atlas)',
      'gone link: pubmed_popset_x (pubmed -> popset)',
      'gone link: pubmed_nuccore (pubmed -> nuccore, Nucleotide Links)',
      'changed link: pubmed_pubmed, label "Similar articles" -> "Related articles"',
    ]);
  });

  it('refuses a name that could not be part of a schema', () => {
    expect(() => refresh({ name: 'New DB', label: '', links: [] })).toThrow(/databases\[0\]\.name/);
  });

  it('refuses a link name with two different ends', () => {
    const links = [{ name: 'pubmed_pubmed', menu: '', to: 'pubmed' }];
    expect(() => refresh(pubmed, { ...nuccore, links })).toThrow(
      'EInfo lists the link pubmed_pubmed as pubmed -> pubmed and as nuccore -> pubmed.',
    );
  });
});
