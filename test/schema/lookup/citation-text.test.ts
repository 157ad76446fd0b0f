import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { identifiersIn, readPrintedCitation } from '../../../src/schema/lookup/citations/citation-text.js';

/** Journal, year, volume, first page and author of a reference, between bars. */
function shown(text: string): string {
  const { journal, year, volume, firstPage, author } = readPrintedCitation(text) ?? {};
  return [journal, year, volume, firstPage, author].map((each) => each ?? '-').join('|');
}

describe('a printed reference', () => {
  it.each([
    // Vancouver, and as PubMed prints it
    [
      'Altschul SF, Gish W, Miller W, Myers EW, Lipman DJ. Basic local alignment search tool. J Mol Biol. 1990 Oct 5;215(3):403-10.',
      'J Mol Biol|1990|215|403|Altschul SF',
    ],
    ['Ioannidis JP. Why most published research findings are false. PLoS Med. 2005 Aug;2(8):e124. Epub 2005 Aug 30.', 'PLoS Med|2005|2|e124|Ioannidis JP'], // prettier-ignore
    ["O'Brien J, Wilson I. Investigation of the dye. Eur J Biochem. 2000;267(17):5421-6", "Eur J Biochem|2000|267|5421|O'Brien J"], // prettier-ignore
    ['Lowry OH, et al. J. Biol. Chem. 1951;193:265-75', 'J Biol Chem|1951|193|265|Lowry OH'],
    ['Shen MJ. Atrial myopathy. JACC Basic Transl Sci. 2019;4:640-.', 'JACC Basic Transl Sci|2019|4|640|Shen MJ'],
    ['Hadian K. Signals from the nucleus. Sci Signal. 2011;4:pe2.', 'Sci Signal|2011|4|pe2|Hadian K'],
    ['Siraisi NG. Introduction. Early Sci Med. 2001;6:259-66.', 'Early Sci Med|2001|6|259|Siraisi NG'],
    ['Nobody AB. Editorial. Nature. 2001;6:p12.', 'Nature|2001|6|12|Nobody AB'],
    ['Nucleic Acids Res. 2004;32(Web Server issue):W20-5', 'Nucleic Acids Res|2004|32|W20|-'],
    ['12. Lancet 2019; 394: 121\u2013130', 'Lancet|2019|394|121|-'],
    // APA and Harvard
    [
      'Watson, J. D., & Crick, F. H. C. (1953). Molecular structure of nucleic acids. Nature, 171(4356), 737\u2013738.',
      'Nature|1953|171|737|Watson JD',
    ],
    [
      'Needleman, S.B. and Wunsch, C.D. (1970) A general method for the search for similarities. J. Mol. Biol., 48, 443-453.',
      'J Mol Biol|1970|48|443|Needleman SB',
    ],
    ['Ioannidis JPA (2005) Why Most Published Research Findings Are False. PLoS Med 2(8): e124.', 'PLoS Med|2005|2|e124|Ioannidis JPA'], // prettier-ignore
    ['Smith, J., Jones, K., 2001. On things. Journal of Things 12 (3), 45-67.', 'Journal of Things|2001|12|45|Smith J'],
    // Nature and Science
    [
      'Watson, J. D. & Crick, F. H. C. Molecular structure of nucleic acids. Nature 171, 737\u2013738 (1953).',
      'Nature|1953|171|737|Watson JD',
    ],
    ['J. D. Watson, F. H. C. Crick, Nature 171, 737 (1953).', 'Nature|1953|171|737|Watson JD'],
    // MLA, Chicago and IEEE
    ['Watson, James D., and Francis HC Crick. "Molecular structure." Nature 171.4356 (1953): 737-738.', 'Nature|1953|171|737|-'], // prettier-ignore
    ['\u201CMolecular Structure.\u201D Nature 171, no. 4356 (April 1953): 737\u201338.', 'Nature|1953|171|737|-'],
    [
      '[3] J. D. Watson and F. H. C. Crick, \u201CMolecular structure,\u201D Nature, vol. 171, no. 4356, pp. 737\u2013738, Apr. 1953.',
      'Nature|1953|171|737|Watson JD',
    ],
  ])('%s is read', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it.each([
    'Homo sapiens',
    'Bacillus sp. 12',
    'Influenza A virus (A/Puerto Rico/8/1934(H1N1))',
    'Escherichia coli str. K-12 substr. MG1655',
    'GDS3710 / 1567687_at',
    'Hallmarks of cancer: the next generation',
    'chr17:7661779-7687550 (2019)',
    'Cancer statistics, 2019',
    'Report of the 1990 meeting, volume 3',
  ])('%s is none', (text) => {
    expect(readPrintedCitation(text)).toBeUndefined();
  });

  it('is read at once, whatever its marks', () => {
    const part = fc.constantFrom(
      'Nature ',
      '171',
      ', ',
      '. ',
      ' (1953)',
      ' 1953',
      ';',
      ':',
      '"',
      'Aa Bb, ',
      'no. 3',
      '-',
      'e1',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 300 }), (parts) => {
        const { volume = '1', firstPage = '1' } = readPrintedCitation(parts.join('')) ?? {};
        expect(`${volume}${firstPage}`).toMatch(/^\w+$/);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the identifiers in a reference', () => {
  it('are its PMIDs and DOIs, each once, without what ends the sentence', () => {
    const text = 'doi: 10.1073/pnas.88.8.3248. PMID: 2014248; https://doi.org/10.1073/pnas.88.8.3248, PMID 2014248.';
    expect(identifiersIn(text)).toEqual({ pmids: ['2014248'], dois: ['10.1073/pnas.88.8.3248'] });
    expect(identifiersIn('A rapid method, 10.5 mg a day')).toEqual({ pmids: [], dois: [] });
  });
});
