import type { Catalog } from '../../../catalog/catalog.js';
import { decodeDatabaseInfo, decodeDatabaseList, infoRequest } from '../../../eutils/records/einfo.js';
import type { Belief } from '../belief.js';
import { must } from '../difference.js';
import type { Probe } from '../probe.js';

/** Databases whose links stand for all; `catalog refresh --dry-run` compares every one. */
const COMPARED = ['gene'];
const COMPARED_IN_FULL = ['pubmed', 'gene', 'protein', 'bioproject'];

/** Whether the catalog is that of NCBI. */
export function catalogBeliefs(catalog: Catalog, full: boolean): readonly Belief[] {
  const compared = full ? COMPARED_IN_FULL : COMPARED;
  return [
    {
      name: 'catalog-databases',
      says: 'EInfo lists the databases of the catalog.',
      needs: ['einfo'],
      check: (probe) => checkDatabases(probe, catalog),
    },
    {
      name: 'catalog-links',
      says: `EInfo lists the links of the catalog, compared for ${compared.join(', ')}.`,
      needs: ['einfo'],
      check: (probe) => checkLinks(probe, catalog, compared),
    },
  ];
}

async function checkDatabases(probe: Probe, catalog: Catalog): Promise<string> {
  const listed = new Set(await probe.ask(infoRequest(), decodeDatabaseList));
  const known = new Set(catalog.databases.map(({ name }) => name));
  const changes = differences(known, listed);
  must(changes === '', `Databases: ${changes}. Run entrez-graph catalog refresh.`);
  return `${listed.size} databases`;
}

async function checkLinks(probe: Probe, catalog: Catalog, compared: readonly string[]): Promise<string> {
  const living = new Set(catalog.databases.map(({ name }) => name));
  const known = new Set<string>();
  const listed = new Set<string>();
  for (const db of compared) {
    const { links } = await probe.ask(infoRequest(db), (body) => decodeDatabaseInfo(body, db));
    // EInfo still lists links to databases that are gone.
    links.filter(({ to }) => living.has(to)).forEach(({ name }) => listed.add(name));
    catalog
      .linksFrom(db)
      .filter(({ origin }) => origin === 'einfo')
      .forEach(({ name }) => known.add(name));
  }
  const changes = differences(known, listed);
  must(changes === '', `Links: ${changes}. Run entrez-graph catalog refresh.`);
  return `${listed.size} links`;
}

function differences(known: ReadonlySet<string>, listed: ReadonlySet<string>): string {
  const added = [...listed].filter((name) => !known.has(name)).map((name) => `new ${name}`);
  const gone = [...known].filter((name) => !listed.has(name)).map((name) => `gone ${name}`);
  return [...added, ...gone].join(', ');
}
