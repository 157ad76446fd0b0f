import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { startSandbox, type Sandbox } from '../../src/sandbox/server.js';
import { ROOT } from './checkout.js';
import { Program, runToEnd } from './program.js';

const { home, tarball } = inject('packed');
const PAGE = await readFile(join(ROOT, 'docs/embedding.md'), 'utf8');

/** Every example of the page is a program of its own; what it prints when it works. */
const SHOWS: Readonly<Record<string, readonly RegExp[]>> = {
  'query-without-a-server': [/symbol: 'TP53'/, /^7157 \d+$/m, /^672 \d+$/m],
  'beside-your-own-schema-in-graphql-yoga-or-envelop': [/"symbol":"TP53"/, /"entrez":\{"calls"/],
  'in-a-server-of-fetch-api-requests': [/(?:"symbol":"TP53"[^]*){2}/],
  'in-a-function-that-gets-events': [/statusCode: 200, encoding: 'gzip'/, /"symbol":"TP53"/],
  'in-a-server-of-nodehttp': [/"symbol":"TP53"/],
  'tests-without-ncbi': [/symbol: 'TP53'/, /^.*2 requests$/m],
  'requests-and-decoders-alone': [/id=7157/, /120407068/],
};

const examples = PAGE.split(/^## /m)
  .slice(1)
  .map((section) => {
    const title = section.slice(0, section.indexOf('\n'));
    const name = title.toLowerCase().replace(/[^a-z ]/g, '').trim().replaceAll(' ', '-'); // prettier-ignore
    const [, code = ''] = /```ts\n([^]*?)```/.exec(section) ?? [];
    return { name, code };
  });

const COMPILER = {
  strict: true,
  // The types of lru-cache, which GraphQL Yoga brings, do not hold with it.
  strictBuiltinIteratorReturn: false,
  target: 'es2022',
  lib: ['es2022', 'dom', 'esnext.disposable'],
  types: ['node'],
  verbatimModuleSyntax: true,
  outDir: 'out',
};

/** Where CI puts the programs of other runtimes, which are too large for everybody to install. */
const OTHER_RUNTIMES = join(ROOT, 'node_modules/.cache/runtimes/node_modules');
const RUNTIMES: Readonly<Record<string, readonly [string, ...string[]]>> = existsSync(OTHER_RUNTIMES)
  ? { Bun: ['@oven/bun-linux-x64/bin/bun'], Deno: ['@deno/linux-x64-glibc/deno', 'run', '-A'] }
  : {};

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ rps: 0 });
  // What a program of this kind has beside the package need not come from the registry again.
  await mkdir(join(home, 'node_modules/@types'), { recursive: true });
  for (const host of ['hono', 'fastify', '@types/node']) {
    await symlink(join(ROOT, 'node_modules', host), join(home, 'node_modules', host));
  }
  for (const { name, code } of examples) {
    const local = code.replace("email: 'you@example.org'", "email: 'you@example.org', baseUrl: process.env.NCBI ?? ''");
    await writeFile(join(home, `${name}.ts`), local);
  }
  for (const [module, moduleResolution] of [
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ]) {
    const compilerOptions = { ...COMPILER, module, moduleResolution };
    await writeFile(join(home, `tsconfig.${moduleResolution}.json`), JSON.stringify({ compilerOptions, include: ['*.ts'] })); // prettier-ignore
  }
});
afterAll(() => sandbox.close());

describe('the package in other programs, as docs/embedding.md shows it', () => {
  it('shows what each example prints', () => {
    expect(examples.map(({ name }) => name)).toEqual(Object.keys(SHOWS));
  });

  it.each([
    ['nodenext', []],
    // The same types, found in another way.
    ['bundler', ['--skipLibCheck']],
  ])('has types that hold under the module resolution %s, strictly', async (resolution, more) => {
    const compiler = join(ROOT, 'node_modules/typescript-7/bin/tsc');
    const command = [process.execPath, compiler, '-p', `tsconfig.${resolution}.json`, '--noEmit', ...more];
    expect(await runToEnd(command, home)).toBe('');
  });

  it('compiles under TypeScript 6, which would take half a minute for the types of all packages: these are left out', async () => {
    const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
    expect(await runToEnd([process.execPath, compiler, '-p', 'tsconfig.nodenext.json', '--skipLibCheck'], home)).toBe(
      '',
    );
  });

  it.each(Object.entries(SHOWS))('runs %s', async (name, shows) => {
    await using program = new Program([process.execPath, join(home, 'out', `${name}.js`)], {
      cwd: home,
      environment: { NCBI: sandbox.url },
    });
    expect(await program.end(), program.said).toBe(0);
    for (const text of shows) {
      expect(program.said).toMatch(text);
    }
  });

  it.each(Object.entries(RUNTIMES))('answers in a server of %s, also in parts', async (name, [program, ...args]) => {
    await copyFile(new URL('in-runtime.js', import.meta.url), join(home, 'in-runtime.js'));
    await using running = new Program([join(OTHER_RUNTIMES, program), ...args, join(home, 'in-runtime.js')], {
      cwd: home,
      environment: { NCBI: sandbox.url },
    });
    expect(await running.end(), running.said).toBe(0);
    expect(running.said).toContain(`${name}: TP53, deferred TP53`);
  });

  it('is packed as bundlers and type checkers expect', async () => {
    const { messages } = await publint({ pkgDir: join(home, 'node_modules/entrez-graph'), pack: false, strict: true });
    expect(messages).toEqual([]);
    const analysis = await checkPackage(createPackageFromTarballData(new Uint8Array(await readFile(tarball))));
    const problems = 'problems' in analysis ? analysis.problems : [{ kind: 'NoTypes' }];
    // It is a package of ES modules only, and resolvers of before 2020 know no "exports".
    const ofOldResolvers = problems.filter((each) => 'resolutionKind' in each && each.resolutionKind === 'node10');
    const others = problems.filter((each) => each.kind !== 'CJSResolvesToESM' && !ofOldResolvers.includes(each));
    expect(others).toEqual([]);
  });

  it('exports its entry points and its schema, and nothing else', () => {
    const installed = createRequire(join(home, 'package.json'));
    expect(() => installed.resolve('entrez-graph/dist/cli.js')).toThrow(/is not defined by "exports"/);
    for (const file of ['package.json', 'schema/schema.graphql', 'schema/subgraph.graphql', 'schema/catalog.json']) {
      expect(installed.resolve(`entrez-graph/${file}`)).toBe(join(home, 'node_modules/entrez-graph', file));
    }
  });
});
