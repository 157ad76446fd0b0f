import type { Milliseconds } from '../../upstream/clock.js';
import type { Question } from '../../upstream/door.js';
import { approximateBytes } from '../approximate-bytes.js';
import type { Kind } from '../loader-family.js';

/**
 * A kind of question that cannot be batched: each key waits for its own permit, and equal ones share it.
 *
 * @param name - Names the kind; it has no variants.
 * @param about - The question that a key stands for.
 */
export function singleKind<V extends object>(
  name: string,
  life: Milliseconds,
  about: (key: string) => Question<V>,
): Kind<void, V> {
  return {
    nameOf: () => name,
    batchSize: () => ({ start: 1, max: 1 }),
    run: () => async (keys, options) => {
      const [key = ''] = keys;
      return new Map([[key, await options.door.ask(about(key), options)]]);
    },
    appraise: (value) => ({ bytes: approximateBytes(value), life }),
  };
}
