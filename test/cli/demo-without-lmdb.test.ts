import { expect, it } from 'vitest';

import { importSamples } from '../../src/cli/tables/import-samples.js';
import { ConfigError } from '../../src/config/config-error.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

it('demo --tables without lmdb is a mistake that names the flag and the package, and writes nothing', async () => {
  await using folder = await TemporaryFolder.create();
  const notInstalled = (setting: string): never => {
    throw new Error(`${setting} needs the package lmdb; install it with: npm install lmdb`);
  };
  await expect(importSamples(folder.path, notInstalled)).rejects.toThrow(
    new ConfigError('--tables needs the package lmdb; install it with: npm install lmdb'),
  );
  expect([...(await folder.files()).keys()]).toEqual([]);
});
