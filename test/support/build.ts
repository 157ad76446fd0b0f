/** Shared by all projects of a run, each of which loads this module anew. */
const state = globalThis as typeof globalThis & { entrezGraphBuild?: Promise<unknown> };

/** Builds `dist/` once for all projects of a run, so that tests start the command that users start. */
export async function setup(): Promise<void> {
  state.entrezGraphBuild ??= import('../../scripts/build.js');
  await state.entrezGraphBuild;
}
