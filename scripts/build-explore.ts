/**
 * Builds the page at /explore from `src/explore/`, compressed as it is served. Run it as `npx tsx scripts/build-explore.ts`;
 * it writes to `dist/explore/`.
 */
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

import { build } from 'esbuild';

const SOURCE = fileURLToPath(new URL('../src/explore/', import.meta.url));
const DEFAULT_FOLDER = fileURLToPath(new URL('../dist/explore/', import.meta.url));

/**
 * Builds the page into a folder: script and style as they are, and compressed with Brotli and gzip. `documents.json` holds
 * the operations of the page, for the server only.
 */
export async function buildExplore(folder = DEFAULT_FOLDER): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [
      { in: join(SOURCE, 'main.tsx'), out: 'explore' },
      { in: join(SOURCE, 'explore.css'), out: 'explore' },
    ],
    bundle: true,
    format: 'esm',
    target: 'es2023',
    minify: true,
    write: false,
    outdir: folder,
    tsconfig: join(SOURCE, 'tsconfig.json'),
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  });
  await mkdir(folder, { recursive: true });
  await copyFile(join(SOURCE, 'index.html'), join(folder, 'index.html'));
  await copyFile(join(SOURCE, 'generated/persisted-documents.json'), join(folder, 'documents.json'));
  for (const { path, contents } of outputFiles) {
    await writeCompressed(path, contents);
  }
}

async function writeCompressed(path: string, contents: Uint8Array): Promise<void> {
  await writeFile(path, contents);
  await writeFile(`${path}.br`, await promisify(brotliCompress)(contents));
  await writeFile(`${path}.gz`, await promisify(gzip)(contents, { level: 9 }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildExplore();
}
