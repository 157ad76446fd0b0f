import type { Bench, Figure } from './bench.js';
import { calls } from './calls.js';
import { memory } from './memory.js';
import { permits } from './permits.js';
import { startUp } from './start-up.js';
import { warm } from './warm.js';

const BENCHES: readonly Bench[] = [startUp, calls, permits, warm, memory];

const wanted = process.argv.slice(2);
for (const bench of BENCHES.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  print(bench.name, await bench.measure());
}

function print(name: string, figures: readonly Figure[]): void {
  const rows = figures.map(({ what, measured, comparedWith, ratio, goal }) => {
    return `  ${what.padEnd(58)} ${measured.padStart(12)}  ${comparedWith.padStart(26)}  ratio ${ratio.toFixed(2).padStart(6)}  goal ${goal}`;
  });
  process.stdout.write(`${name}\n${rows.join('\n')}\n`);
}
