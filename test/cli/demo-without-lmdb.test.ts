import { expect, it, vi } from 'vitest';

import { importSamples } from '../../src/cli/tables/import-samples.js';
import { ConfigError } from '../../src/config/config-error.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

vi.mock('../../src/stores/load-lmdb.js', () => ({
  loadLmdb: (setting: string) => {
    throw Object.assign(new Error(`${setting} needs the package lmdb; install it with: npm install lmdb`), {
      code: 'MODULE_NOT_FOUND',
    });
  },
}));

it('demo --tables without lmdb is a mistake that names the flag and the package, and writes nothing', async () => {
  await using folder = await TemporaryFolder.create();
  await expect(importSamples(folder.path)).rejects.toThrow(
    new ConfigError('--tables needs the package lmdb; install it with: npm install lmdb'),
  );
  expect([...(await folder.files()).keys()]).toEqual([]);
});
