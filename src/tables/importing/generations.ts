import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { TableError } from '../table-error.js';
import { TableLock } from './import-lock.js';
import { type Current, CURRENT, type Manifest, MANIFEST, readCurrent } from '../storage/manifest.js';

/** Begins the names of folders of imports under way. */
const UNFINISHED = 'importing-';

/** A new folder for the generation that an import writes. */
export function createFolder(tablesDir: string, name: string): string {
  const folder = join(tablesDir, name, `${UNFINISHED}${randomBytes(6).toString('hex')}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * Makes a written generation the one that is served. Until the last step, a rename, the old one is; a process that is
 * killed in between leaves that.
 */
export function swapIn(tablesDir: string, folder: string, manifest: Manifest): void {
  const { name, generation } = manifest;
  const tableDir = join(tablesDir, name);
  writeDurably(join(folder, MANIFEST), JSON.stringify(manifest, undefined, 2));
  renameSync(folder, join(tableDir, generation));
  const before = readCurrent(tablesDir, name)?.generation;
  writeCurrent(tablesDir, name, { generation });
  removeOthers(tableDir, new Set([generation, before]));
}

/** Replaces what is served of a table, at once. */
export function writeCurrent(tablesDir: string, name: string, current: Current): void {
  const path = join(tablesDir, name, CURRENT);
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  writeDurably(draft, JSON.stringify(current, undefined, 2));
  renameSync(draft, path);
  syncFolder(join(tablesDir, name));
}

/** Removes what imports left that were killed. To be called by the only import of this table. */
export function removeUnfinished(tablesDir: string, name: string): void {
  const tableDir = join(tablesDir, name);
  for (const entry of readdirSync(tableDir)) {
    if (entry.startsWith(UNFINISHED) || entry.startsWith(`${CURRENT}.`)) {
      rmSync(join(tableDir, entry), { recursive: true, force: true });
    }
  }
}

/** Older generations go; the one before stays for processes that are about to open it. */
function removeOthers(tableDir: string, kept: ReadonlySet<string | undefined>): void {
  for (const entry of readdirSync(tableDir, { withFileTypes: true })) {
    if (entry.isDirectory() && /^\d{8}T/.test(entry.name) && !kept.has(entry.name)) {
      rmSync(join(tableDir, entry.name), { recursive: true, force: true });
    }
  }
}

/** The name of a generation that is made now; names sort by time. */
export function generationName(now: Date): string {
  return `${now.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z-${randomBytes(3).toString('hex')}`;
}

function writeDurably(path: string, text: string): void {
  const file = openSync(path, 'w');
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/**
 * Deletes a table.
 *
 * @throws TableError when it is not there, or another process changes it.
 */
export function dropTable(tablesDir: string, name: string): void {
  if (!existsSync(join(tablesDir, name))) {
    throw new TableError(`The table ${name} is not imported.`);
  }
  const lock = new TableLock(tablesDir, name);
  try {
    rmSync(join(tablesDir, name, CURRENT), { force: true });
    rmSync(join(tablesDir, name), { recursive: true, force: true });
  } finally {
    lock.release();
  }
}
