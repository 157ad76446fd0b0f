/** Shared by all projects of a run, each of which loads this module anew. */
const state = globalThis as typeof globalThis & { entrezGraphBuild?: Promise<unknown> };

/**
 * Builds `dist/` once for all projects of a run, so that tests start the command that users start. CI, which has just
 * built it, sets `BUILT=1`.
 */
export async function setup(): Promise<void> {
  if (process.env.BUILT === '1') {
    return;
  }
  state.entrezGraphBuild ??= import('../../scripts/build.js');
  await state.entrezGraphBuild;
}
