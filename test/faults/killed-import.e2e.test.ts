import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { describe, expect, it, onTestFinished, vi } from 'vitest';

import { Tables } from '../../src/tables/serving/tables.js';
import { gene2pubmed, importText } from '../support/tables.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const LINK = { name: 'gene_pubmed', from: 'gene', to: 'pubmed' };
const GENES = 2000;
const OLD = '11,10';
const NEW = '21,20';

/** A table in which each gene has the articles `first` and `first + 1`. */
function tableOf(first: number): string {
  return gene2pubmed(
    Array.from({ length: GENES }, (_, i) => [[i + 1, first] as const, [i + 1, first + 1] as const]).flat(),
  );
}

/** A process that imports what is written to its input. */
function importing(tablesDir: string): ChildProcess & { readonly stdin: NodeJS.WritableStream } {
  const child = spawn(process.execPath, [CLI, 'tables', 'import', 'gene2pubmed', '-', '--as-of', '2026-11-20'], {
    env: { ...process.env, TABLES_DIR: tablesDir },
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  // A process that is killed does not read on.
  child.stdin.on('error', () => undefined);
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** Reads lists all the time, as a gateway under load does, and gives all answers at the end. */
function load(tablesDir: string): { readonly tables: Tables; readonly end: () => Promise<ReadonlySet<string>> } {
  let now = 0;
  const tables = new Tables({
    tablesDir,
    use: 'prefer',
    verifiedOnly: false,
    minAgreement: 0.99,
    // Each look-up looks for a new generation.
    now: () => (now += 2000),
  });
  const answers = new Set<string>();
  const state = { isOver: false };
  const reading = (async () => {
    for (let gene = 1; !state.isOver; gene = (gene % GENES) + 1) {
      answers.add(linked(tables, gene));
      await setTimeout(1);
    }
  })();
  const end = async (): Promise<ReadonlySet<string>> => {
    state.isOver = true;
    await reading;
    tables.close();
    return answers;
  };
  return { tables, end };
}

function linked(tables: Tables, gene: number): string {
  const found = tables.links(LINK, String(gene));
  return found ? [...found.links.uids].join() : 'unknown';
}

async function folderWithOldTable(): Promise<string> {
  const temporary = await TemporaryFolder.create();
  onTestFinished(() => temporary[Symbol.asyncDispose]());
  await importText(temporary.path, 'gene2pubmed', tableOf(10));
  return temporary.path;
}

describe('an import whose process is killed under load', () => {
  it('while it reads leaves the old generation, and no look-up is wrong', async () => {
    const tablesDir = await folderWithOldTable();
    const { tables, end } = load(tablesDir);
    const child = importing(tablesDir);
    child.stdin.write(tableOf(20).slice(0, 20_000));
    await vi.waitFor(() => {
      expect(readdirSync(join(tablesDir, 'gene2pubmed')).join()).toContain('importing-');
    }, 20_000);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(linked(tables, 7)).toBe(OLD);

    // The lock of a process that is gone does not count, and what it wrote is removed.
    await importText(tablesDir, 'gene2pubmed', tableOf(20));
    expect(linked(tables, 7)).toBe(NEW);
    expect(readdirSync(join(tablesDir, 'gene2pubmed')).join()).not.toContain('importing-');
    expect([...(await end())].filter((answer) => ![OLD, NEW].includes(answer))).toEqual([]);
  });

  it.each([
    ['names the new folder', /^\d{8}T/],
    ['writes which one is served', /^current\.json\./],
  ])('while it %s leaves a whole generation, the old or the new one', async (_when, entry) => {
    const tablesDir = await folderWithOldTable();
    const { tables, end } = load(tablesDir);
    const child = importing(tablesDir);
    const watcher = watch(join(tablesDir, 'gene2pubmed'), (_event, name) => {
      if (entry.test(name ?? '')) {
        child.kill('SIGKILL');
      }
    });
    child.stdin.end(tableOf(20));
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
    watcher.close();
    // It may have finished before it was killed.
    expect([0, 'SIGKILL']).toContain(signal ?? code);

    expect([OLD, NEW]).toContain(linked(tables, 7));
    await importText(tablesDir, 'gene2pubmed', tableOf(30));
    expect(linked(tables, 7)).toBe('31,30');
    expect([...(await end())].filter((answer) => ![OLD, NEW, '31,30'].includes(answer))).toEqual([]);
  });
});

describe('two processes that import one table at once', () => {
  it('do not mix: the second is refused and names the first, which finishes', async () => {
    const tablesDir = await folderWithOldTable();
    const { tables, end } = load(tablesDir);
    const first = importing(tablesDir);
    const [begin, rest] = [tableOf(20).slice(0, 20_000), tableOf(20).slice(20_000)];
    first.stdin.write(begin);
    await vi.waitFor(() => {
      expect(readdirSync(join(tablesDir, 'gene2pubmed')).join()).toContain('importing-');
    }, 20_000);
    const second = importing(tablesDir);
    const told = text(second.stderr ?? new ReadableStream());
    second.stdin.end(tableOf(30));
    const [code] = (await once(second, 'exit')) as [number];
    expect(code).not.toBe(0);
    expect(await told).toContain(`is being changed by process ${first.pid ?? ''}`);
    expect(linked(tables, 7)).toBe(OLD);

    first.stdin.end(rest);
    expect(await once(first, 'exit')).toEqual([0, null]);
    expect(linked(tables, 7)).toBe(NEW);
    expect([...(await end())].filter((answer) => ![OLD, NEW].includes(answer))).toEqual([]);
  });
});
