import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

import { assistants } from './assistants/assistants.js';
import type { Bench } from './bench.js';
import { calls } from './calls.js';
import { comparison } from './comparison.js';
import { explore } from './explore.js';
import { fairness } from './fairness.js';
import { fleet } from './fleet.js';
import { fleetStore } from './fleet-store.js';
import { fleetStops } from './fleet-stops.js';
import { fleetVirtual } from './fleet-virtual.js';
import { memory } from './memory.js';
import { observe } from './observe.js';
import { permits } from './permits.js';
import { refusals } from './refusals.js';
import { type Block, conditions, misses, tableIn, withFigures } from './report.js';
import { startUp } from './start-up.js';
import { store } from './store.js';
import { tables as ownTables } from './tables.js';
import { tLit } from './t-lit/t-lit.js';
import { virtual } from './virtual.js';
import { warm } from './warm.js';

const BENCHES: readonly Bench[] = [
  startUp,
  calls,
  permits,
  virtual,
  tLit,
  fairness,
  warm,
  refusals,
  store,
  observe,
  explore,
  memory,
  comparison,
  fleet,
  fleetVirtual,
  fleetStore,
  fleetStops,
  assistants,
  ownTables,
];

/** Those whose goals do not depend on the machine. */
const DETERMINISTIC: readonly Bench[] = [calls, virtual, fleetVirtual];
const README = new URL('README.md', import.meta.url);

const args = process.argv.slice(2);
const [isWritten, isChecked] = [args.includes('--write'), args.includes('--check')];
const wanted = args.filter((arg) => arg !== '--write' && arg !== '--check');
const unknown = wanted.filter((name) => BENCHES.every((bench) => bench.name !== name));
if (unknown.length > 0) {
  throw new Error(`Unknown bench ${unknown.join(', ')}. Name some of ${BENCHES.map(({ name }) => name).join(', ')}.`);
}
if (isWritten && isChecked) {
  throw new Error('Use either --write or --check.');
}
const commit = execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();
const measuredAt = conditions(commit, new Date());
process.stdout.write(`${measuredAt}\n`);
const blocks: Block[] = [];
for (const bench of isChecked ? DETERMINISTIC : BENCHES) {
  if (wanted.length > 0 && !wanted.includes(bench.name)) {
    continue;
  }
  const result = await (isChecked && bench.check ? bench.check() : bench.measure());
  const table = tableIn(result);
  blocks.push({ name: bench.name, conditions: measuredAt, table });
  process.stdout.write(`\n${bench.name}\n\n${table}\n`);
  if (isChecked && misses(result)) {
    process.exitCode = 1;
  }
}
if (isWritten) {
  writeFileSync(README, withFigures(readFileSync(README, 'utf8'), blocks));
}
