/**
 * Builds `dist/`: one JavaScript file for each module of `src/` that others import, the command, and the page /explore.
 * Run as `npm run build`.
 * Types are not checked here, so that the command starts within seconds of `npm ci`; `npm run types` checks them.
 */
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

import { buildCommand } from './build-command.js';
import { buildExplore } from './build-explore.js';

const SOURCE = fileURLToPath(new URL('../src/', import.meta.url));
const OUTPUT = fileURLToPath(new URL('../dist/', import.meta.url));

/** Folders and modules that are built as one. */
const BUNDLED = /^(?:explore|cli)[/.]/;

async function buildModules(): Promise<void> {
  const files = await readdir(SOURCE, { recursive: true });
  await build({
    entryPoints: files.filter((file) => file.endsWith('.ts') && !BUNDLED.test(file)).map((f) => join(SOURCE, f)),
    outbase: SOURCE,
    outdir: OUTPUT,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    logLevel: 'warning',
  });
}

/** Removes files of modules that are gone, which would be packed. The others stay in place for what runs from them. */
async function removeOlderThan(time: number): Promise<void> {
  const entries = await readdir(OUTPUT, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    // File systems may keep whole seconds only.
    if (entry.isFile() && (await stat(path)).mtimeMs < time - 1000) {
      await rm(path);
    }
  }
}

process.stdout.write('Building entrez-graph and its page /explore in dist/.\n');
const start = Date.now();
await Promise.all([buildModules(), buildCommand(), buildExplore()]);
await removeOlderThan(start);
