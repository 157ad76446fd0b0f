import { statSync } from 'node:fs';

import { Command } from 'commander';

import { TABLES } from '../../config/presets.js';
import type { TableDescription } from '../../tables/description.js';
import { descriptionOf, DESCRIPTIONS } from '../../tables/descriptions/descriptions.js';
import { discard, download } from '../../tables/importing/download.js';
import { TableLock } from '../../tables/importing/import-lock.js';
import { type Imported, type ImportSource, importTable } from '../../tables/importing/import-table.js';
import { usesOf } from '../../tables/importing/table-lookups.js';
import { readCurrent, readManifest } from '../../tables/storage/manifest.js';
import { isIntact } from '../../tables/storage/open-current.js';
import { ShrunkTableError, TableError } from '../../tables/table-error.js';
import { addSettings, configOf } from '../settings.js';
import { Interruption } from '../signals.js';
import { asOfOf, dateOfStandardInput } from './as-of.js';
import { ImportProgressLine } from './import-progress.js';
import { existingTablesDirOf, tablesDirOf } from './tables-dir.js';

interface Options {
  readonly acceptShrink?: true;
  readonly asOf?: Date;
}

const ACCEPT_SHRINK = [
  '--accept-shrink',
  'Accept a table of less than half the rows or bytes of the one before',
] as const;

export function importCommand(): Command {
  const command = new Command('import')
    .argument('<name>', 'Table')
    .argument('<source>', 'Path, "-" for standard input, or http(s) address; gzip or plain')
    .description('Import a table. The generation before is served until the new one is complete.')
    .option(...ACCEPT_SHRINK)
    .option('--as-of <date>', 'Day or time when the data were made, if neither the server nor the file tells', (text) =>
      asOfOf(text),
    );
  return addSettings(command, TABLES).action(async (name: string, source: string, options: Options) => {
    const tablesDir = tablesDirOf(configOf(command, TABLES));
    await interruptible((signal) => importFrom(descriptionOf(name), source, { tablesDir, signal, ...options }));
  });
}

export function updateCommand(): Command {
  const command = new Command('update')
    .argument('[names...]', 'Tables; all that are imported if none is named')
    .description('Import tables anew from where they came, if they have changed there.')
    .option(...ACCEPT_SHRINK);
  return addSettings(command, TABLES).action(async (names: string[], options: Options) => {
    const config = configOf(command, TABLES);
    const tablesDir = names.length > 0 ? tablesDirOf(config) : existingTablesDirOf(config);
    const tables =
      names.length > 0 ? names.map(descriptionOf) : DESCRIPTIONS.filter(({ name }) => readCurrent(tablesDir, name));
    if (tables.length === 0) {
      throw new TableError('No table is imported. Name those to import: entrez-graph tables update NAME ...');
    }
    await interruptible((signal) => updateAll(tables, { tablesDir, signal, ...options }));
  });
}

/** Updates each table, whatever becomes of the others. @throws TableError that names those that were not updated. */
async function updateAll(tables: readonly TableDescription[], run: Run): Promise<void> {
  const failed: string[] = [];
  for (const table of tables) {
    try {
      await importFrom(table, sourceOf(run.tablesDir, table), run);
    } catch (error) {
      if (!(error instanceof TableError) || run.signal.aborted) {
        throw error;
      }
      failed.push(`${table.name}: ${error.message}`);
    }
  }
  if (failed.length > 0) {
    throw new TableError(failed.join('\n'));
  }
}

/** Where a table came from, if that can be read again; else where NCBI publishes it. */
function sourceOf(tablesDir: string, { name, url }: TableDescription): string {
  const current = readCurrent(tablesDir, name);
  const from = current && readManifest(tablesDir, name, current.generation)?.source.from;
  return from === undefined || from === '-' ? url : from;
}

async function interruptible(run: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const interruption = new Interruption();
  try {
    await run(interruption.signal);
  } finally {
    interruption.ignore();
  }
}

interface Run extends Options {
  readonly tablesDir: string;
  readonly signal: AbortSignal;
}

async function importFrom(table: TableDescription, from: string, run: Run): Promise<void> {
  const progress = new ImportProgressLine(table.name);
  const take = async (source: ImportSource, lock?: TableLock): Promise<void> => {
    progress.end(summaryOf(await importTable(table, source, { ...run, lock, onProgress: progress.rows })));
  };
  const named = { isDateNamed: run.asOf !== undefined };
  if (from === '-') {
    await take({ from, input: process.stdin, asOf: run.asOf ?? dateOfStandardInput(), ...named });
  } else if (/^https?:\/\//i.test(from)) {
    // Held from the download on: two at once would write one file.
    const lock = new TableLock(run.tablesDir, table.name);
    try {
      await importAddress(table, from, { ...run, lock, progress, take });
    } finally {
      lock.release();
    }
  } else {
    const file = statSync(from, { throwIfNoEntry: false });
    if (!file) {
      throw new TableError(`There is no file ${JSON.stringify(from)}. Use a path, "-", or an http(s) address.`);
    }
    await take({ from, input: from, size: file.size, asOf: run.asOf ?? file.mtime, ...named });
  }
}

interface Download extends Run {
  readonly lock: TableLock;
  readonly progress: ImportProgressLine;
  readonly take: (source: ImportSource, lock: TableLock) => Promise<void>;
}

async function importAddress(
  table: TableDescription,
  from: string,
  { tablesDir, signal, asOf, lock, progress, take }: Download,
): Promise<void> {
  const current = readCurrent(tablesDir, table.name);
  const manifest = current && readManifest(tablesDir, table.name, current.generation);
  // Of the same file, other links are made where a table is new that its rows are looked up in.
  const usesTheSame = JSON.stringify(manifest?.uses) === JSON.stringify(usesOf(tablesDir, table));
  const isKept = manifest && usesTheSame && isIntact(tablesDir, manifest);
  const before = isKept && asOf === undefined ? manifest.source : undefined;
  const onProgress = (bytes: number, size: number | undefined): void => {
    lock.renew();
    progress.download(bytes, size);
  };
  const needsDate = asOf === undefined;
  const file = await download(from, { tablesDir, before, md5: table.md5, needsDate, signal, onProgress });
  if (!file) {
    progress.end('unchanged since the last import');
    return;
  }
  const { path, size, lastModified, etag } = file;
  try {
    const date = asOf ?? new Date(lastModified ?? NaN);
    await take({ from, input: path, size, lastModified, etag, asOf: date, isDateNamed: !needsDate }, lock);
    discard(file);
  } catch (error) {
    // What is damaged is to be downloaded again; what may be accepted, or was interrupted, is not.
    if (error instanceof TableError && !(error instanceof ShrunkTableError)) {
      discard(file);
    }
    throw error;
  }
}

function summaryOf({ manifest, isNew }: Imported): string {
  const { rows, lists, skipped, generation } = manifest;
  if (!isNew) {
    return `unchanged: the same data as generation ${generation}`;
  }
  const links = Object.entries(lists).map(([name, { edges }]) => `${edges} ${name}`);
  const reasons = Object.entries(skipped).map(
    ([reason, { rows: count, firstLine }]) => `${count} skipped (${reason}; first in line ${firstLine})`,
  );
  return [`${rows} rows`, ...links, ...reasons, `generation ${generation}`].join(', ');
}
