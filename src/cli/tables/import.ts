import { statSync } from 'node:fs';

import { Command } from 'commander';

import { TABLES } from '../../config/presets.js';
import type { TableDescription } from '../../tables/description.js';
import { descriptionOf, DESCRIPTIONS } from '../../tables/descriptions/descriptions.js';
import { discard, download } from '../../tables/importing/download.js';
import { type Imported, type ImportSource, importTable } from '../../tables/importing/import-table.js';
import { readCurrent, readManifest } from '../../tables/storage/manifest.js';
import { addSettings, configOf } from '../settings.js';
import { Interruption } from '../signals.js';
import { ImportProgressLine } from './import-progress.js';
import { tablesDirOf } from './tables-dir.js';

interface Options {
  readonly acceptShrink?: true;
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
    .option(...ACCEPT_SHRINK);
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
    const tablesDir = tablesDirOf(configOf(command, TABLES));
    const tables =
      names.length > 0 ? names.map(descriptionOf) : DESCRIPTIONS.filter(({ name }) => readCurrent(tablesDir, name));
    await interruptible(async (signal) => {
      for (const table of tables) {
        await importFrom(table, sourceOf(tablesDir, table), { tablesDir, signal, ...options });
      }
    });
  });
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

async function importFrom(
  table: TableDescription,
  from: string,
  { tablesDir, signal, acceptShrink }: Run,
): Promise<void> {
  const progress = new ImportProgressLine(table.name);
  const run = async (source: ImportSource): Promise<void> => {
    const imported = await importTable(table, source, { tablesDir, signal, acceptShrink, onProgress: progress.rows });
    progress.end(summaryOf(imported));
  };
  if (from === '-') {
    await run({ from, input: process.stdin, asOf: new Date() });
  } else if (/^https?:\/\//i.test(from)) {
    const current = readCurrent(tablesDir, table.name);
    const manifest = current && readManifest(tablesDir, table.name, current.generation);
    // Of the same file, other links are made where a table is new that its rows are looked up in.
    const before = table.uses === undefined ? manifest?.source : undefined;
    const file = await download(from, { tablesDir, before, md5: table.md5, signal, onProgress: progress.download });
    if (!file) {
      progress.end('unchanged since the last import');
      return;
    }
    const { path, size, lastModified, etag } = file;
    await run({ from, input: path, size, lastModified, etag, asOf: new Date(lastModified ?? Date.now()) });
    discard(file);
  } else {
    const { size, mtime } = statSync(from);
    await run({ from, input: from, size, asOf: mtime });
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
