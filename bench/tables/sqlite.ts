import type { Generation } from '../../src/tables/storage/generation.js';

/** What a user would do by hand: a row for each link, and an index for each direction. */
export interface SqliteTable {
  lists(source: number): readonly number[];
  close(): void;
}

/** Not known to all lines of Node that this runs on. */
const SQLITE = 'node:sqlite' as string;

interface Statement {
  run(...values: readonly number[]): unknown;
  all(...values: readonly number[]): readonly { readonly target: number }[];
}

interface Database {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}

/** Fills a database with the links of a generation; undefined on lines of Node without SQLite. */
export async function fillSqlite(path: string, generation: Generation): Promise<SqliteTable | undefined> {
  const sqlite = (await import(SQLITE).catch(() => undefined)) as
    { readonly DatabaseSync: new (path: string) => Database } | undefined;
  if (!sqlite) {
    return undefined;
  }
  const database = new sqlite.DatabaseSync(path);
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF');
  database.exec(
    'CREATE TABLE links (source INTEGER, target INTEGER, PRIMARY KEY (source, target)) WITHOUT ROWID; BEGIN',
  );
  const insert = database.prepare('INSERT INTO links VALUES (?, ?)');
  for (const [source, targets] of generation.all('gene_pubmed')) {
    for (const target of targets) {
      insert.run(source, target);
    }
  }
  database.exec('COMMIT; CREATE INDEX backward ON links (target, source)');
  const select = database.prepare('SELECT target FROM links WHERE source = ? ORDER BY target DESC');
  return {
    lists: (source) => select.all(source).map(({ target }) => target),
    close: () => {
      database.close();
    },
  };
}
