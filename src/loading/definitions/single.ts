import type { Milliseconds } from '../../upstream/clock.js';
import type { EutilsCall } from '../../upstream/call.js';
import { approximateBytes } from '../values/approximate-bytes.js';
import type { LoaderDefinition } from '../loader-registry.js';

/**
 * A kind of question that cannot be batched: each key waits for its own permit, and equal ones share it.
 *
 * @param name - Names the kind; it has no variants.
 * @param about - The question that a key stands for.
 */
export function singleDefinition<V extends object>(
  name: string,
  life: Milliseconds,
  about: (key: string) => EutilsCall<V>,
): LoaderDefinition<void, V> {
  return {
    nameOf: () => name,
    batchSize: () => ({ start: 1, max: 1 }),
    run: () => async (keys, options) => {
      const [key = ''] = keys;
      return new Map([[key, await options.client.send(about(key), options)]]);
    },
    weigh: (value) => ({ size: approximateBytes(value), ttl: life }),
  };
}
