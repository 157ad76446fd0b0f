import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decodeSequences, fastaOf, sequencesRequest } from '../../../src/eutils/records/efetch-sequences.js';
import { failureOf } from '../entrez-errors.js';

const sequences = (content: string) => `<?xml version="1.0" encoding="UTF-8"  ?>
<!DOCTYPE TSeqSet PUBLIC "-//NCBI//NCBI TSeq/EN" "https://example.org/NCBI_TSeq.dtd">
<TSeqSet>
${content}
</TSeqSet>
`;
const entry = (members: Readonly<Record<string, string>>) => {
  const content = Object.entries(members).map(([name, text]) => `\n  <TSeq_${name}>${text}</TSeq_${name}>`);
  return `<TSeq>\n  <TSeq_seqtype value="protein"/>${content.join('')}\n</TSeq>`;
};
const UIDS = ['XX1.2', 'XX2.1', 'XX1.1', 'XX_1.1', '9XYZ_A', '42'];
const decode = (body: string, more: object = {}) => decodeSequences(body, { uids: UIDS, ...more });
const only = (members: Readonly<Record<string, string>>) => decode(sequences(entry(members)))[0];

describe('sequencesRequest', () => {
  it('sends a comma list and wants FASTA in XML', () => {
    expect(sequencesRequest({ db: 'protein', uids: ['1', '2'] })).toEqual({
      utility: 'efetch',
      retmode: 'xml',
      params: [
        ['db', 'protein'],
        ['rettype', 'fasta'],
        ['retmode', 'xml'],
        ['id', '1,2'],
      ],
      idCount: 2,
    });
  });

  it('names the part that is wanted', () => {
    const { params } = sequencesRequest({ db: 'nuccore', uids: ['1'], from: 5, to: 9 });
    expect(params).toContainEqual(['seq_start', '5']);
    expect(params).toContainEqual(['seq_stop', '9']);
  });
});

describe('decodeSequences', () => {
  const today = {
    accver: 'XX1.2',
    taxid: '9606',
    orgname: 'Homo sapiens',
    defline: 'made &amp; up',
    length: '6',
    sequence: 'MK\nVL\nAA',
  };
  const decoded = {
    accession: 'XX1.2',
    title: 'made & up',
    taxid: '9606',
    organism: 'Homo sapiens',
    length: 6,
    sequence: 'MKVLAA',
  };

  it('reads entries in order, with only an accession to say whose they are', () => {
    const body = sequences(entry(today) + entry({ ...today, accver: 'XX2.1' }));
    expect(decode(body)).toEqual([decoded, { ...decoded, accession: 'XX2.1' }]);
  });

  it('reads the gi where there is one', () => {
    expect(only({ gi: '42', ...today })).toEqual({ gi: '42', ...decoded });
  });

  it('a stretch belongs to the accession it is a stretch of', () => {
    expect(only({ accver: 'XX1.2:5-6', length: '2', sequence: 'MK' })?.accession).toBe('XX1.2');
  });

  it.each([
    ['pdb|9XYZ|A', '9XYZ_A'],
    ['ref|XX_1.1|', 'XX_1.1'],
    ['gb|XX1.1', 'XX1.1'],
    ['gnl|LAB|17', undefined],
    ['lcl|seq1', undefined],
    ['17', undefined],
  ])('without accver, the id %s says %s', (sid, accession) => {
    expect(only({ sid, length: '1', sequence: 'M' })).toEqual({
      ...(accession !== undefined && { accession }),
      length: 1,
      sequence: 'M',
    });
  });

  it('an organism of taxid 0 is not known', () => {
    expect(only({ ...today, taxid: '0' })).not.toHaveProperty('taxid');
  });

  it.each([
    ['MKVLA', undefined],
    ['MKVLAA', 'NCBI sent a longer stretch of a sequence than the one requested.'],
    ['MKVL', 'NCBI states a length of 100 for a sequence of 4.'],
  ])('%s for residues 5 to 9 of 100 fails with %s', (sequence, message) => {
    // The length may be that of the whole, or that of the stretch.
    const length = message?.includes('longer') ? '6' : '100';
    const read = () => decode(sequences(entry({ ...today, length, sequence })), { from: 5, to: 9 });
    if (message === undefined) {
      expect(read()).toMatchObject([{ sequence }]);
    } else {
      expect(failureOf(read).message).toBe(message);
    }
  });

  it('a record that has no residues of its own has a blank sequence beside its length', () => {
    expect(only({ accver: 'XX1.1', length: '5000', sequence: '' })).toEqual({
      accession: 'XX1.1',
      length: 5000,
      sequence: '',
    });
  });

  it('an empty set means that none of the records exists', () => {
    expect(decode(sequences(''))).toEqual([]);
  });

  it.each([
    ['<eFetchResult><ERROR>Failed to understand id: abc</ERROR></eFetchResult>', 'UNKNOWN_ID'],
    ['<eFetchResult><ERROR>External viewer error: Timeout</ERROR></eFetchResult>', 'UPSTREAM_UNAVAILABLE'],
    ['\n', 'MALFORMED_RESPONSE'],
    ['>XX1.1 made up\nMK', 'MALFORMED_RESPONSE'],
    ['<PubmedArticleSet/>', 'MALFORMED_RESPONSE'],
    [sequences(entry({ accver: 'XX1.1', sequence: 'M' })), 'MALFORMED_RESPONSE'],
    [sequences(entry({ gi: 'x', length: '1', sequence: 'M' })), 'MALFORMED_RESPONSE'],
    [sequences(entry(today)).slice(0, -12), 'MALFORMED_RESPONSE'],
  ])('%s is %s', (body, code) => {
    expect(failureOf(() => decode(body)).code).toBe(code);
  });
});

describe('fastaOf', () => {
  it('writes lines of 70 residues under the accession and title', () => {
    const sequence = 'ACGT'.repeat(20);
    expect(fastaOf({ accession: 'XX1.1', gi: '4', title: 'made up', length: 80, sequence })).toBe(
      `>XX1.1 made up\n${sequence.slice(0, 70)}\n${sequence.slice(70)}\n`,
    );
  });

  it('falls back to the gi, and leaves out what is not known', () => {
    expect(fastaOf({ gi: '4', length: 2, sequence: 'MK' })).toBe('>4\nMK\n');
    expect(fastaOf({ title: 'made up', length: 0, sequence: '' })).toBe('>made up\n');
  });

  it('loses no residue, whatever the width', () => {
    const residues = fc.string({ unit: fc.constantFrom('A', 'C', 'G', 'T'), maxLength: 200 });
    fc.assert(
      fc.property(residues, fc.integer({ min: 1, max: 90 }), (sequence, width) => {
        const [, ...lines] = fastaOf({ accession: 'X', length: sequence.length, sequence }, width)
          .trimEnd()
          .split('\n');
        expect(lines.join('')).toBe(sequence);
        expect(lines.every((line) => line.length <= width)).toBe(true);
      }),
    );
  });
});
