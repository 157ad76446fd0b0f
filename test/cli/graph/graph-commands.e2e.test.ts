import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { run } from '../../../src/cli/run.js';
import { loadSampleGraph } from '../../../src/sandbox/sample-graph.js';
import { TemporaryFolder } from '../../support/temporary-folder.js';

const sample = loadSampleGraph();

let folder: TemporaryFolder;
beforeAll(async () => {
  folder = await TemporaryFolder.create();
  await writeFile(join(folder.path, 'genes.txt'), 'symbol\n7157\nNCBIGene:672\n"BRCA2"\n999999999\n');
});
afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

/** What a command line wrote, and how it ended. */
async function ended(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const written = { out: '', err: '' };
  for (const [stream, name] of [
    [process.stdout, 'out'],
    [process.stderr, 'err'],
  ] as const) {
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      written[name] += String(text);
      return true;
    });
  }
  const code = await run([...args, '--sandbox', '--ncbi-rps', '10']);
  vi.restoreAllMocks();
  return { code, ...written };
}

describe('entrez-graph common', () => {
  it('writes what the sources share, and names those whose links are not known', async () => {
    const { code, out, err } = await ended('common', join(folder.path, 'genes.txt'), '--name', 'gene_pubmed');
    const [header, ...rows] = out
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(header).toEqual(['curie', 'title', 'source_count', 'sources', 'score_sum']);
    const lists = ['7157', '672', '675'].map((uid) => new Set(sample.links('gene_pubmed', uid)));
    const shared = [...new Set(lists.flatMap((list) => [...list]))].filter(
      (uid) => lists.filter((list) => list.has(uid)).length >= 2,
    );
    expect(new Set(rows.map(([curie]) => curie))).toEqual(new Set(shared.map((uid) => `pubmed:${uid}`)));
    expect(err).toContain(`${shared.length} records in common of 4 sources.`);
    expect(code).toBe(0);
  });

  it('refuses an unknown link name with 2', async () => {
    const { code, out, err } = await ended('common', join(folder.path, 'genes.txt'), '--name', 'gene_nothing');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('Argument "name" is "gene_nothing"');
  });
});

describe('entrez-graph set', () => {
  const papers = (uid: string): readonly string[] => sample.links('gene_pubmed', uid);
  const given = async (name: string, ...uids: readonly string[]): Promise<string> => {
    const path = join(folder.path, name);
    await writeFile(path, uids.join('\n'));
    return path;
  };

  it.each([
    ['union', (tp53: readonly string[], brca: readonly string[]) => new Set([...tp53, ...brca])],
    [
      'intersection',
      (tp53: readonly string[], brca: readonly string[]) => new Set(tp53.filter((uid) => brca.includes(uid))),
    ],
    [
      'difference',
      (tp53: readonly string[], brca: readonly string[]) => new Set(tp53.filter((uid) => !brca.includes(uid))),
    ],
  ])('writes the %s of lists, each record with the lists that hold it', async (operation, expected) => {
    const files = [await given('tp53.txt', '7157'), await given('brca.txt', '672', '675')];
    const { code, out, err } = await ended('set', operation, ...files, '--name', 'gene_pubmed');
    const [header, ...rows] = out
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(header).toEqual(['curie', 'title', 'list_count', 'lists']);
    const lists = { tp53: papers('7157'), brca: [...papers('672'), ...papers('675')] };
    const holders = (uid: string): string[] =>
      Object.entries(lists).flatMap(([label, uids]) => (uids.includes(uid) ? [label] : []));
    const records = [...expected(lists.tp53, lists.brca)];
    expect(new Map(rows.map(([curie, , count, labels]) => [curie, [count, labels]]))).toEqual(
      new Map(records.map((uid) => [`pubmed:${uid}`, [String(holders(uid).length), holders(uid).join(';')]])),
    );
    expect(err).toMatch(new RegExp(`${records.length} records in .* of 2 lists\\.`));
    expect(code).toBe(0);
  });

  it('takes a link name for each list, and writes GraphML with the lists', async () => {
    const [genes, variants] = [await given('genes.list', '4893'), await given('variants.list', '177778')];
    const args = ['set', 'union', genes, variants, '--name', 'gene_pubmed', '--name', 'clinvar_pubmed'];
    const { code, out } = await ended(...args, '--format', 'graphml', '--first', '2');
    expect(code).toBe(0);
    expect(out).toContain('<node id="list:genes">');
    expect(
      out.match(/<edge source="list:genes" target="pubmed:\d+">\s*<data key="linkName">gene_pubmed</g),
    ).toHaveLength(2);
  });

  it('tells lists in files of one name apart', async () => {
    const file = await given('same.txt', '7157');
    const { out } = await ended('set', 'union', file, file, '--name', 'gene_omim', '--first', '1');
    expect(out).toContain('\t2\tsame;same (2)\n');
  });

  it.each([
    [['both', 'a.txt'], 'Allowed choices are union, intersection, difference'],
    [['union', 'a.txt', 'b.txt', 'c.txt', '--name', 'gene_omim'], '--name is given 2 times for 3 files'],
  ])('refuses %j with 2', async (args, message) => {
    const { code, err } = await ended('set', ...args, '--name', 'gene_pubmed');
    expect(err).toContain(message);
    expect(code).toBe(2);
  });
});

describe('entrez-graph paths', () => {
  it('writes the paths as a graph, whose links the sample has', async () => {
    const { code, out } = await ended('paths', 'NCBIGene:7157', 'NCBIGene:672', '--via', 'pubmed', '--max-hops', '2', '--format', 'graphml'); // prettier-ignore
    expect(code).toBe(0);
    expect(out).toContain('<node id="NCBIGene:7157">');
    const edges = [...out.matchAll(/<edge source="(\w+):(\d+)" target="(\w+):(\d+)">\s*<data key="linkName">(\w+)</g)];
    expect(edges.length).toBeGreaterThanOrEqual(2);
    for (const [, , from = '', , to = '', name = ''] of edges) {
      expect(sample.links(name, from)).toContain(to);
    }
  });

  it('says that there are none, and what it could not follow', async () => {
    const { code, out, err } = await ended('paths', 'NCBIGene:7157', 'NCBIGene:672', '--path-calls', '1');
    expect(out).toBe('hops\tscore\trecords\tlink_names\thubs\n');
    expect(err).toContain('Not known: the search stopped');
    expect(code).toBe(3);
  });
});
