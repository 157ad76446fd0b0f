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

/** What one bench measured, and under which conditions. */
export interface Block {
  readonly name: string;
  readonly conditions: string;
  readonly table: string;
}

/**
 * A README with these figures in place of those that the same benches measured the last time. Figures of others stay.
 *
 * @throws Error when it has no place for them.
 */
export function withFigures(readme: string, blocks: readonly Block[]): string {
  const [before, last] = readme.split(HEADING);
  if (before === undefined || last === undefined) {
    throw new Error(`README.md has no heading "${HEADING.trim()}".`);
  }
  const [section = '', ...after] = last.split(/(?=\n## )/);
  const texts = new Map(
    [...section.matchAll(/^### (\S+)\n\n([\s\S]*?)\n*(?=^### |$(?![\s\S]))/gm)].map(([, name, text]) => [name, text]),
  );
  for (const { name, conditions: under, table } of blocks) {
    texts.set(name, `${under}\n\n${table}`);
  }
  const all = [...texts].map(([name, text]) => `### ${name}\n\n${text}\n`);
  return `${before}${HEADING}\nMissed goals are in bold.\n\n${all.join('\n')}${after.join('')}`;
}
