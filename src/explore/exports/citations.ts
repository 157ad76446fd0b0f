import { authorsOf, type GraphRecord, textOf, yearOf } from '../model/record.js';

/** Articles in RIS, for Zotero, EndNote, Mendeley and others. */
export function asRis(records: readonly GraphRecord[]): string {
  return records.map(risEntry).join('\r\n');
}

/** Articles in BibTeX. Keys are `pubmed` or `pmc` and the uid: they stay the same from export to export. */
export function asBibtex(records: readonly GraphRecord[]): string {
  return records.map(bibtexEntry).join('\n');
}

function risEntry(record: GraphRecord): string {
  const [start, end] = (textOf(record, 'pages') ?? '').split('-');
  const lines: readonly (readonly [tag: string, value: string | undefined])[] = [
    ['TY', 'JOUR'],
    ...authorsOf(record).map((author) => ['AU', authorInOrder(author)] as const),
    ['TI', record.title ?? undefined],
    ['T2', textOf(record, 'fullJournalName') ?? textOf(record, 'journal')],
    ['J2', textOf(record, 'journal')],
    ['PY', yearOf(record)],
    ['VL', textOf(record, 'volume')],
    ['IS', textOf(record, 'issue')],
    ['SP', start],
    ['EP', end],
    ['SN', textOf(record, 'issn')],
    ['DO', textOf(record, 'doi')],
    ['AN', record.uid],
    ['DB', record.db === 'pubmed' ? 'PubMed' : 'PMC'],
    ['UR', record.url],
  ];
  const filled = lines.flatMap(([tag, value]) =>
    value === undefined || value === '' ? [] : [`${tag}  - ${value.replaceAll(/\s+/g, ' ')}`],
  );
  return [...filled, 'ER  - ', ''].join('\r\n');
}

function bibtexEntry(record: GraphRecord): string {
  const fields: readonly (readonly [name: string, value: string | undefined])[] = [
    ['author', authorsOf(record).map(authorInOrder).join(' and ')],
    ['title', record.title ?? undefined],
    ['journal', textOf(record, 'fullJournalName') ?? textOf(record, 'journal')],
    ['year', yearOf(record)],
    ['volume', textOf(record, 'volume')],
    ['number', textOf(record, 'issue')],
    ['pages', textOf(record, 'pages')?.replace('-', '--')],
    ['doi', textOf(record, 'doi')],
    ['pmid', record.db === 'pubmed' ? record.uid : undefined],
    ['url', record.url],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`  ${name} = {${escapeTex(value)}}`],
  );
  return `@article{${record.db}${record.uid},\n${lines.join(',\n')}\n}\n`;
}

/** NCBI's "Koo J" as "Koo, J"; the name of a group stays. */
function authorInOrder(author: string): string {
  const [, family, initials] = /^(.+) ([A-Z]{1,4}(?: (?:Jr|Sr|\d\w+))?)$/.exec(author) ?? [];
  return family === undefined || initials === undefined ? author : `${family}, ${initials}`;
}

function escapeTex(text: string): string {
  return text.replaceAll(/[\\{}]/g, '').replaceAll(/[&%$#_]/g, (character) => `\\${character}`);
}
