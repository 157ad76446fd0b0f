/**
 * Builds `dist/` from nothing: one JavaScript file for each module of `src/`, and the page /explore. Run as `npm run build`.
 * Types are not checked here, so that the command starts within seconds of `npm ci`; `npm run types` checks them.
 */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

import { buildExplore } from './build-explore.js';

const SOURCE = fileURLToPath(new URL('../src/', import.meta.url));
const OUTPUT = fileURLToPath(new URL('../dist/', import.meta.url));

async function buildModules(): Promise<void> {
  const files = await readdir(SOURCE, { recursive: true });
  await build({
    entryPoints: files
      .filter((file) => file.endsWith('.ts') && !file.startsWith('explore/'))
      .map((f) => join(SOURCE, f)),
    outbase: SOURCE,
    outdir: OUTPUT,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    logLevel: 'warning',
  });
}

process.stdout.write('Building entrez-graph and its page /explore in dist/.\n');
// Files of modules that are gone would be packed.
await rm(OUTPUT, { recursive: true, force: true });
await Promise.all([buildModules(), buildExplore()]);
