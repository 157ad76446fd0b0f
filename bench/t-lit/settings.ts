import { HEAVY_TAIL, type LatencyModel } from '../../src/sandbox/latency.js';

/** What a traversal is made under. */
export interface Setting {
  readonly name: string;
  readonly latency: LatencyModel;
  readonly rps: number;
}

const LATENCIES: readonly (readonly [name: string, latency: LatencyModel])[] = [
  ['500 ms', { kind: 'constant', ms: 500 }],
  ['100 ms + 20 ms an id', { kind: 'per-id', baseMs: 100, perIdMs: 20 }],
  ['heavy tail', HEAVY_TAIL],
];

export const SETTINGS: readonly Setting[] = LATENCIES.flatMap(([name, latency]) =>
  [3, 10].map((rps) => ({ name: `${name}, ${rps} a second`, latency, rps })),
);

/** Where many callers are measured. */
export const CALLERS_SETTINGS: readonly Setting[] = SETTINGS.filter(({ latency }) => latency.kind === 'constant');
