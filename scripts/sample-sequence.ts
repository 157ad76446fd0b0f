import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Summary } from './sample-tables.js';

/** The GenBank record of D2HGDH's messenger RNA, recorded in the tests of biocommons/eutils (Apache-2.0). */
const FILE = join('efetch', 'biocommons-2024-nuccore-NM_152783.3.xml');

/** The one nucleotide sequence of the sample: what the recorded record says of it, the residues included. */
export function recordedSequence(folder: string): { readonly uid: string; readonly summary: Summary } {
  const xml = readFileSync(join(folder, FILE), 'utf8');
  const first = (pattern: RegExp): string => {
    const [, text] = pattern.exec(xml) ?? [];
    if (text === undefined) {
      throw new Error(`${FILE} does not show ${String(pattern)}`);
    }
    return text;
  };
  const uid = first(/<GBSeqid>gi\|(\d+)</);
  const sequence = first(/<GBSeq_sequence>([a-z]+)</).toUpperCase();
  return {
    uid,
    summary: {
      accession: first(/<GBSeq_primary-accession>([^<]+)/),
      accessionVersion: first(/<GBSeq_accession-version>([^<]+)/),
      gi: Number(uid),
      title: first(/<GBSeq_definition>([^<]+)/),
      molecule: first(/<GBSeq_moltype>([^<]+)/),
      sourcedb: 'refseq',
      taxid: first(/>taxon:(\d+)</),
      slen: sequence.length,
      sequence,
    },
  };
}
