import { randomUUID } from 'node:crypto';

import { lengthOf, piecesOf, type Text } from '../body/text.js';
import { atOnce, readAnswer, SLICE, type Sliced } from '../body/slices.js';
import { fetchedDocument } from './efetch.js';
import { givenParams } from '../given-params.js';
import { contradiction, malformed } from '../failures/malformed.js';
import { countOf, optionalText, uidOf } from '../body/shape.js';
import { setOnce } from '../body/record-answers.js';
import type { EutilsRequest } from '../wire.js';
import { contentOf } from '../body/xml-answer.js';
import { childrenNamed, type XmlElement } from '../body/xml.js';

export interface SequencesQuestion {
  /** A database of sequences: `protein`, `nuccore`. */
  readonly db: string;
  readonly uids: readonly string[];
  /** The first residue wanted, from 1; the first of all when left out. */
  readonly from?: number | undefined;
  /** The last residue wanted, itself included; the last of all when left out. */
  readonly to?: number | undefined;
}

/**
 * A sequence. Which record it belongs to is said by `gi`, the uid, or by `accession`, to be compared with the one in the
 * document summary: NCBI leaves the gi out today (protocol: present 2013, absent 2026). An entry with neither cannot be
 * attributed.
 */
export interface SequenceEntry {
  readonly gi?: string;
  /** With its version, as `X60065.1`, or with its chain, as `3DPN_A`. */
  readonly accession?: string;
  readonly title?: string;
  readonly taxid?: string;
  readonly organism?: string;
  /** In residues, as NCBI states it. */
  readonly length: number;
  /** In letters of the IUPAC code; blank for a record that has no residues of its own. */
  readonly sequence: string;
}

/** Asks EFetch for sequences: a comma list, in TinySeq, the XML form of FASTA. */
export function sequencesRequest({ db, uids, from, to }: SequencesQuestion): EutilsRequest {
  return {
    utility: 'efetch',
    retmode: 'xml',
    params: [
      ['db', db],
      ['rettype', 'fasta'],
      ...givenParams([
        ['seq_start', from],
        ['seq_stop', to],
      ]),
      ['retmode', 'xml'],
      ['id', uids.join(',')],
    ],
    idCount: uids.length,
  };
}

/**
 * Reads sequences, in NCBI's order. Records that do not exist have no entry.
 *
 * @throws EntrezError `UPSTREAM_UNAVAILABLE` (mostly retryable), `UNKNOWN_ID`, `BAD_USER_INPUT` or `HISTORY_EXPIRED` when
 * NCBI reports an error; `MALFORMED_RESPONSE`, retryable, when the answer cannot be read, has sequences that were not
 * requested, or of another length than it states.
 */
export function decodeSequences(body: Text, question: Omit<SequencesQuestion, 'db'>): SequenceEntry[] {
  return atOnce(sequencesIn(body, question));
}

/** Reads sequences as {@link decodeSequences} does, those of a large answer with pauses. */
export function readSequences(
  body: Text,
  question: Omit<SequencesQuestion, 'db'>,
): SequenceEntry[] | Promise<SequenceEntry[]> {
  return readAnswer(body, sequencesIn(body, question));
}

function* sequencesIn(body: Text, question: Omit<SequencesQuestion, 'db'>): Sliced<SequenceEntry[]> {
  const sequences: string[] = [];
  const rest = lengthOf(body) > SLICE ? yield* withoutSequences(body, sequences) : body;
  const root = yield* fetchedDocument(rest, 'TSeqSet', ['TSeq']);
  const entries: SequenceEntry[] = [];
  for (const entry of childrenNamed(root, 'TSeq')) {
    entries.push(readEntry(entry, sequences));
    yield;
  }
  const requested = new Set(question.uids);
  const { from = 1, to = Infinity } = question;
  for (const { accession, gi, sequence, length } of entries) {
    if (!isRequested(requested, accession, gi)) {
      throw contradiction('NCBI sent a sequence that was not requested.');
    }
    // Records without residues of their own state the length of what they are made of, and stretches perhaps that of the whole.
    const wanted = Math.min(to, length) - from + 1;
    if (sequence !== '' && sequence.length !== length && sequence.length !== wanted) {
      throw contradiction(`NCBI states a length of ${length} for a sequence of ${sequence.length}.`);
    }
    if (sequence.length > to - from + 1) {
      throw contradiction('NCBI sent a longer stretch of a sequence than the one requested.');
    }
  }
  return entries;
}

/**
 * Sequences by accession.
 *
 * @throws EntrezError `MALFORMED_RESPONSE`, retryable, when one has none: it may be any of those without an answer.
 */
export function attributeSequences(entries: readonly SequenceEntry[]): Map<string, SequenceEntry> {
  const sequences = new Map<string, SequenceEntry>();
  for (const entry of entries) {
    if (entry.accession === undefined) {
      throw contradiction('NCBI sent a sequence without saying whose it is.');
    }
    setOnce(sequences, entry.accession, entry);
  }
  return sequences;
}

/** Accessions are requested with or without their version, and answered with it. Who says nothing cannot be told. */
function isRequested(requested: ReadonlySet<string>, accession: string | undefined, gi: string | undefined): boolean {
  const names = [gi, accession, accession?.replace(/\.\d+$/, '')].filter((name) => name !== undefined);
  return names.length === 0 || names.some((name) => requested.has(name));
}

function readEntry(entry: XmlElement, sequences: readonly string[]): SequenceEntry {
  const member = (name: string): string | undefined => contentOf(entry, `TSeq_${name}`);
  const gi = member('gi');
  // FASTA headings name the stretch behind the accession, `X60065.1:5-9`; whether TinySeq does is not recorded.
  const accession = (member('accver') ?? accessionIn(member('sid')))?.replace(/:c?\d+-\d+$/, '');
  const title = member('defline');
  const taxid = member('taxid');
  const organism = member('orgname');
  const written = member('sequence') ?? '';
  const taken = written.startsWith(TAKEN) ? sequences[Number(written.slice(TAKEN.length))] : undefined;
  const sequence = taken ?? written.replace(/\s+/g, '');
  if (taken === undefined && FOREIGN.test(sequence)) {
    throw malformed('NCBI sent a sequence with signs that are no residues.');
  }
  return {
    ...(gi !== undefined && { gi: uidOf(gi, 'TSeq_gi') }),
    ...(accession !== undefined && { accession }),
    ...(title !== undefined && { title }),
    // A zero stands for an organism that is not known.
    ...(taxid !== undefined && taxid !== '0' && { taxid: uidOf(taxid, 'TSeq_taxid') }),
    ...(organism !== undefined && { organism }),
    length: countOf(member('length'), 'TSeq_length'),
    sequence,
  };
}

/** What no sequence holds: residues are letters, a stop or a gap. */
const FOREIGN = /[^\sA-Za-z*-]/;

/** What stands in place of a sequence that was taken out: a name that nobody else knows. */
const TAKEN = `sequence ${randomUUID()} `;

const START = '<TSeq_sequence>';
const END = '</TSeq_sequence';

/**
 * Takes long sequences out of an answer, whose residues are no concern of an XML parser: a chromosome has 60 million,
 * in a million lines.
 *
 * @param sequences - Gets the sequences.
 */
function* withoutSequences(body: Text, sequences: string[]): Sliced<string> {
  const rest: string[] = [];
  let text = '';
  let residues: string | undefined;
  for (const piece of piecesOf(body)) {
    text += piece;
    for (let more = true; more;) {
      if (residues === undefined) {
        const start = text.indexOf(START);
        more = start >= 0;
        const at = more ? start + START.length : Math.max(0, text.length - START.length);
        rest.push(text.slice(0, at));
        text = text.slice(at);
        residues = more ? '' : undefined;
      } else {
        const end = text.indexOf('<');
        // Until more comes, when the tag behind the residues is cut.
        more = end >= 0 && text.length - end >= END.length;
        const at = more ? end : Math.max(0, Math.min(text.length, end));
        const part = text.slice(0, end < 0 ? text.length : at);
        text = text.slice(part.length);
        const areResidues = !FOREIGN.test(part) && (!more || text.startsWith(END));
        residues += areResidues ? part.replace(/\s+/g, '') : part;
        if (more || !areResidues) {
          const isTaken = areResidues && residues.length >= SLICE;
          rest.push(isTaken ? `${TAKEN}${sequences.push(residues) - 1}` : residues);
          residues = undefined;
          more = true;
        }
      }
      yield;
    }
  }
  return rest.join('') + (residues ?? '') + text;
}

/** Entries without `accver` may have an id such as `pdb|3DPN|A` or `ref|NM_002253.1|`; `gnl` and `lcl` ids are no accessions. */
function accessionIn(sid: string | undefined): string | undefined {
  const [, name, chain = ''] = /^(?!gnl\||lcl\|)\w+\|([^|]+)(?:\|([^|]*))?/.exec(sid ?? '') ?? [];
  return optionalText(chain) === undefined ? name : `${name}_${chain}`;
}

/**
 * Writes a sequence in FASTA: a line of accession (else gi) and title, then the residues, each line with an end.
 *
 * @param width - residues in a line; NCBI's own files have 70.
 */
export function fastaOf({ accession, gi, title, sequence }: SequenceEntry, width = 70): string {
  const heading = [accession ?? gi, title].filter((part) => part !== undefined).join(' ');
  const lines = [`>${heading}`];
  for (let start = 0; start < sequence.length; start += width) {
    lines.push(sequence.slice(start, start + width));
  }
  return [...lines, ''].join('\n');
}
