import { HEAVY_TAIL, type LatencyModel } from '../../src/sandbox/latency.js';

/** What a traversal is made under. */
export interface Setting {
  readonly name: string;
  readonly latency: LatencyModel;
  readonly rps: number;
}

/** The sandbox of a traversal. */
export function sandboxOf({ latency, rps }: Setting) {
  return { graph: 'traversal', latency, rps } as const;
}

const perId = (baseMs: number, perIdMs: number): LatencyModel => ({ kind: 'per-id', baseMs, perIdMs });

const LATENCIES: readonly (readonly [name: string, latency: LatencyModel])[] = [
  ['500 ms', { kind: 'constant', ms: 500 }],
  ['100 ms + 20 ms an id', perId(100, 20)],
  ['heavy tail', HEAVY_TAIL],
  ['300 ms + 2 ms an id', perId(300, 2)],
  ['200 ms + 10 ms an id', perId(200, 10)],
  ['500 ms + 0.5 ms an id', perId(500, 0.5)],
  ['heavy tail of 200 ms + 5 ms an id', { ...HEAVY_TAIL, medianMs: 200, perIdMs: 5 }],
];

export const SETTINGS: readonly Setting[] = LATENCIES.flatMap(([name, latency]) =>
  [3, 10].map((rps) => ({ name: `${name}, ${rps} a second`, latency, rps })),
);

/** Where many callers are measured. */
export const CALLERS_SETTINGS: readonly Setting[] = SETTINGS.filter(({ latency }) => latency.kind === 'constant');
