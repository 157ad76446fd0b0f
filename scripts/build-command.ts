/**
 * Builds the command into `dist/command/`, with the packages that it needs: Node.js takes longer to find and read thousands
 * of small modules than to run them. Parts that a command may not need are files of their own, loaded with it.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build, type Metafile, type Plugin } from 'esbuild';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const SOURCE = join(ROOT, 'src');
const OUTPUT = join(ROOT, 'dist');
/** Packages that are optional, that somebody's instrumentation has to meet, or that hold a page of 9 MB. */
const EXTERNAL = ['@graphql-yoga/render-graphiql', '@opentelemetry/api', 'ioredis', 'lmdb'];

/** Modules find the files of the package as they do outside the bundle. */
const locations: Plugin = {
  name: 'locations',
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
      const location = `new URL(${JSON.stringify(`../${relative(SOURCE, path)}`)}, import.meta.url).href`;
      return { contents: (await readFile(path, 'utf8')).replaceAll('import.meta.url', location), loader: 'ts' };
    });
  },
};

/** Packages of both kinds get the same copy of graphql, since two refuse each other. */
const oneGraphql: Plugin = {
  name: 'one-graphql',
  setup(bundle) {
    const { resolve } = createRequire(import.meta.url);
    bundle.onResolve({ filter: /^graphql(\/|$)/ }, ({ path }) => ({ path: resolve(path).replace(/\.js$/, '.mjs') }));
  },
};

export async function buildCommand(): Promise<void> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [join(SOURCE, 'cli.ts')],
    outdir: join(OUTPUT, 'command'),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    external: EXTERNAL,
    plugins: [locations, oneGraphql],
    // Packages of the older kind find what belongs to Node.js by it.
    banner: {
      js: `import { createRequire as toRequire } from 'node:module'; const require = toRequire(import.meta.url);`,
    },
    // graphql-js looks for a second copy of itself at each check of a type, unless it is told that there is none.
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  await writeFile(join(OUTPUT, 'cli.js'), `#!/usr/bin/env node\nimport './command/cli.js';\n`);
  await writeFile(join(OUTPUT, 'command/LICENSES.txt'), await licensesOf(metafile));
}

/** The licenses of all packages in the bundle, which ask to go along with their code. */
async function licensesOf({ inputs }: Metafile): Promise<string> {
  const folders = Object.keys(inputs).flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path) ?? []);
  const texts = [...new Set(folders)].toSorted().map(async (folder) => {
    const { name, version, license } = JSON.parse(await readFile(join(ROOT, folder, 'package.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    const file = (await readdir(join(ROOT, folder))).find((each) => /^licen[cs]e/i.test(each));
    const text = file === undefined ? '' : await readFile(join(ROOT, folder, file), 'utf8');
    return `${String(name)} ${String(version)}: ${String(license)}\n\n${text.trim()}\n`;
  });
  return (await Promise.all(texts)).join(`\n${'-'.repeat(80)}\n\n`);
}
