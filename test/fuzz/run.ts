import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** How many cases a fuzz test tries in all: few beside the other tests, `npm run test:fuzz` for the long run. */
export const CASES = Number(process.env.FUZZ_CASES ?? 2000);

/** Time a fuzz test may take, in milliseconds; the long run takes minutes. */
export const TIMEOUT = 60_000 + 20 * CASES;

/** Growth of the heap that is no leak: code that became hot, garbage of a moment. */
export const FLAT_BYTES = 8 * 1024 * 1024;

/** Memory in use, in bytes, once all that nobody holds is gone. */
export function heapUsed(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}
