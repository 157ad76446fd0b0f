import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

import { describe, expect, inject, it } from 'vitest';

import { ask, untilAnswered } from './asking.js';
import { freePorts, Program, runToEnd } from './program.js';

const { checkout, home, files: packed } = inject('packed');

/** Files below a folder of the checkout. */
async function filesBelow(path: string): Promise<string[]> {
  const entries = await readdir(join(checkout, path), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(checkout, join(entry.parentPath, entry.name)));
}

describe('the npm package', () => {
  it('holds what runs and what explains it: no sources, tests, source maps or modules of deleted sources', async () => {
    const programs = (await filesBelow('src'))
      .filter((path) => path.endsWith('.ts') && !/^src\/(?:explore|cli)\//.test(path))
      .map((path) => path.replace(/^src/, 'dist').replace(/ts$/, 'js'));
    const examples = (await filesBelow('examples')).filter(
      (path) => path.endsWith('.graphql') && !/^examples\/(?:federation|react)\//.test(path),
    );
    const others = ['CHANGELOG.md', 'LICENSE', 'README.md', 'SECURITY.md', 'llms.txt', 'package.json'];
    const data = (await Promise.all(['schema', 'sample', 'docs'].map(filesBelow))).flat();
    const isPage = (path: string): boolean => path.startsWith('dist/explore/');
    const isCommand = (path: string): boolean => path.startsWith('dist/command/');
    const isType = (path: string): boolean => path.endsWith('.d.ts');
    const types = packed.filter(isType).map((path) => path.replace(/d\.ts$/, 'js'));
    expect(types).toEqual(expect.arrayContaining(['dist/index.js', 'dist/sandbox.js', 'dist/eutils.js']));
    expect(types.filter((path) => !programs.includes(path))).toEqual([]);
    expect(packed.filter((path) => ![isPage, isCommand, isType].some((isOne) => isOne(path)))).toEqual(
      [...programs, ...examples, ...others, ...data].toSorted(),
    );
    expect(packed.filter(isPage)).toContain('dist/explore/index.html');
    expect(packed.filter(isCommand)).toEqual(
      expect.arrayContaining(['dist/command/cli.js', 'dist/command/LICENSES.txt']),
    );
  });

  it('holds the pictures that its README shows', async () => {
    const readme = await readFile(join(checkout, 'README.md'), 'utf8');
    const shown = [...readme.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, path]) => path);
    expect(shown.filter((path) => !packed.includes(path ?? ''))).toEqual([]);
  });

  it('runs by npx, where it was installed', async () => {
    const said = await runToEnd(['npx', '--no-install', 'entrez-graph', 'demo', '--once', '--port', '0'], home);
    expect(said).toContain('"symbol": "TP53"');
    expect(said).toContain('"source": "sandbox"');
  });

  it('serves, without the packages of any store, and ends with 0 at SIGTERM', async () => {
    const command = join(home, 'node_modules/.bin/entrez-graph');
    const ports = await freePorts('sandbox', 'gateway');
    await using sandbox = new Program([command, 'sandbox', '--port', ports.sandbox, '--rps', '0']);
    await untilAnswered(`http://127.0.0.1:${ports.sandbox}/sandbox/faults`);
    const base = `http://127.0.0.1:${ports.sandbox}/entrez/eutils/`;
    await using gateway = new Program([command, 'serve', '--port', ports.gateway, '--ncbi-base-url', base]);
    const url = `http://127.0.0.1:${ports.gateway}`;
    await untilAnswered(`${url}/health/ready`);
    expect(await ask(url, '{ gene(uid: 7157) { symbol } }')).toMatchObject({ data: { gene: { symbol: 'TP53' } } });
    gateway.stop();
    sandbox.stop();
    expect([await gateway.end(), await sandbox.end()]).toEqual([0, 0]);
  });
});
