import { packLinks } from '../src/loading/links.js';
import type { Bench } from './bench.js';

const LINKS = 1_000_000;
const LISTS = 10_000;

/** Memory of a million links as they are kept, against the same uids as arrays of strings. */
export const memory: Bench = {
  name: 'memory',
  measure() {
    const uids = Array.from({ length: LINKS / LISTS }, (_, index) => String(30_000_000 + index * 997));
    const packed = taken(() => packLinks('1', true, { uids }));
    // Joined and split anew, so that each list owns its strings as a decoded answer does.
    const text = uids.join(',');
    const strings = taken(() => text.split(',').map((uid) => ` ${uid}`.slice(1)));
    return Promise.resolve([
      {
        what: 'a million links in 10,000 lists, heap and external',
        measured: `${packed.toFixed(1)} MB`,
        comparedWith: `${strings.toFixed(1)} MB, arrays of strings`,
        ratio: packed / strings,
        goal: 'under 64 MB',
      },
    ]);
  },
};

/** Megabytes that `LISTS` results of `create` hold on to. */
function taken(create: () => object): number {
  const before = inUse();
  const kept = Array.from({ length: LISTS }, create);
  const after = inUse();
  if (kept.length !== LISTS) {
    throw new Error('Some lists were not kept.');
  }
  return (after - before) / 1024 / 1024;
}

function inUse(): number {
  if (!globalThis.gc) {
    throw new Error('Memory is measured with node --expose-gc.');
  }
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
