import { CsvError, parse } from 'csv-parse/sync';

import { ConfigError } from '../../config.js';

/** What people write above a column of ids: a registry with what it gives, a kind of name, or a thing. */
const HEADER = new RegExp(
  [
    String.raw`(?:(?:pubmed|gene|entrez(?:[ _-]gene)?|uniprot|ncbi(?:[ _-]gene)?|tax(?:on|onomy)?|ncbitaxon|ensembl(?:[ _-]gene)?|rs|ss|hgnc|mgi|refseq|genbank|geo|sra|snp|dbsnp|clinvar|variation|variant|allele|assembly|biosample|bioproject|pubchem|compound|substance|mesh|o?mim|medgen|umls|hpo|mondo|protein|transcript|nucleotide|sequence|structure|pdb|study|run|experiment|sample|chembl)?[ _-]?(?:id|uid|accession|number|symbol|name|code)(?:entifier)?s?)`,
    String.raw`pmc?(?:id)?s?|dois?|cids?|sids?|cuis?|rsids?|issns?|taxids?|curies?|identifiers?|inchi[ _-]?keys?|hgvs|spdi`,
    String.raw`genes?|inputs?|quer(?:y|ies)|titles?|citations?|references?|organisms?|species|locus[ _-]tags?|runs?`,
  ]
    .map((kind) => `^(?:${kind})$`)
    .join('|'),
  'i',
);

/** The ids of a file. */
export interface IdsOfFile {
  readonly ids: readonly string[];
  /** A first line that was taken for a header. */
  readonly header?: string;
}

/**
 * Returns the ids of a text: one per line, in its first column where there are tabs, with or without quotes. Blank lines do
 * not count, nor does a `#` with what follows it at the start of a line or behind a blank, nor a header. Repeated ids are
 * kept: each of them gets a result.
 *
 * @throws ConfigError for a table with commas, where a column has to be named.
 */
export function readIds(text: string): IdsOfFile {
  const lines = linesOf(text).flatMap((line) => line.replace(/(?:^|[^\S\t])#.*$|\t.*$/, '').trim() || []);
  const [first = ''] = lines;
  const [name = '', ...others] = first.split(/[,;]/).map((cell) => unquoted(cell.trim()));
  if (others.length > 0 && HEADER.test(name)) {
    throw new ConfigError(`--ids has several columns. Name one with --ids-from: ${[name, ...others].join(', ')}.`);
  }
  const ids = lines.map(unquoted);
  return HEADER.test(ids[0] ?? '') ? { ids: ids.slice(1), header: ids[0] ?? '' } : { ids };
}

/**
 * Returns a column of a CSV or TSV text, which has a header. Rows of blanks do not count; a blank cell is an empty id, so that
 * each row has a result.
 *
 * @param column - Name in the header, or number from 1.
 * @throws ConfigError when there is no such column, or the text is not CSV.
 */
export function readColumn(text: string, column: string): IdsOfFile {
  const [names = [], ...rows] = tableOf(text).filter((row) => row.some((cell) => cell.trim() !== ''));
  const header = names.map((name, index) => (index === 0 ? name.replace(/^#\s*/, '') : name).trim());
  const wanted = column.trim();
  const same = (name: string): boolean => name.toLowerCase() === wanted.toLowerCase();
  const exact = header.indexOf(wanted);
  const named = exact >= 0 ? exact : header.findIndex(same);
  const index = named < 0 && /^[1-9]\d{0,4}$/.test(wanted) ? Number(wanted) - 1 : named;
  if (index < 0 || index >= header.length) {
    throw new ConfigError(`--ids-from: unknown column ${JSON.stringify(column)}. Columns are ${header.join(', ')}.`);
  }
  return { ids: rows.map((row) => (row[index] ?? '').trim()) };
}

function tableOf(text: string): readonly (readonly string[])[] {
  const [head = ''] = linesOf(text).filter((line) => line.trim() !== '');
  if (head.includes('\t')) {
    return linesOf(text).map((line) => line.split('\t').map((cell) => unquoted(cell.trim())));
  }
  try {
    const delimiter = head.includes(';') && !head.includes(',') ? ';' : ',';
    return parse(text, { bom: true, delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true });
  } catch (error) {
    throw error instanceof CsvError ? new ConfigError(`--ids is not valid CSV: ${error.message}.`) : error;
  }
}

function linesOf(text: string): readonly string[] {
  return text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
}

/** A text without the quotes around it; doubled ones inside are single. */
function unquoted(text: string): string {
  const [, quote, inside] = /^(["'])(.*)\1$/s.exec(text) ?? [];
  return quote === undefined || inside === undefined ? text : inside.replaceAll(quote + quote, quote).trim();
}
