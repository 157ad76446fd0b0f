import { createRequire } from 'node:module';

import { defineConfig } from 'vitest/config';

/** Tests of real time on real sockets, which other tests on the same machine would disturb. */
const REAL_TIME = ['test/e2e/rate-limit.test.ts'];
/** Other clients of E-utilities, programs that take their time; `npm run test:clients` runs them. */
const CLIENTS = ['test/clients/**/*.test.ts'];
/** Minutes of everything that goes wrong with NCBI; `npm run test:faults` runs them. */
const FAULTS = ['test/faults/**/*.test.ts', 'test/e2e/crash-and-stop.test.ts', 'test/e2e/faults/every-fault.test.ts'];
/** Pages in a real browser; `npm run test:browser` runs them. */
const BROWSER = ['test/browser/**/*.test.ts'];
/** Several processes over a real Redis; `npm run test:shared` runs them. */
const SHARED = ['test/shared/**/*.test.ts'];
/** What is packed and deployed, as processes of its own; `npm run test:packaging` runs them. */
const PACKAGING = ['test/packaging/**/*.e2e.test.ts'];
/** Other servers of a federated graph; `npm run test:federation` runs them. */
const FEDERATION = ['test/federation/{composition,gateways}.test.ts'];

export default defineConfig({
  resolve: {
    // Vite would take the ESM build while Node gives the libraries the CommonJS one: two copies that refuse each other.
    alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }],
  },
  test: {
    testTimeout: 20_000,
    // Most tests wait for sockets and timers; the default leaves one core of two idle.
    maxWorkers: '100%',
    // No module of this project keeps state, so files may share them: loading them anew for each took half the time.
    isolate: false,
    coverage: { include: ['src/**'], exclude: ['src/cli/**', 'src/cli.ts'] },
    projects: [
      {
        extends: true,
        test: {
          name: 'all',
          include: ['test/**/*.test.ts'],
          exclude: [...REAL_TIME, ...CLIENTS, ...FAULTS, ...FEDERATION, ...BROWSER, ...SHARED, ...PACKAGING],
          sequence: { groupOrder: 0 },
        },
      },
      { extends: true, test: { name: 'real time', include: REAL_TIME, sequence: { groupOrder: 1 } } },
      { extends: true, test: { name: 'browser', include: BROWSER, testTimeout: 60_000, sequence: { groupOrder: 2 } } },
      { extends: true, test: { name: 'clients', include: CLIENTS, testTimeout: 60_000, sequence: { groupOrder: 2 } } },
      {
        extends: true,
        test: { name: 'federation', include: FEDERATION, testTimeout: 120_000, sequence: { groupOrder: 2 } },
      },
      { extends: true, test: { name: 'shared', include: SHARED, testTimeout: 180_000, sequence: { groupOrder: 3 } } },
      {
        extends: true,
        test: {
          name: 'packaging',
          include: PACKAGING,
          globalSetup: 'test/packaging/pack.ts',
          testTimeout: 120_000,
          sequence: { groupOrder: 3 },
        },
      },
      { extends: true, test: { name: 'faults', include: FAULTS, sequence: { groupOrder: 3 } } },
    ],
  },
});
