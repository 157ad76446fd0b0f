import { type Answer, escapeXml } from '../http/answer.js';
import { readSample } from '../sample-data.js';
import type { RecordFacts, SampleGraph } from '../sample-graph.js';
import { text } from './facts.js';

interface Cds {
  readonly accession: string;
  readonly start: number;
  readonly stop: number;
  readonly strand: string;
}

interface Groups {
  /** Accessions of identical proteins; all others are alone. */
  readonly groups: readonly (readonly string[])[];
  /** Where proteins are coded, as far as the sample knows. */
  readonly coding: Readonly<Record<string, readonly Cds[]>>;
}

let sample: Groups | undefined;

/** Proteins with the same residues, and where each is coded. */
interface Report {
  /** Number of the group: the uid of its first protein. */
  readonly group: string;
  /** The protein that was asked for. */
  readonly accession: string;
  readonly proteins: readonly Protein[];
}

interface Protein {
  readonly accession: string;
  readonly source: string;
  readonly name: string;
  readonly taxid: string;
  readonly organism: string;
  readonly places: readonly Cds[];
}

/** The report `ipg` of proteins, in the form recorded in 2018. */
export function identicalProteinsAnswer(uids: readonly string[], graph: SampleGraph): Answer {
  const reports = reportsOf(uids, graph).map(({ group, accession, proteins }) => {
    const product = attributes({ accver: proteins[0]?.accession ?? '' });
    return `<IPGReport${attributes({ ipg: group, product_acc: accession })}>\n<Product${product}/>\n<ProteinList>\n${proteins.map(proteinElement).join('\n')}</ProteinList>\n<Statistics${attributes({ prot_count: proteins.length })}/></IPGReport>`;
  });
  return {
    type: 'xml',
    body: `<?xml version="1.0" encoding="UTF-8"  ?>\n<IPGReportSet>\n${reports.join('')}</IPGReportSet>\n`,
  };
}

/** The same as a table, a row for each coding place (recorded 2025); a protein without one has a row of its own. */
export function identicalProteinsTable(uids: readonly string[], graph: SampleGraph): Answer {
  const rows = reportsOf(uids, graph).flatMap(({ group, proteins }) =>
    proteins.flatMap(({ source, accession, name, organism, places }) =>
      (places.length === 0 ? [undefined] : places).map((place) =>
        // The sample knows no strains and no assemblies.
        [
          group,
          source,
          place?.accession,
          place?.start,
          place?.stop,
          place?.strand,
          accession,
          name,
          organism,
          '',
          '',
        ].join('\t'),
      ),
    ),
  );
  return { type: 'text', body: `${[COLUMNS.join('\t'), ...rows].join('\n')}\n` };
}

const COLUMNS = [
  'Id',
  'Source',
  'Nucleotide Accession',
  'Start',
  'Stop',
  'Strand',
  'Protein',
  'Protein Name',
  'Organism',
  'Strain',
  'Assembly',
];

function reportsOf(uids: readonly string[], graph: SampleGraph): readonly Report[] {
  sample ??= readSample('identical-proteins') as Groups;
  const { groups, coding } = sample;
  return uids.flatMap((uid) => {
    const facts = graph.record('protein', uid);
    const accession = facts && nameOf(facts);
    if (accession === undefined || accession === '') {
      return [];
    }
    const members = groups.find((group) => group.includes(accession)) ?? [accession];
    const group = graph.uidOfAccession('protein', members[0] ?? accession) ?? uid;
    return [{ group, accession, proteins: members.map((member) => protein(member, graph, coding[member] ?? [])) }];
  });
}

function protein(accession: string, graph: SampleGraph, places: readonly Cds[]): Protein {
  const uid = graph.uidOfAccession('protein', accession);
  const facts = (uid === undefined ? undefined : graph.record('protein', uid)) ?? {};
  const taxid = text(facts, 'taxid');
  const organism = text(graph.record('taxonomy', taxid) ?? {}, 'scientificName');
  const source = /^[A-Z]{2}_/.test(accession) ? 'RefSeq' : 'INSDC';
  return { accession, source, name: text(facts, 'title'), taxid, organism, places };
}

function proteinElement({ accession, source, name, taxid, organism, places }: Protein): string {
  const of = { taxid, org: organism };
  const cds = places.map(({ accession: accver, ...place }) => `<CDS${attributes({ accver, ...place, ...of })}/>`);
  const list = cds.length === 0 ? '' : `\n<CDSList>\n${cds.join('\n')}</CDSList>`;
  return `<Protein${attributes({ accver: accession, source, name, ...of })}>${list}</Protein>`;
}

function nameOf(facts: RecordFacts): string {
  return text(facts, 'accessionVersion') || text(facts, 'accession');
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ` ${name}="${escapeXml(String(value)).replaceAll('"', '&quot;')}"`)
    .join('');
}
