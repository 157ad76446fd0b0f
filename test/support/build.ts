import type { TestProject } from 'vitest/node';

const builds = Symbol.for('entrez-graph.build');

/** Builds `dist/` once for all projects of a run, so that tests start the command that users start. */
export async function setup({ vitest }: TestProject): Promise<void> {
  const run: { [builds]?: Promise<unknown> } = vitest;
  await (run[builds] ??= import('../../scripts/build.js'));
}
