import { fileURLToPath } from 'node:url';

import { Command, Help } from 'commander';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

import { COMMANDS } from '../../src/cli/commands.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The files that are loaded with the entry of the command, whatever is asked for, and the packages that they import. */
async function loadedAtStart(): Promise<{ files: string[]; packages: string[] }> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/cli.ts'],
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    outdir: 'unused',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const [files, packages] = [new Set<string>(), new Set<string>()];
  const follow = (file: string): void => {
    files.add(file);
    for (const { path, kind, external } of metafile.inputs[file]?.imports ?? []) {
      if (kind === 'import-statement' && external) {
        packages.add(path);
      } else if (kind === 'import-statement' && !files.has(path)) {
        follow(path);
      }
    }
  };
  follow('src/cli.ts');
  return { files: [...files], packages: [...packages].filter((name) => !name.startsWith('node:')) };
}

describe('The command', () => {
  it('loads no package but Commander before it knows what to run: --help needs no more', async () => {
    const { files, packages } = await loadedAtStart();
    expect(packages).toEqual(['commander']);
    expect(files.filter((file) => !/^src\/(cli\.ts|cli\/|config\/config-error\.ts)/.test(file))).toEqual([]);
    expect(files.length).toBeLessThan(10);
  });

  it.each(Object.entries(COMMANDS))(
    'lists %s with the options and arguments that it has',
    async (name, { term, load }) => {
      const command = await load();
      expect(command).toBeInstanceOf(Command);
      expect([command.name(), new Help().subcommandTerm(command)]).toEqual([name, term]);
    },
  );
});
