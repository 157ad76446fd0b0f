import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { Tables } from '../../src/tables/serving/tables.js';
import type { Current } from '../../src/tables/storage/manifest.js';
import { gene2pubmed, importText } from '../support/tables.js';
import { TemporaryFolder } from '../support/temporary-folder.js';
import { TinyDisk } from '../support/tiny-disk.js';

const LINK = { name: 'gene_pubmed', from: 'gene', to: 'pubmed' };
const GENES = 200;

async function folder(): Promise<string> {
  const temporary = await TemporaryFolder.create();
  onTestFinished(() => temporary[Symbol.asyncDispose]());
  return temporary.path;
}

/** A table in which each gene has the articles `first` and `first + 1`. */
function tableOf(first: number): string {
  return gene2pubmed(
    Array.from({ length: GENES }, (_, i) => [[i + 1, first] as const, [i + 1, first + 1] as const]).flat(),
  );
}

/** Tables that look for a new generation at every look-up. */
function served(tablesDir: string, onTrouble: (message: string) => void = () => undefined): Tables {
  let now = 0;
  const tables = new Tables({
    tablesDir,
    use: 'prefer',
    verifiedOnly: false,
    minAgreement: 0.99,
    onTrouble,
    now: () => (now += 2000),
  });
  onTestFinished(() => {
    tables.close();
  });
  return tables;
}

function linked(tables: Tables, gene: number): string {
  const found = tables.links(LINK, String(gene));
  return found ? [...found.links.uids].join() : 'unknown';
}

describe('a table whose import was killed', () => {
  const DEAD = JSON.stringify({ host: 'x', pid: 1, token: 'dead' });

  it.each([
    ['while it wrote', 'importing-0123/data.bin'],
    ['before it named the new generation as the one that is served', '20991231T000000Z-0123/manifest.json'],
    ['while it named it', 'current.json.0123'],
  ])('%s is served as it was, and the next import succeeds', async (_when, left) => {
    const tablesDir = await folder();
    await importText(tablesDir, 'gene2pubmed', tableOf(10));
    const path = join(tablesDir, 'gene2pubmed', left);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, '{"cut o');
    const tables = served(tablesDir);
    expect(linked(tables, 7)).toBe('11,10');

    await importText(tablesDir, 'gene2pubmed', tableOf(20));

    expect(linked(tables, 7)).toBe('21,20');
    expect(readdirSync(join(tablesDir, 'gene2pubmed')).filter((name) => name.includes('0123'))).toEqual([]);
  });

  it('does not replace what another process has begun to change meanwhile', async () => {
    const tablesDir = await folder();
    await importText(tablesDir, 'gene2pubmed', tableOf(10));
    const lock = join(tablesDir, 'gene2pubmed', 'lock');
    const stolen = importText(tablesDir, 'gene2pubmed', tableOf(20), {
      onProgress: () => {
        writeFileSync(lock, DEAD);
      },
    });
    await expect(stolen).rejects.toThrow('Another process has begun to change the table gene2pubmed.');
    expect(linked(served(tablesDir), 7)).toBe('11,10');
    expect(readdirSync(join(tablesDir, 'gene2pubmed'))).toContain('lock');
  });
});

it('look-ups during swaps are each of one generation, and none is wrong', async () => {
  const tablesDir = await folder();
  await importText(tablesDir, 'gene2pubmed', tableOf(10));
  const tables = served(tablesDir);
  const answers = new Set<string>();
  const state = { isOver: false };
  const load = (async () => {
    for (let gene = 1; !state.isOver; gene = (gene % GENES) + 1) {
      answers.add(linked(tables, gene));
      await new Promise(setImmediate);
    }
  })();
  for (const first of [20, 30, 40]) {
    await importText(tablesDir, 'gene2pubmed', tableOf(first));
    await new Promise(setImmediate);
  }
  state.isOver = true;
  await load;
  answers.add(linked(tables, 1));
  expect([...answers].filter((answer) => !['11,10', '21,20', '31,30', '41,40'].includes(answer))).toEqual([]);
  expect(answers).toContain('11,10');
  expect(answers).toContain('41,40');
});

const isPossible = await TinyDisk.isPossible();

describe('an import onto a full disk', () => {
  it.skipIf(!isPossible)('fails, and leaves the old generation (skipped where no disk can be mounted)', async () => {
    await using disk = await TinyDisk.mount('size=3m');
    await importText(disk.path, 'gene2pubmed', tableOf(10));
    const large = gene2pubmed(
      Array.from({ length: 300_000 }, (_, i) => [i + 1, ((i * 7919) % 40_000_000) + 1] as const),
    );
    await expect(importText(disk.path, 'gene2pubmed', large)).rejects.toThrow(
      `No space left on the disk of ${disk.path}. Free some, and run the command again; what is imported there is served as before.`,
    );
    const tables = served(disk.path);
    expect(linked(tables, 7)).toBe('11,10');
    expect(readdirSync(join(disk.path, 'gene2pubmed')).filter((name) => name.startsWith('importing'))).toEqual([]);
    tables.close();
  });
});

describe('a table whose data were overwritten', () => {
  /** Lists on a page: one gene further, two articles; the first as before; the second one higher. */
  const LISTS = Buffer.from([5, 0, 1, 5, 0, 1]);

  /** Overwrites bytes of the data of the generation that is served. */
  function damage(tablesDir: string, change: (data: Buffer) => Buffer, flag = 'w'): void {
    const { generation } = JSON.parse(readFileSync(join(tablesDir, 'gene2pubmed', 'current.json'), 'utf8')) as Current;
    const path = join(tablesDir, 'gene2pubmed', generation, 'data.bin');
    const data = readFileSync(path);
    writeFileSync(path, change(data), { flag });
  }

  it.each([
    ['the index', (data: Buffer) => data.fill(0xa5, data.length - 30, data.length - 20), 'is damaged'],
    [
      'links',
      (data: Buffer) => {
        const lists = data.indexOf(LISTS) + 60;
        return data.fill(5, lists, lists + 30);
      },
      'not what was imported',
    ],
  ])('is refused and named where these are %s, and the others are served', async (_what, change, reason) => {
    const tablesDir = await folder();
    await importText(tablesDir, 'gene2pubmed', tableOf(10));
    damage(tablesDir, change);
    const troubles: string[] = [];
    const tables = served(tablesDir, (trouble) => troubles.push(trouble));
    expect(Array.from({ length: GENES }, (_, i) => linked(tables, i + 1)).filter((list) => list !== '11,10')).toContain(
      'unknown',
    );
    expect([7, 40].map((gene) => linked(tables, gene))).toEqual(['unknown', 'unknown']);
    expect(troubles).toEqual([
      expect.stringMatching(
        new RegExp(`The table gene2pubmed cannot be served.*${reason}.*Import (it|the table) again`),
      ),
    ]);

    await importText(tablesDir, 'gene2pubmed', tableOf(20));

    expect(linked(tables, 7)).toBe('21,20');
  });

  it('is refused where it is cut off', async () => {
    const tablesDir = await folder();
    await importText(tablesDir, 'gene2pubmed', tableOf(10));
    damage(tablesDir, (data) => data.subarray(0, data.length / 2));
    const troubles: string[] = [];
    expect(
      linked(
        served(tablesDir, (trouble) => troubles.push(trouble)),
        7,
      ),
    ).toBe('unknown');
    expect(troubles).toEqual([expect.stringMatching(/The table gene2pubmed cannot be served.*is damaged/)]);
  });

  it('is refused where its pages are zeroed while it is served', async () => {
    const tablesDir = await folder();
    await importText(tablesDir, 'gene2pubmed', tableOf(10));
    const troubles: string[] = [];
    const tables = served(tablesDir, (trouble) => troubles.push(trouble));
    expect(linked(tables, 7)).toBe('11,10');

    damage(tablesDir, (data) => data.fill(0), 'r+');

    // The page of gene 8 is in memory, that of the last gene is not.
    expect([8, GENES, 8].map((gene) => linked(tables, gene))).toEqual(['11,10', 'unknown', 'unknown']);
    expect(troubles).toEqual([expect.stringMatching(/The table gene2pubmed cannot be served.*not what was imported/)]);
  });
});
