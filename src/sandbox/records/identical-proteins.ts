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

/** The report `ipg` of proteins, in the form recorded in 2018; groups are numbered by their first protein. */
export function identicalProteinsAnswer(uids: readonly string[], graph: SampleGraph): Answer {
  sample ??= readSample('identical-proteins') as Groups;
  const { groups, coding } = sample;
  const reports = uids.flatMap((uid) => {
    const facts = graph.record('protein', uid);
    const accession = facts && nameOf(facts);
    if (facts === undefined || accession === undefined || accession === '') {
      return [];
    }
    const members = groups.find((group) => group.includes(accession)) ?? [accession];
    const first = graph.uidOfAccession('protein', members[0] ?? accession) ?? uid;
    const proteins = members.map((member) => protein(member, graph, coding[member] ?? []));
    return [
      `<IPGReport${attributes({ ipg: first, product_acc: accession })}>\n<Product${attributes({ accver: members[0] ?? '' })}/>\n<ProteinList>\n${proteins.join('\n')}</ProteinList>\n<Statistics${attributes({ prot_count: members.length })}/></IPGReport>`,
    ];
  });
  return {
    type: 'xml',
    body: `<?xml version="1.0" encoding="UTF-8"  ?>\n<IPGReportSet>\n${reports.join('')}</IPGReportSet>\n`,
  };
}

function protein(accession: string, graph: SampleGraph, places: readonly Cds[]): string {
  const uid = graph.uidOfAccession('protein', accession);
  const facts = (uid === undefined ? undefined : graph.record('protein', uid)) ?? {};
  const taxid = text(facts, 'taxid');
  const organism = { taxid, org: text(graph.record('taxonomy', taxid) ?? {}, 'scientificName') };
  const cds = places.map(({ accession: accver, ...place }) => `<CDS${attributes({ accver, ...place, ...organism })}/>`);
  const source = /^[A-Z]{2}_/.test(accession) ? 'RefSeq' : 'INSDC';
  const list = cds.length === 0 ? '' : `\n<CDSList>\n${cds.join('\n')}</CDSList>`;
  return `<Protein${attributes({ accver: accession, source, name: text(facts, 'title'), ...organism })}>${list}</Protein>`;
}

function nameOf(facts: RecordFacts): string {
  return text(facts, 'accessionVersion') || text(facts, 'accession');
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');
}
