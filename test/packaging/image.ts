import { readFileSync } from 'node:fs';
import { cp, mkdir, readdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';

import { linkPackages, ROOT } from './checkout.js';
import { type Instruction, readStages, type Stage } from './dockerfile.js';
import { runToEnd } from './program.js';

/**
 * Builds the image without an engine: every stage is a folder, and its instructions are performed there one by one, in
 * the words of the Dockerfile. What stands in for the base image is this machine, with its Node and npm.
 *
 * @param folder - An empty one.
 * @returns The folder that stands for the root of the last stage.
 */
export async function buildImage(folder: string): Promise<string> {
  const context = join(folder, 'context');
  await copyContext(context);
  const roots = new Map([['context', context]]);
  let root = folder;
  for (const stage of readStages()) {
    root = join(folder, stage.name ?? 'image');
    await mkdir(root);
    const below = roots.get(stage.from);
    if (below !== undefined) {
      await cp(below, root, { recursive: true });
    }
    await perform(stage, root, roots);
    roots.set(stage.name ?? 'image', root);
  }
  return root;
}

/** What `.dockerignore` lets through: all is shut out but for what it names. */
export function contextPatterns(): readonly string[] {
  const [first, ...others] = readFileSync(join(ROOT, '.dockerignore'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (first !== '*' || others.some((line) => !line.startsWith('!'))) {
    throw new Error('.dockerignore is expected to be a list of what is let through.');
  }
  return others.map((line) => line.slice(1));
}

async function copyContext(to: string): Promise<void> {
  for (const pattern of contextPatterns()) {
    const folder = dirname(pattern);
    const paths = basename(pattern).startsWith('*.')
      ? (await readdir(join(ROOT, folder))).filter((name) => extname(name) === extname(pattern))
      : [basename(pattern)];
    for (const name of paths) {
      await cp(join(ROOT, folder, name), join(to, folder, name), { recursive: true });
    }
  }
}

async function perform(stage: Stage, root: string, roots: ReadonlyMap<string, string>): Promise<void> {
  // Our stages begin with the working directory, or take it over from the stage below.
  const directory = join(root, '/app');
  for (const instruction of stage.instructions) {
    switch (instruction.name) {
      case 'WORKDIR':
        await mkdir(join(root, instruction.text), { recursive: true });
        break;
      case 'COPY':
        await copy(instruction, directory, roots);
        break;
      case 'RUN':
        await (instruction.text === 'npm ci'
          ? linkPackages(directory)
          : runToEnd(['/bin/sh', '-c', instruction.text], directory));
        break;
      default:
      // Said of containers, not done while the image is built.
    }
  }
}

/** As the engine does it: a folder is copied as its contents, several sources go into a folder. */
async function copy(
  { flags, words }: Instruction,
  directory: string,
  roots: ReadonlyMap<string, string>,
): Promise<void> {
  const from = roots.get(flags.from ?? 'context');
  if (from === undefined) {
    throw new Error(`There is no stage ${String(flags.from)} to copy from.`);
  }
  const target = words.at(-1) ?? '';
  for (const source of words.slice(0, -1)) {
    const to = join(directory, target, target.endsWith('/') ? basename(source) : '');
    // Links of node_modules/.bin lead to files beside them.
    await cp(join(from, source), to, { recursive: true, verbatimSymlinks: true });
  }
}
