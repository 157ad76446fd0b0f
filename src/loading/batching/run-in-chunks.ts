/**
 * Steps that run before the event loop goes round. What operations request next cannot leave while they run, and a batch
 * of records that lead to ten others each keeps them busy for a tenth of a second.
 */
const CHUNK_SIZE = 5;

/**
 * Runs steps a few at a time.
 *
 * @param onChunk - Called before each few.
 * @param turn - Lets the event loop go round once.
 */
export async function runInChunks(
  steps: readonly (() => void)[],
  onChunk: () => void,
  turn: () => Promise<void>,
): Promise<void> {
  for (let start = 0; start < steps.length; start += CHUNK_SIZE) {
    if (start > 0) {
      await turn();
    }
    onChunk();
    for (const step of steps.slice(start, start + CHUNK_SIZE)) {
      step();
    }
  }
}
