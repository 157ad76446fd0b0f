import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, describe, expect, it, vi } from 'vitest';

import { run } from '../../src/cli/run.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

/** The exit code of a command line, and what it complained about. */
async function complaint(...args: readonly string[]): Promise<readonly [code: number, err: string]> {
  let err = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text);
    return true;
  });
  return [await run(args), err];
}

describe('sandbox --replay', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('needs a folder of recorded exchanges, and says in one line what is wrong with it', async () => {
    await using folder = await TemporaryFolder.create();
    const ask = (path: string) => complaint('sandbox', '--port', '0', '--replay', path);
    const [code, err] = await ask(join(folder.path, 'none'));
    expect([code, err.split('\n').length]).toEqual([2, 2]);
    expect(err).toMatch(/^entrez-graph: --replay: ENOENT: .*none/);
    expect((await ask(folder.path))[1]).toMatch(/--replay: .* holds no recorded exchanges\.\n$/);
    await writeFile(join(folder.path, 'a.json'), '{}');
    await writeFile(join(folder.path, 'a.body'), '');
    const [, wrong] = await ask(folder.path);
    expect(wrong).toMatch(/--replay: .*a\.json is no recorded exchange: .*utility/);
    expect(wrong.split('\n')).toHaveLength(2);
  });

  it('does not go with faults, which are made for the sample', async () => {
    expect(await complaint('sandbox', '--replay', 'x', '--faults', 'x')).toEqual([
      2,
      expect.stringMatching(/'--replay <folder>' cannot be used with option '--faults <rules>'/),
    ]);
  });
});
