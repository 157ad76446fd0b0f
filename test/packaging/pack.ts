import { cp, mkdir, utimes, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import type { TestProject } from 'vitest/node';

import { TemporaryFolder } from '../support/temporary-folder.js';
import { linkPackages, ROOT } from './checkout.js';
import { runToEnd } from './program.js';

declare module 'vitest' {
  interface ProvidedContext {
    readonly packed: Packed;
  }
}

/** What `npm pack` makes of a fresh checkout. */
interface Packed {
  readonly checkout: string;
  readonly tarball: string;
  /** Paths of the packed files. */
  readonly files: readonly string[];
  /** Where somebody has installed the package, whose programs are ES modules. */
  readonly home: string;
}

/** What a working copy holds beside what is checked in. */
const NOT_COPIED = new Set(['node_modules', 'dist', 'coverage', '.git']);

let folder: TemporaryFolder;

/** Packs and installs once for all tests of the project. */
export async function setup(project: TestProject): Promise<void> {
  folder = await TemporaryFolder.create();
  const checkout = join(folder.path, 'checkout');
  await cp(ROOT, checkout, { recursive: true, filter: (path) => !NOT_COPIED.has(basename(path)) });
  await linkPackages(checkout);
  // The module of a source that was deleted long ago.
  const deleted = join(checkout, 'dist/deleted.js');
  await mkdir(join(checkout, 'dist'));
  await writeFile(deleted, '');
  await utimes(deleted, 0, 0);
  // Builds all before it packs: the output of the build stands before the list.
  const said = await runToEnd(['npm', 'pack', '--json', '--pack-destination', folder.path], checkout);
  const [pack] = JSON.parse(/^\[[^]*^\]/m.exec(said)?.[0] ?? '[]') as { files: { path: string }[]; filename: string }[];
  const tarball = join(folder.path, pack?.filename ?? '');
  const home = join(folder.path, 'home');
  await mkdir(home);
  await writeFile(join(home, 'package.json'), '{ "private": true, "type": "module" }');
  await runToEnd(['npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', tarball], home);
  project.provide('packed', {
    checkout,
    tarball,
    home,
    files: (pack?.files ?? []).map(({ path }) => path).toSorted(),
  });
}

export async function teardown(): Promise<void> {
  await folder[Symbol.asyncDispose]();
}
