import { Readable } from 'node:stream';

import { describe, expect, it } from 'vitest';

import type { TablePart } from '../../src/tables/description.js';
import { readRows } from '../../src/tables/reading/read-rows.js';
import { idOf, pmcIdOf } from '../../src/tables/reading/row.js';

const GENE = 0;
const TEXT = 1;

const TSV: TablePart = {
  layout: { fields: 'tab', header: 'hash' },
  columns: [['GeneID', 'Gene ID'], ['text']],
  read: () => undefined,
};

/** What is read of a file, in pieces of so many bytes. */
async function read(text: string, part = TSV, size = 7): Promise<unknown[]> {
  const bytes = Buffer.from(text);
  const rows: unknown[] = [];
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  );
  await readRows(part, Readable.from(pieces), (row, fault) => rows.push(fault ?? [row.id(GENE), row.text(TEXT)]));
  return rows;
}

describe('rows', () => {
  it('are read by the names of their columns, whatever their order', async () => {
    expect(await read('#text\tnew\tGeneID\na\tx\t1\n')).toEqual([[1, 'a']]);
    expect(await read('#GeneID\ttext\n1\ta\n')).toEqual([[1, 'a']]);
  });

  it('are read under the header of older files', async () => {
    expect(await read('#Format: tax_id GeneID text (tab is used as a separator)\n9\t1\ta\n')).toEqual([[1, 'a']]);
  });

  it('begin behind the last line with a number sign', async () => {
    expect(await read('##about\n#GeneID: the gene\n#GeneID\ttext\n1\ta\n2\t#b\n')).toEqual([
      [1, 'a'],
      [2, '#b'],
    ]);
  });

  it('are not comments, which may be behind the header and between rows', async () => {
    const rows = [[1, 'a'], [2, 'b']]; // prettier-ignore
    expect(await read('#GeneID\ttext\n# made today\n1\ta\n#\n#so\tmany\n2\tb\n')).toEqual(rows);
    expect(await read('#about\nGeneID\ttext\n1\ta\n# more\n2\tb\n')).toEqual(rows);
  });

  it('of joined files may each begin with a byte order mark', async () => {
    const file = (row: string): string => `\uFEFF#GeneID\ttext\r\n${row}\r\n`;
    expect(await read(`${file('1\ta')}${file('2\tb')}`)).toEqual([[1, 'a'], [2, 'b']]); // prettier-ignore
  });

  it('with more fields than the header are faults, unless these are empty; the first one refuses the file', async () => {
    expect(await read('#GeneID\ttext\n1\ta\t\n2\tb\tc\n')).toEqual([[1, 'a'], 'more fields than the header']); // prettier-ignore
    await expect(read('#GeneID\ttext\tnote\n7\t1\ta\tx\n')).rejects.toThrow(
      'Line 2 has more fields than the header. The columns of the file are shifted.',
    );
    const csv: TablePart = { ...TSV, layout: { fields: 'csv', header: 'first' } };
    expect(await read('GeneID,text\n1,a,\n2,b,c\n', csv)).toEqual([[1, 'a'], 'more fields than the header']); // prettier-ignore
  });

  it('are refused under a header that lacks a column', async () => {
    await expect(read('#tax_id\ttext\n1\ta\n')).rejects.toThrow(
      'The column GeneID is missing. Expected the columns GeneID, text; the header has tax_id, text.',
    );
    await expect(read('<html><body>ORA-00942\n')).rejects.toThrow('The column GeneID is missing.');
    await expect(read('')).rejects.toThrow('The column GeneID is missing.');
  });

  it('keep quotes and number signs as data', async () => {
    expect(await read('#GeneID\ttext\n1\t"a" #b\n')).toEqual([[1, '"a" #b']]);
  });

  it('may end with carriage returns, begin with a byte order mark, and lack the last line end', async () => {
    expect(await read('\uFEFF#GeneID\ttext\r\n1\ta\r\n2\tb')).toEqual([
      [1, 'a'],
      [2, 'b'],
    ]);
  });

  it('may be a megabyte long, and may hold invalid UTF-8', async () => {
    const long = 'x'.repeat(1_000_000);
    expect(await read(`#GeneID\ttext\n1\t${long}\n`, TSV, 65_536)).toEqual([[1, long]]);
  });

  it('with too few fields are faults, and empty lines are none', async () => {
    expect(await read('#GeneID\ttext\n1\n\n2\tb\n')).toEqual(['fewer than 2 fields', [2, 'b']]);
  });

  it('of blanks only are none, nor are those of CSV with empty fields only', async () => {
    expect(await read('#GeneID\ttext\n   \n1\ta\n \r\n2\tb\n')).toEqual([[1, 'a'], [2, 'b']]); // prettier-ignore
    const part: TablePart = { ...TSV, layout: { fields: 'csv', header: 'first' } };
    expect(await read('text,GeneID\n  \na,1\n,\n', part)).toEqual([[1, 'a']]);
  });

  it('of files without a header are no comments either, and are refused under one with other columns', async () => {
    const part: TablePart = { ...TSV, layout: { fields: 'tab', header: 'none' } };
    expect(await read('# made today\n1\ta\n#GeneID\ttext\n2\tb\n', part)).toEqual([[1, 'a'], [2, 'b']]); // prettier-ignore
    await expect(read('#text\tGeneID\na\t1\n', part)).rejects.toThrow(
      'Line 1 is a header with the columns in other places.',
    );
  });

  it('of CSV may quote commas and line ends', async () => {
    const part: TablePart = { ...TSV, layout: { fields: 'csv', header: 'first' } };
    expect(await read('text,GeneID\r\n"a, b\nc",1\r\n', part)).toEqual([[1, 'a, b\nc']]);
  });
});

describe('an id', () => {
  it.each(['', '-', '-1', '0', 'na', 'N/A', 'NaN', ' ', '-   '])('is none for %j', (text) => {
    expect(idOf(text)).toBe(0);
  });

  it.each(['7', '007', ' 7 ', '7.0'])('is 7 for %j', (text) => {
    expect(idOf(text)).toBe(7);
  });

  it.each(['PMC7', 'pmc7', '7', 'PMC7.2'])('of PMC is 7 for %j', (text) => {
    expect(pmcIdOf(text)).toBe(7);
  });

  it.each(['x', '1.5', '7.00', '7.', '4294967296', '99999999999', '-2', '0x10', '1e3'])('is bad for %j', (text) => {
    expect(idOf(text)).toBe(-1);
  });

  it('is bad where a digit is missing, follows something else, or is one too many', async () => {
    const numbers = ['1 2', '1\r2', '-12', 'x12', '12x', '00000000001', '18446744073709551617'];
    const rows = numbers.map((number) => `${number}\ta\n`).join('');
    expect(await read(`#GeneID\ttext\n${rows}`)).toEqual(numbers.map(() => [-1, 'a']));
  });

  it('may exceed 31 bits', async () => {
    expect(await read('#GeneID\ttext\n2600000000\t-\n4294967295\ta\n4294967296\ta\n-\ta\n -1 \ta\n')).toEqual([
      [2_600_000_000, ''],
      [4_294_967_295, 'a'],
      [-1, 'a'],
      [0, 'a'],
      [0, 'a'],
    ]);
  });
});
