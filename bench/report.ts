import { availableParallelism, cpus, loadavg } from 'node:os';

import type { Bench } from './bench.js';
import { printTable, tableOf } from './print.js';

/** The heading in README.md that the figures stand under. */
const HEADING = '## Last measured\n';

type Measured = Awaited<ReturnType<Bench['measure']>>;

/** Where, with what and when figures were measured: they mean little without. */
export function conditions(commit: string, date: Date): string {
  const [cpu] = cpus();
  const load = loadavg()[0]?.toFixed(1) ?? '?';
  const day = date.toISOString().slice(0, 10);
  return (
    `${availableParallelism()} cores (${cpu?.model.trim() ?? 'unknown'}), load ${load} before the first measurement, ` +
    `Node ${process.version}, commit ${commit}, ${day}.`
  );
}

/** A table of what a bench measured. */
export function tableIn(measured: Measured): string {
  return printTable('rows' in measured ? measured : tableOf(measured));
}

/** Whether a goal was missed. */
export function misses(measured: Measured): boolean {
  const { rows } = 'rows' in measured ? measured : tableOf(measured);
  return rows.some((row) => row.some((cell) => typeof cell !== 'string' && !cell.met));
}

/**
 * A README with these figures in place of those of the last time.
 *
 * @throws Error when it has no place for them.
 */
export function withFigures(readme: string, conditionsText: string, tables: readonly string[]): string {
  const [before, last] = readme.split(HEADING);
  if (before === undefined || last === undefined) {
    throw new Error(`README.md has no heading "${HEADING.trim()}".`);
  }
  const after = /\n## [\s\S]*/.exec(last)?.[0] ?? '';
  return `${before}${HEADING}\n${conditionsText} Missed goals are in bold.\n\n${tables.join('\n\n')}\n${after}`;
}
