import { describe, expect, it } from 'vitest';

import { readColumn, readIds } from '../../../src/cli/query/ids-file.js';

describe('--ids', () => {
  it.each([
    ['one id per line, with repeats', '7157\n672\n7157\n', ['7157', '672', '7157']],
    ['line ends of all systems, a byte order mark, blanks', '\uFEFF7157 \r\n\r\n  672\r675', ['7157', '672', '675']],
    ['comments, but no # inside an id', '# list\n7157 # TP53\nhttps://x.org/a#b\n', ['7157', 'https://x.org/a#b']],
    [
      'quotes, also doubled ones',
      '"10.1/a, b"\n\'BRCA1\'\n"say ""x"""\n5" end\n',
      ['10.1/a, b', 'BRCA1', 'say "x"', '5" end'],
    ],
    ['the first of several columns', 'TP53\t7157\nBRCA1\t672\n', ['TP53', 'BRCA1']],
    [
      'prefixes, names of several words and kinds mixed',
      'PMID:1\nHomo sapiens\nrs123\n',
      ['PMID:1', 'Homo sapiens', 'rs123'],
    ],
  ])('reads %s', (_what, text, ids) => {
    expect(readIds(text)).toEqual({ ids });
  });

  it.each([
    ...['PMID', 'pmids', 'gene_id', 'Gene Symbol', 'uid', '"symbol"', 'DOI', 'Accession', 'tax_id', 'query'],
    ...['HGNC ID', 'Ensembl gene ID', 'entrez_gene_id', 'Assembly Accession', 'BioSample accession', 'MIM number'],
    ...['CUI', 'InChIKey', 'rsID', 'VariationID', 'PDB code', 'GEO_accession', 'Species', 'Locus tag', 'Title', 'Run'],
  ])('takes %s in the first line for a header, and says so', (header) => {
    expect(readIds(`${header}\n7157\n`)).toEqual({ ids: ['7157'], header: header.replaceAll('"', '') });
  });

  it.each(['TP53', 'PMC3531190', 'Homo sapiens', 'GENE1', 'NM_000546', 'RUNX1', 'SRA1', 'MET', 'PDB 1TUP', 'rs7412'])(
    'takes %s for an id',
    (id) => {
      expect(readIds(`${id}\n7157\n`)).toEqual({ ids: [id, '7157'] });
    },
  );

  it('names the columns of a table with commas', () => {
    expect(() => readIds('pmid,title\n1,"a, b"\n')).toThrow(/several columns.*--ids-from: pmid, title/);
  });
});

describe('--ids-from', () => {
  const CSV = '\uFEFFgene,"paper, id"\nTP53,"1"\n\n"BRCA1 ""x""", 2\nMYC,\n';

  it.each([
    ['paper, id', ['1', '2', '']],
    ['PAPER, ID', ['1', '2', '']],
    ['2', ['1', '2', '']],
    ['gene', ['TP53', 'BRCA1 "x"', 'MYC']],
  ])('selects %s of CSV: each row has an id, perhaps an empty one', (column, ids) => {
    expect(readColumn(CSV, column).ids).toEqual(ids);
  });

  it('reads TSV, semicolons, short rows and a header that starts with #', () => {
    expect(readColumn('#chrom\trs\r\n1\trs1\r\n2\r\n', 'chrom').ids).toEqual(['1', '2']);
    expect(readColumn('#chrom\trs\r\n1\t"rs1"\r\n2\r\n', 'rs').ids).toEqual(['rs1', '']);
    expect(readColumn('a;b\n1;2,5\n', 'b').ids).toEqual(['2,5']);
  });

  it('names the columns that there are', () => {
    expect(() => readColumn(CSV, 'pmid')).toThrow('--ids-from: unknown column "pmid". Columns are gene, paper, id.');
    expect(() => readColumn(CSV, '3')).toThrow(/unknown column "3"/);
    expect(() => readColumn('', 'a')).toThrow(/unknown column "a"/);
    expect(() => readColumn('a,b\n"1,2\n', 'a')).toThrow(/not valid CSV/);
  });

  it('prefers a name to a number', () => {
    expect(readColumn('2,1\na,b\n', '1').ids).toEqual(['b']);
  });
});
