import type { DrawnGraph } from '../model/drawn-graph.js';
import type { GraphRecord } from '../model/record.js';
import { columnsOf } from '../table/columns.js';
import { asBibtex, asRis } from './citations.js';
import { csv } from './delimited.js';
import { asGraphml } from './graphml.js';

/** A list to export: records, their scores, and the record whose links they are. */
export interface ExportedList {
  readonly db: string;
  readonly rows: readonly { readonly record: GraphRecord; readonly score: number | null }[];
  /** Undefined for a list that is not of one record's links. */
  readonly source: { readonly record: GraphRecord; readonly link: string } | undefined;
}

/** A format of lists. */
export interface ListFormat {
  readonly name: string;
  readonly extension: string;
  readonly type: string;
  /** Whether it holds uids only, which needs no summaries. */
  readonly isUidsOnly?: boolean;
  /** Databases it is for; undefined for all. */
  readonly databases?: readonly string[];
  write(list: ExportedList): string;
}

export const LIST_FORMATS: readonly ListFormat[] = [
  { name: 'CSV', extension: 'csv', type: 'text/csv', write: listAsCsv },
  {
    name: 'UIDs',
    extension: 'txt',
    type: 'text/plain',
    isUidsOnly: true,
    write: ({ rows }) => rows.map(({ record }) => `${record.uid}\n`).join(''),
  },
  {
    name: 'RIS',
    extension: 'ris',
    type: 'application/x-research-info-systems',
    databases: ['pubmed', 'pmc'],
    write: ({ rows }) => asRis(rows.map(({ record }) => record)),
  },
  {
    name: 'BibTeX',
    extension: 'bib',
    type: 'application/x-bibtex',
    databases: ['pubmed', 'pmc'],
    write: ({ rows }) => asBibtex(rows.map(({ record }) => record)),
  },
  {
    name: 'GraphML',
    extension: 'graphml',
    type: 'application/graphml+xml',
    write: (list) => asGraphml(graphOf(list)),
  },
];

/** Every row with the columns of its database, and always a score, which is empty where links have none. */
function listAsCsv({ db, rows }: ExportedList): string {
  const columns = columnsOf(db, false);
  const head = [...columns.map(({ key }) => key), 'score', 'url'];
  return csv([
    head,
    ...rows.map(({ record, score }) => [...columns.map((column) => column.text(record, score)), score, record.url]),
  ]);
}

function graphOf({ rows, source }: ExportedList): DrawnGraph {
  const records = [...(source ? [source.record] : []), ...rows.map(({ record }) => record)];
  return {
    records: new Map(records.map((record) => [record.id, record])),
    links: source
      ? rows.map(({ record, score }) => ({
          source: source.record.id,
          target: record.id,
          linkName: source.link,
          score,
        }))
      : [],
  };
}
