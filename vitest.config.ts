import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';

import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The kinds of tests that `npm test` runs; a file's name says its kind. */
const UNIT = ['test/**/*.test.ts'];
const LARGE = ['test/**/*.large.test.ts'];
const E2E = ['test/**/*.e2e.test.ts', 'test/**/*.fuzz.test.ts'];
/** Real time on real sockets, which other tests on the same machine would disturb. */
const REAL_TIME = ['test/e2e/{rate-limit,stalled-event-loop}.e2e.test.ts'];

/** End-to-end tests that need another program or minutes: each has a command of its own. */
const SPECIAL = {
  browser: ['test/browser/**/*.e2e.test.ts'],
  clients: ['test/clients/**/*.e2e.test.ts'],
  federation: ['test/federation/{composition,gateways,slices}.e2e.test.ts'],
  shared: ['test/shared/**/*.e2e.test.ts'],
  packaging: ['test/packaging/**/*.e2e.test.ts'],
  faults: [
    'test/faults/**/*.e2e.test.ts',
    'test/cli/doctor/**/*.e2e.test.ts',
    'test/cli/own-caches.e2e.test.ts',
    'test/e2e/crash-and-stop.e2e.test.ts',
    'test/e2e/faults/every-fault.e2e.test.ts',
    'test/server/attacks.e2e.test.ts',
    'test/server/large-answers.e2e.test.ts',
    'test/stores/failing-disk.e2e.test.ts',
  ],
};

/** Tests that open no socket and start no process. */
const NO_SOCKETS = { setupFiles: 'test/support/no-sockets.ts' };

/** Tests that start the command as a process of its own. */
const COMMAND = { globalSetup: 'test/support/build.ts' };

/** Tests that wait, for pauses to pass or stores to fail: two files a core take less time than one, a fifth to a third. */
const WAITING = { ...COMMAND, maxWorkers: 2 * availableParallelism() };

/** Short files that take longest: at the end of their projects, all but one core would wait for them. */
const LONGEST =
  /\/(?:packaging\/embedding|shared\/(?:budget|cache|cache-failures|failures-in-any-order)|mcp\/transports)\.e2e\.test\.ts$/;

/** Starts large files first, as Vitest does, but the longest before them; it knows no durations in a fresh checkout. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => LONGEST.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/** A project that runs with those of its `order`, after those of lower ones. */
function project(
  order: number,
  name: string,
  include: readonly string[],
  test: TestProjectInlineConfiguration['test'] = {},
): TestProjectInlineConfiguration {
  return { extends: true, test: { name, include: [...include], sequence: { groupOrder: order }, ...test } };
}

export default defineConfig({
  resolve: {
    // Vite would take the ESM build while Node gives the libraries the CommonJS one: two copies that refuse each other.
    alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }],
  },
  test: {
    // How long a test may take says nothing of the gateway: a busy machine takes ten times as long.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    // The default leaves one core of two idle.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    // No module of this project keeps state that changes, so files may share them: loading them anew for each took half
    // the time.
    isolate: false,
    // Each test leaves much behind that lives for a moment: the default of 16 MB is collected several times as often.
    execArgv: ['--max-semi-space-size=64'],
    experimental: { fsModuleCache: true },
    coverage: { include: ['src/**'], exclude: ['src/cli/**', 'src/cli.ts'] },
    projects: [
      project(0, 'unit', UNIT, { ...NO_SOCKETS, exclude: [...E2E, ...LARGE] }),
      project(0, 'large', LARGE, NO_SOCKETS),
      project(1, 'e2e', E2E, { ...WAITING, exclude: [...REAL_TIME, ...Object.values(SPECIAL).flat()] }),
      project(2, 'real time', REAL_TIME, COMMAND),
      project(3, 'browser', SPECIAL.browser, { globalSetup: 'test/support/shared-browser.ts' }),
      project(3, 'clients', SPECIAL.clients),
      project(3, 'federation', SPECIAL.federation, { testTimeout: 120_000 }),
      project(3, 'packaging', SPECIAL.packaging, {
        testTimeout: 120_000,
        globalSetup: [COMMAND.globalSetup, 'test/packaging/pack.ts'],
      }),
      project(3, 'faults', SPECIAL.faults, COMMAND),
      project(4, 'shared', SPECIAL.shared, { ...WAITING, testTimeout: 180_000 }),
    ],
  },
});
