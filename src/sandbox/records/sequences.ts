import { type Answer, element, xmlAnswer } from '../http/answer.js';
import { text } from './facts.js';
import type { Parameters } from '../http/parameters.js';
import type { RecordFacts, SampleGraph } from '../sample-graph.js';

const LINE_LENGTH = 70;

/**
 * Sequences in FASTA, as text or as a `TSeqSet`, which has no GI since 2025 and is told apart by accession (recorded).
 *
 * `seq_start` and `seq_stop`, counted from 1 and both included, cut every one of them. Records whose residues the sample
 * lacks are left out.
 *
 * @returns `undefined` when all the records are known but none of them has residues here.
 */
export function sequencesAnswer(
  db: 'protein' | 'nuccore',
  uids: readonly string[],
  params: Parameters,
  graph: SampleGraph,
): Answer | undefined {
  const known = uids.map((uid) => graph.record(db, uid)).filter((facts) => facts !== undefined);
  const found = known.filter((facts) => text(facts, 'sequence') !== '');
  if (found.length === 0 && known.length > 0) {
    return undefined;
  }
  const first = params.count('seq_start', 1);
  const part = (facts: RecordFacts): string =>
    text(facts, 'sequence').slice(Math.max(0, first - 1), params.count('seq_stop', Infinity));
  if (params.get('retmode')?.toLowerCase() === 'xml') {
    const entries = found.map((facts) => sequenceElement(db, facts, part(facts), graph));
    return xmlAnswer('TSeqSet', `\n${entries.join('')}`);
  }
  const cut = params.get('seq_start') !== undefined || params.get('seq_stop') !== undefined;
  const entries = found.map((facts) => {
    const residues = part(facts);
    const range = cut ? `:${first}-${first + residues.length - 1}` : '';
    const lines = residues.match(new RegExp(`.{1,${LINE_LENGTH}}`, 'g')) ?? [];
    return `>${nameOf(facts)}${range} ${text(facts, 'title')}\n${lines.join('\n')}\n\n`;
  });
  return { type: 'text', body: entries.join('') };
}

function sequenceElement(db: 'protein' | 'nuccore', facts: RecordFacts, residues: string, graph: SampleGraph): string {
  const taxid = text(facts, 'taxid');
  const members = [
    `<TSeq_seqtype value="${db === 'protein' ? 'protein' : 'nucleotide'}"/>`,
    element('TSeq_accver', nameOf(facts)),
    element('TSeq_taxid', taxid),
    element('TSeq_orgname', text(graph.record('taxonomy', taxid) ?? {}, 'scientificName')),
    element('TSeq_defline', text(facts, 'title')),
    element('TSeq_length', residues.length),
    element('TSeq_sequence', residues),
  ];
  return `<TSeq>\n${members.map((member) => `  ${member}\n`).join('')}</TSeq>\n`;
}

function nameOf(facts: RecordFacts): string {
  return text(facts, 'accessionVersion') || text(facts, 'accession');
}
