import { availableParallelism, loadavg } from 'node:os';

import type { Bench } from './bench.js';
import { calls } from './calls.js';
import { explore } from './explore.js';
import { fairness } from './fairness.js';
import { fleet } from './fleet.js';
import { memory } from './memory.js';
import { observe } from './observe.js';
import { permits } from './permits.js';
import { printTable, tableOf } from './print.js';
import { refusals } from './refusals.js';
import { startUp } from './start-up.js';
import { store } from './store.js';
import { tLit } from './t-lit/t-lit.js';
import { warm } from './warm.js';

const BENCHES: readonly Bench[] = [
  startUp,
  calls,
  permits,
  tLit,
  fairness,
  warm,
  refusals,
  store,
  observe,
  explore,
  memory,
  fleet,
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => BENCHES.every((bench) => bench.name !== name));
if (unknown.length > 0) {
  throw new Error(`No bench ${unknown.join(', ')}; there are ${BENCHES.map(({ name }) => name).join(', ')}.`);
}
const load = loadavg()[0]?.toFixed(1);
process.stdout.write(`${availableParallelism()} cores, load ${load} before the first measurement\n`);
for (const bench of BENCHES.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const result = await bench.measure();
  process.stdout.write(`\n${bench.name}\n\n${printTable('rows' in result ? result : tableOf(result))}\n`);
}
