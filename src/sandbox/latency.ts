import { seededRandom } from './seeded-random.js';

/**
 * How long the sandbox takes to answer, in milliseconds.
 *
 * - `none`: at once.
 * - `constant`: always the same.
 * - `per-id`: a base and a part for each id asked about, as a link server shows it.
 * - `heavy-tail`: log-normal with this median, and more of it for each id, and this shape, cut at
 *   {@link LONGEST_DELAY_MS}. With the defaults 5 % of the answers take more than 0.8 s and 0.15 % more than 2 s.
 */
export type LatencyModel =
  | { readonly kind: 'none' }
  | { readonly kind: 'constant'; readonly ms: number }
  | { readonly kind: 'per-id'; readonly baseMs: number; readonly perIdMs: number }
  | { readonly kind: 'heavy-tail'; readonly medianMs: number; readonly perIdMs?: number; readonly sigma: number };

export const HEAVY_TAIL = { kind: 'heavy-tail', medianMs: 250, sigma: 0.7 } as const satisfies LatencyModel;
export const LONGEST_DELAY_MS = 10_000;

/**
 * Reads a latency model: `none`, a number of milliseconds such as `200`, `per-id:100+20` or `heavy-tail`.
 *
 * @throws RangeError that names the text and the forms expected.
 */
export function parseLatency(text: string): LatencyModel {
  const trimmed = text.trim();
  if (trimmed === 'none') {
    return { kind: 'none' };
  }
  if (trimmed === HEAVY_TAIL.kind) {
    return HEAVY_TAIL;
  }
  const [, base, perId] = /^(?:per-id:)?(\d+)(?:\+(\d+))?$/.exec(trimmed) ?? [];
  if (base !== undefined && trimmed.startsWith('per-id:') === (perId !== undefined)) {
    return perId === undefined
      ? { kind: 'constant', ms: Number(base) }
      : { kind: 'per-id', baseMs: Number(base), perIdMs: Number(perId) };
  }
  throw new RangeError(
    `"${text}" is no latency: expected "none", milliseconds such as "200", base and part for each id such as "per-id:100+20", or "heavy-tail".`,
  );
}

/** Gives for each request the delay in milliseconds; the same seed gives the same sequence. */
export function createLatency(model: LatencyModel, seed: number): (idCount: number) => number {
  switch (model.kind) {
    case 'none':
      return () => 0;
    case 'constant':
      return () => model.ms;
    case 'per-id':
      return (idCount) => model.baseMs + idCount * model.perIdMs;
    case 'heavy-tail': {
      const random = seededRandom(seed);
      // Box and Muller: two uniform numbers give a normal one, whose exponential is log-normal.
      const { medianMs, perIdMs = 0, sigma } = model;
      return (idCount) => {
        const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
        return Math.min(LONGEST_DELAY_MS, (medianMs + idCount * perIdMs) * Math.exp(sigma * normal));
      };
    }
    default:
      throw new RangeError(`unknown latency ${JSON.stringify(model satisfies never)}`);
  }
}
