import type { Question } from './questions.js';
import { databasesOf } from './questions.js';
import type { Tally } from './tally.js';

/** As servers around the E-utilities define them: one request to NCBI a call. */
export const RAW_TOOLS = JSON.stringify(
  [
    ['search', 'Search an Entrez database. Returns uids.', { db: 'string', term: 'string', retmax: 'integer' }],
    ['link', 'Links of one record.', { dbfrom: 'string', db: 'string', id: 'string', linkname: 'string' }],
    ['summary', 'Summaries of records.', { db: 'string', ids: 'array' }],
    ['fetch', 'Full record in a format.', { db: 'string', id: 'string', rettype: 'string' }],
  ].map(([name, description, args]) => ({
    name,
    description,
    inputSchema: {
      type: 'object',
      properties: Object.fromEntries(Object.entries(args ?? {}).map(([arg, type]) => [arg, { type }])),
    },
  })),
);

/** Ids that one call of summary takes. */
const SUMMARIES = 50;
/** Members of a summary that the tool shows. */
const SHOWN = ['uid', 'title', 'name', 'description', 'snp_id'];

/** A caller of tools around single E-utilities. It follows links record by record. */
export class ByRawTools {
  readonly #url: string;
  readonly #tally: Tally;

  constructor(url: string, tally: Tally) {
    this.#url = url;
    this.#tally = tally;
  }

  async answer(question: Question): Promise<ReadonlySet<string>> {
    const { start, path } = question;
    const databases = databasesOf(question);
    let reached = new Set(/^\d+$/.test(start) ? [start] : await this.#search('gene', `${start}[sym] AND human[orgn]`));
    for (const [index, linkname] of path.entries()) {
      const [dbfrom = '', db = ''] = databases.slice(index, index + 2);
      const next = new Set<string>();
      for (const id of reached) {
        for (const uid of await this.#link({ dbfrom, db, id, linkname })) {
          next.add(uid);
        }
      }
      reached = next;
    }
    const all = [...reached];
    for (let from = 0; from < all.length; from += SUMMARIES) {
      await this.#summary(databases.at(-1) ?? '', all.slice(from, from + SUMMARIES));
    }
    return reached;
  }

  async #search(db: string, term: string): Promise<readonly string[]> {
    const text = await this.#ask('esearch', { db, term, retmax: '20' });
    this.#tally.note('search', { db, term, retmax: 20 }, text);
    return (JSON.parse(text) as { readonly esearchresult: { readonly idlist: readonly string[] } }).esearchresult
      .idlist;
  }

  async #link(args: Readonly<Record<'dbfrom' | 'db' | 'id' | 'linkname', string>>): Promise<readonly string[]> {
    const text = await this.#ask('elink', args);
    this.#tally.note('link', args, text);
    const { linksets } = JSON.parse(text) as {
      readonly linksets: readonly { readonly linksetdbs?: readonly { readonly links: readonly string[] }[] }[];
    };
    return linksets.flatMap(({ linksetdbs = [] }) => linksetdbs.flatMap(({ links }) => links.map(String)));
  }

  async #summary(db: string, ids: readonly string[]): Promise<void> {
    const text = await this.#ask('esummary', { db, id: ids.join(',') });
    const { result } = JSON.parse(text) as {
      readonly result: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    };
    const shown = ids.map((id) =>
      Object.fromEntries(Object.entries(result[id] ?? {}).filter(([name]) => SHOWN.includes(name))),
    );
    this.#tally.note('summary', { db, ids }, JSON.stringify(shown));
  }

  async #ask(utility: string, params: Readonly<Record<string, string>>): Promise<string> {
    const query = new URLSearchParams({ ...params, retmode: 'json' });
    const response = await fetch(new URL(`${utility}.fcgi?${query.toString()}`, this.#url));
    return response.text();
  }
}
